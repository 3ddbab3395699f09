import base64
import hashlib
import sqlite3
from contextlib import closing, contextmanager

import pytest
import schemathesis


@pytest.fixture
def contract(intake_app):
    """The description that the intake serves, ready to be tried on the intake itself."""
    return schemathesis.openapi.from_wsgi("/v1/openapi.json", intake_app)


@pytest.fixture
def proper_headers(keys):
    """What must come with a body."""

    def make(body, *, report_id=""):
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        return {
            "Authorization": f"Bearer {keys.token}",
            "Content-Type": "application/json",
            "Content-Digest": f"sha-256=:{digest}:",
            "Idempotency-Key": report_id,
        }

    return make


@pytest.fixture
def client(intake_app):
    return intake_app.test_client()


@pytest.fixture
def described(contract):
    """Fail when an answer of the operation is not as the description says."""

    def check(response, path, method):
        operation = contract[path][method]
        assert str(response.status_code) in operation.definition.raw["responses"]
        operation.validate_response(response)
        return response

    return check


@pytest.fixture
def post(client, described, proper_headers):
    """Posts an envelope or other bytes."""

    def post(content, **changed):
        body = content if isinstance(content, bytes) else content.to_bytes()
        report_id = "" if isinstance(content, bytes) else content.header.id
        headers = proper_headers(body, report_id=report_id)
        headers |= {name.replace("_", "-"): value for name, value in changed.items()}
        shown = {name: value for name, value in headers.items() if value is not None}
        return described(client.post("/v1/envelopes", data=body, headers=shown), "/v1/envelopes", "POST")

    return post


@pytest.fixture
def store_away(tmp_path):
    """The store cannot be used while this lasts."""

    @contextmanager
    def away():
        with closing(sqlite3.connect(tmp_path / "cases.sqlite")) as other:
            other.execute("ALTER TABLE envelopes RENAME TO gone")
            yield
            other.execute("ALTER TABLE gone RENAME TO envelopes")

    return away


@pytest.fixture
def is_problem():
    def check(response, status):
        told = (response.status_code, response.content_type, response.json.get("status"))
        return told == (status, "application/problem+json", status)

    return check
