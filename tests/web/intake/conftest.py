import base64
import hashlib

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
def post(intake_app, contract, proper_headers):
    """Posts an envelope or other bytes; what comes back must be as the description says."""
    client = intake_app.test_client()

    def post(content, *, environ=None, **changed):
        body = content if isinstance(content, bytes) else content.to_bytes()
        report_id = "" if isinstance(content, bytes) else content.header.id
        headers = proper_headers(body, report_id=report_id) | changed
        given = {name.replace("_", "-"): value for name, value in headers.items() if value is not None}
        response = client.post("/v1/envelopes", data=body, headers=given, environ_overrides=environ)
        contract["/v1/envelopes"]["POST"].validate_response(response)
        assert str(response.status_code) in contract["/v1/envelopes"]["POST"].definition.raw["responses"]
        return response

    return post
