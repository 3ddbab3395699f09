"""An intake in this process, on a real port, for what the public app asks of it."""

import base64
import hashlib
import json
import threading
from http import HTTPStatus

import pytest
from werkzeug.serving import make_server

from portal import settings
from portal.app import create_public_app


class RunningIntake:
    def __init__(self, app, token, day):
        self.day = day
        self._client = app.test_client()
        self._token = token

    def keep(self, waiting):
        """Hand an envelope over as the relay does."""
        digest = base64.b64encode(hashlib.sha256(waiting.envelope).digest()).decode()
        headers = {
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
            "Content-Digest": f"sha-256=:{digest}:",
            "Idempotency-Key": waiting.id,
        }
        answer = self._client.post("/v1/envelopes", data=waiting.envelope, headers=headers)
        assert HTTPStatus.CREATED == answer.status_code
        return json.loads(answer.data)


@pytest.fixture
def running_intake(intake_app, environment, keys, today):
    server = make_server("127.0.0.1", 0, intake_app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    environment["PORTAL_INTAKE_URL"] = f"http://127.0.0.1:{server.server_port}"
    yield RunningIntake(intake_app, keys.token, today)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def public_app(request, environment, today):
    """With the running intake behind it where a test has one: that must be there first."""
    if "running_intake" in request.fixturenames:
        request.getfixturevalue("running_intake")
    return create_public_app(settings.load(settings.Public, environment), today=lambda: today)
