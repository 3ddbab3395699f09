"""Keys are X-Wing's, and their names stay."""

import pytest

from portal.sealing.keys import NotAKey, fingerprint, key_pair, public_key
from portal.sealing.seal import Sealer
from portal.sealing.unseal import Unsealer

#: The first test vector of draft-connolly-cfrg-xwing-kem: the seed, and the ends of the public key.
SEED = bytes.fromhex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")
BEGINS = "e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b07131713fc14b2b5"
ENDS = "23593d4ba32d9abac8cd049040ef6534"


def test_a_seed_gives_the_key_that_the_standard_says():
    public = key_pair(SEED).public.hex()

    assert 1_216 * 2 == len(public)
    assert public.startswith(BEGINS)
    assert public.endswith(ENDS)


def test_the_name_of_a_key_never_changes():
    assert "2e816deebcd76c5c80d0cd2d17447887" == fingerprint(key_pair(SEED).public)


def test_an_envelope_carries_the_name_of_its_key(keys, seal):
    assert fingerprint(keys.charity_public) == seal(b"").header.key


@pytest.mark.parametrize("public", [b"", b"\xff" * 1_216, b"x" * 1_184, b"short"])
def test_what_is_no_public_key_seals_nothing(public):
    with pytest.raises(NotAKey):
        Sealer(public)


@pytest.mark.parametrize("change", [lambda key: key[:-1], lambda key: key + b"x", lambda key: b"\xff" * 9 + key[9:]])
def test_a_public_key_that_is_cut_or_broken_is_refused(keys, change):
    with pytest.raises(NotAKey):
        public_key(change(keys.charity_public))


@pytest.mark.parametrize("seed", [b"", b"x" * 31, b"x" * 33, b"x" * 1_216])
def test_what_is_no_private_key_opens_nothing(seed):
    with pytest.raises(NotAKey):
        Unsealer([seed])


def test_a_key_pair_does_not_show_its_seed():
    assert SEED.hex() not in repr(key_pair(SEED))
    assert repr(SEED) not in repr(key_pair(SEED))
