"""What is sealed is opened by the private key, and by nothing else."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.sealing.envelope import Header, read
from portal.sealing.keys import key_pair
from portal.sealing.unseal import CannotOpen, Unsealer

OLD = key_pair(b"an old key of the charity, fixed")
CHANGED = {
    "id": "4" * 32,
    "suite": "MLKEM768_X25519/HKDF-SHA256/AES-256-GCM",
    "key": "5" * 32,
    "lane": "quarantine",
    "locator": "6" * 32,
    "content": "7" * 64,
    "day": "2026-11-24",
}


@given(content=st.binary(max_size=5_000))
def test_what_was_sealed_is_opened(seal, unsealer, content):
    assert content == unsealer.unseal(read(seal(content).to_bytes()))


def test_an_old_key_still_opens(keys, seal):
    both = Unsealer([keys.charity_seed, OLD.seed])

    assert b"new" == both.unseal(seal(b"new"))
    assert b"old" == both.unseal(seal(b"old", public=OLD.public))


def test_another_key_does_not_open(seal, unsealer):
    with pytest.raises(CannotOpen, match="is not here"):
        unsealer.unseal(seal(b"old", public=OLD.public))


def test_the_wrong_key_under_the_right_name_does_not_open(seal, unsealer):
    envelope = seal(b"old", public=OLD.public)
    named = replace(envelope, header=replace(envelope.header, key=seal(b"").header.key))

    with pytest.raises(CannotOpen):
        unsealer.unseal(named)


def test_every_field_of_the_header_is_among_these():
    assert {field.name for field in fields(Header)} == set(CHANGED)


@pytest.mark.parametrize("name", CHANGED)
def test_a_changed_header_does_not_open(seal, unsealer, name):
    envelope = seal(b"report")
    changed = replace(envelope, header=replace(envelope.header, **{name: CHANGED[name]}))

    with pytest.raises(CannotOpen):
        unsealer.unseal(changed)


@pytest.mark.parametrize("place", [0, 1_087, 1_088, 1_119, 1_120, -17, -16, -1])
def test_a_changed_byte_does_not_open(seal, unsealer, place):
    envelope = seal(b"report")
    sealed = bytearray(envelope.sealed)
    sealed[place] ^= 1

    with pytest.raises(CannotOpen):
        unsealer.unseal(replace(envelope, sealed=bytes(sealed)))


@pytest.mark.parametrize("length", [0, 1, 31, 1_119, 1_120, 1_136, -1])
def test_a_part_of_an_envelope_does_not_open(seal, unsealer, length):
    envelope = seal(b"report")

    with pytest.raises(CannotOpen):
        unsealer.unseal(replace(envelope, sealed=envelope.sealed[:length]))


def test_the_report_of_one_header_does_not_open_under_another(seal, unsealer):
    one, two = seal(b"one"), seal(b"two", report_id="8" * 32)

    with pytest.raises(CannotOpen):
        unsealer.unseal(replace(one, sealed=two.sealed))


def test_the_same_report_is_never_sealed_the_same_way_twice(seal):
    one, two = seal(b"report"), seal(b"report")

    assert one.header == two.header
    assert one.sealed[:1_120] != two.sealed[:1_120]
    assert one.sealed[1_120:] != two.sealed[1_120:]


def test_nothing_of_the_report_stands_in_the_envelope(seal):
    words = b"They look up my neighbour"

    assert words not in seal(words).sealed
    assert words not in seal(words).to_bytes()
