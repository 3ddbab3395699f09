"""Only the intake's own word about this very envelope lets the portal delete its copy."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from portal.sealing.acknowledgement import Acknowledgement, NotAcknowledged, verify

REPORT_ID, CONTENT = "1" * 32, "3" * 64
ACKNOWLEDGEMENT = Acknowledgement(REPORT_ID, CONTENT, "2026-11-23")
STRANGER = Ed25519PrivateKey.from_private_bytes(b"a stranger's seed, also 32 bytes")


@pytest.fixture(scope="session")
def check(keys):
    """Verify an answer for the envelope of REPORT_ID and CONTENT."""
    key = keys.intake.public_key()
    return lambda body: verify(body, key=key, report_id=REPORT_ID, content=CONTENT)


@pytest.fixture
def signed(keys):
    return json.loads(ACKNOWLEDGEMENT.sign(keys.intake))


def test_the_word_of_the_intake_is_taken(keys, check):
    assert ACKNOWLEDGEMENT == check(ACKNOWLEDGEMENT.sign(keys.intake))


def test_the_word_of_a_stranger_is_not(check):
    with pytest.raises(NotAcknowledged):
        check(ACKNOWLEDGEMENT.sign(STRANGER))


@pytest.mark.parametrize(
    "other", [Acknowledgement("2" * 32, CONTENT, "2026-11-23"), Acknowledgement(REPORT_ID, "4" * 64, "2026-11-23")]
)
def test_a_good_word_about_another_envelope_is_not_taken(keys, check, other):
    with pytest.raises(NotAcknowledged):
        check(other.sign(keys.intake))


@pytest.mark.parametrize(("name", "value"), [("id", "2" * 32), ("content", "4" * 64), ("stored_on", "2026-11-24")])
def test_a_word_that_was_changed_is_not_taken(keys, signed, name, value):
    body = json.dumps({**signed, name: value}).encode()
    about = {"report_id": REPORT_ID, "content": CONTENT, **({"report_id": value} if name == "id" else {})}
    about |= {"content": value} if name == "content" else {}

    with pytest.raises(NotAcknowledged):
        verify(body, key=keys.intake.public_key(), **about)


def test_a_signature_in_another_spelling_is_not_taken(check, signed):
    signed["signature"] = signed["signature"][:4] + " " + signed["signature"][4:]

    with pytest.raises(NotAcknowledged):
        check(json.dumps(signed).encode())


@pytest.mark.parametrize("name", ["id", "content", "stored_on", "signature"])
def test_a_word_with_a_part_missing_is_not_taken(check, signed, name):
    signed.pop(name)

    with pytest.raises(NotAcknowledged):
        check(json.dumps(signed).encode())


@pytest.mark.parametrize(
    "changes",
    [
        {"more": "x"},
        {"signature": ""},
        {"signature": None},
        {"signature": 7},
        {"signature": "not base64!"},
        {"signature": "é"},
        {"signature": base64.b64encode(b"\0" * 64).decode()},
        {"id": [REPORT_ID]},
        {"id": "\ud800"},
        {"stored_on": None},
    ],
    ids=ascii,
)
def test_a_word_of_another_shape_is_not_taken(check, signed, changes):
    with pytest.raises(NotAcknowledged):
        check(json.dumps({**signed, **changes}).encode())


def test_a_signature_of_the_intake_for_another_purpose_is_not_taken(keys, check, signed):
    plain = json.dumps({"id": REPORT_ID, "content": CONTENT, "stored_on": "2026-11-23"}, sort_keys=True).encode()
    signature = base64.b64encode(keys.intake.sign(plain)).decode()

    with pytest.raises(NotAcknowledged):
        check(json.dumps({**signed, "signature": signature}).encode())


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"{}", b"1", b'"ok"', b"<html>", b"\xff", b"[" * 100_000],
    ids=lambda one: repr(one[:9]),
)
def test_what_is_no_acknowledgement_at_all_is_not_taken(check, body):
    with pytest.raises(NotAcknowledged):
        check(body)


@given(body=st.binary())
def test_any_bytes_are_refused_and_nothing_worse(check, body):
    with pytest.raises(NotAcknowledged):
        check(body)
