"""Only what is an envelope is read as one, and why not is said without its content."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.sealing.envelope import NotAnEnvelope, read

WRONG = [
    ("envelope", 2),
    ("envelope", True),
    ("envelope", "1"),
    ("envelope", None),
    ("id", "1" * 31),
    ("id", "A" * 32),
    ("id", "1" * 31 + "\n"),
    ("id", 1),
    ("id", None),
    ("key", "g" * 32),
    ("locator", ["2" * 32]),
    ("locator", ""),
    ("content", "3" * 63),
    ("content", "\u0663" * 64),
    ("lane", "express"),
    ("lane", None),
    ("suite", "x" * 101),
    ("suite", 1),
    ("day", 20261123),
    ("day", "20261123"),
    ("day", "2026-W48-1"),
    ("day", "2026-11-31"),
    ("day", "2026-11-23T10:00:00"),
    ("day", "yesterday"),
    ("sealed", "not base64!"),
    ("sealed", "YQ==\n"),
    ("sealed", "Y Q=="),
    ("sealed", "YR=="),
    ("sealed", "YQ"),
    ("sealed", "é"),
    ("sealed", None),
]


def values_of(envelope):
    return json.loads(envelope.to_bytes())


def test_an_envelope_is_read_as_it_was_written(seal):
    envelope = seal(b"report")

    assert envelope == read(envelope.to_bytes())


@pytest.mark.parametrize("lane", ["ordinary", "quarantine"])
def test_every_lane_is_read(seal, lane):
    assert lane == read(seal(b"", lane=lane).to_bytes()).header.lane


@pytest.mark.parametrize(("name", "value"), WRONG, ids=repr)
def test_a_wrong_field_is_refused(seal, name, value):
    with pytest.raises(NotAnEnvelope):
        read(json.dumps({**values_of(seal(b"")), name: value}).encode())


@pytest.mark.parametrize("name", ["envelope", "id", "suite", "key", "lane", "locator", "content", "day", "sealed"])
def test_no_field_can_be_left_out(seal, name):
    values = values_of(seal(b""))
    values.pop(name)

    with pytest.raises(NotAnEnvelope):
        read(json.dumps(values).encode())


def test_no_field_can_be_added(seal):
    with pytest.raises(NotAnEnvelope):
        read(json.dumps({**values_of(seal(b"")), "address": "192.0.2.1"}).encode())


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b'"x"', b"1", b"\xff", b"{", b"{}", b"[" * 100_000, b"9" * 5_000],
    ids=lambda body: repr(body[:9]),
)
def test_what_is_no_envelope_at_all_is_refused(body):
    with pytest.raises(NotAnEnvelope):
        read(body)


@given(body=st.binary())
def test_any_bytes_are_refused_and_nothing_worse(body):
    with pytest.raises(NotAnEnvelope):
        read(body)


def test_a_refusal_does_not_repeat_what_was_sent(seal):
    with pytest.raises(NotAnEnvelope) as caught:
        read(json.dumps({**values_of(seal(b"")), "lane": "secret words"}).encode())

    assert "secret words" not in str(caught.value)
