"""IntakeClient against a real server: only a valid signature for this very envelope counts as stored."""

import base64
import gzip
import hashlib
import json

import pytest
import urllib3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fixtures.stand_in import StandIn, hangs, never_ends, says, sends
from fixtures.validity import free_port

from portal.outbox.intake_client import IntakeClient, Refused, Stored
from portal.sealing.acknowledgement import Acknowledgement

ANOTHER_KEY = Ed25519PrivateKey.from_private_bytes(b"some other seed of 32 bytes long")
PROBLEM = "application/problem+json"
SHORT = urllib3.Timeout(connect=5, read=0.5)


@pytest.fixture
def signed(keys, waiting):
    """The acknowledgement of `waiting`, or one that differs in what is named."""

    def sign(key=keys.intake, **changed):
        values = {"id": waiting.id, "content": waiting.content, "stored_on": "2026-11-23"}
        return Acknowledgement(**values | changed).sign(key)

    return sign


@pytest.fixture
def client(keys):
    def make(address):
        return IntakeClient(address, token=keys.token, key=keys.intake.public_key(), timeout=SHORT)

    return make


@pytest.fixture
def deliver(client, waiting):
    """Deliver to something that answers so, as often as there are answers."""

    def send(*answers):
        with StandIn(*answers) as server:
            sender = client(server.address)
            return [sender.deliver(waiting) for _ in answers]

    return send


@pytest.mark.parametrize("status", [200, 201])
def test_a_signed_acknowledgement_is_stored(deliver, signed, status):
    assert [Stored()] == deliver(says(status, signed()))


def test_the_post_is_what_the_contract_says(client, waiting, keys, signed):
    with StandIn(says(201, signed())) as server:
        client(server.address + "/").deliver(waiting)
    ((path, headers, body),) = server.posts

    digest = base64.b64encode(hashlib.sha256(waiting.envelope).digest()).decode()
    assert "/v1/envelopes" == path
    assert waiting.envelope == body
    assert f"Bearer {keys.token}" == headers["Authorization"]
    assert waiting.id == headers["Idempotency-Key"]
    assert f"sha-256=:{digest}:" == headers["Content-Digest"]
    assert "application/json" == headers["Content-Type"]


@pytest.mark.parametrize(
    "changed",
    [
        {"id": f"{2:032x}"},
        {"content": f"{2:064x}"},
        {"key": ANOTHER_KEY},
    ],
    ids=["another id", "other words", "another key"],
)
def test_a_signature_for_something_else_is_not_stored(deliver, signed, changed):
    (answer,) = deliver(says(200, signed(**changed)))

    assert isinstance(answer, Refused)
    assert answer.retry


def test_a_date_changed_after_it_was_signed_is_not_stored(deliver, signed):
    (answer,) = deliver(says(200, signed().replace(b"2026-11-23", b"2026-11-24")))

    assert isinstance(answer, Refused)


@pytest.mark.parametrize("status", [202, 204, 302, 400, 401, 403, 404, 409, 413, 422, 429, 500, 503])
def test_a_signature_with_another_status_is_not_stored(deliver, signed, status):
    body = b"" if status == 204 else signed()

    assert [Refused(str(status), retry=True)] == deliver(says(status, body))


@pytest.mark.parametrize("status", [409, 413, 422])
def test_a_refusal_for_good_needs_the_contracts_own_form(deliver, status):
    body = json.dumps({"type": "about:blank", "title": "No", "status": status}).encode()
    final, by_a_proxy = deliver(says(status, body, PROBLEM), says(status, b"<h1>No</h1>", "text/html"))

    assert Refused(f"{status} No", retry=False) == final
    assert Refused(f"{status}", retry=True) == by_a_proxy


@pytest.mark.parametrize("status", [400, 401, 404, 415, 500, 503])
def test_other_problems_are_sent_again(deliver, status):
    assert [Refused(str(status), retry=True)] == deliver(says(status, b'{"title": "No"}', PROBLEM))


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{}", b'"No"', b"[" * 60_000, b"\xff", b'{"title": ["No"]}', b'{"title": "\\ud800\\u0000\\n"}'],
)
def test_a_refusal_for_good_may_say_anything(deliver, outbox, fill, waiting, body):
    (answer,) = deliver(says(409, body, PROBLEM))
    fill(1)
    outbox.park(waiting.id, reason=answer.reason)

    assert not answer.retry
    assert answer.reason.isprintable()
    assert [answer.reason] == [one.reason for one in outbox.parked()]


GARBAGE = {
    "empty": says(200),
    "not JSON": says(200, b"OK"),
    "a page": says(200, b"<!doctype html><title>Log in</title>", "text/html"),
    "JSON": says(200, b'{"status": "ok"}'),
    "a list": says(200, b"[1]"),
    "null": says(200, b"null"),
    "deep": says(200, b"[" * 60_000),
    "no signature": says(200, b'{"id": "1", "content": "1", "stored_on": "1"}'),
    "an empty signature": says(200, b'{"id": "1", "content": "1", "stored_on": "1", "signature": ""}'),
    "a signature that is a number": says(200, b'{"id": "1", "content": "1", "stored_on": "1", "signature": 1}'),
    "not UTF-8": says(200, b"\xff\xfe{}"),
    "not gzip": says(200, b"{}", Content_Encoding="gzip"),
    "a bomb": says(200, gzip.compress(b" " * 50_000_000), Content_Encoding="gzip"),
    "huge": says(200, b" " * 10_000_000),
    "a redirect": says(302, Location="/v1/envelopes"),
    "a redirect of the post": says(307, Location="/v1/envelopes"),
    "a broken redirect": says(302, Location="http://["),
    "cut before": sends(b""),
    "cut within the head": sends(b"HTTP/1.1 200 OK\r\nContent-"),
    "cut within the body": sends(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"),
    "cut within a chunk": sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{"),
    "not HTTP": sends(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "a head without end": sends(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000),
    "a body without end": never_ends,
    "silence": hangs,
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("answer", GARBAGE.values(), ids=GARBAGE)
def test_garbage_is_not_stored_and_does_not_harm_the_next_try(deliver, signed, answer):
    first, next_try = deliver(answer, says(201, signed()))

    assert isinstance(first, Refused)
    assert first.retry
    assert Stored() == next_try


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_never_followed(client, waiting, signed, status):
    elsewhere = StandIn(says(201, signed()))
    server = StandIn(says(status, Location=elsewhere.address + "/v1/envelopes"))
    with elsewhere, server:
        answer = client(server.address).deliver(waiting)

    assert Refused(str(status), retry=True) == answer
    assert [] == elsewhere.posts


def test_nobody_listening_is_a_try_for_later(client, waiting):
    answer = client(f"http://127.0.0.1:{free_port()}").deliver(waiting)

    assert isinstance(answer, Refused)
    assert answer.retry
