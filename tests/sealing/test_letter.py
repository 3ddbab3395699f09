import pytest

from portal.sealing.keys import key_pair
from portal.sealing.letter import CannotOpenLetter, open_letter, seal_letter

PAIR = key_pair(b"the reporter's seed of 32 bytes!")
PLACE = "1" * 32
CONTENT = {"kind": "question", "text": "متى؟ \x00 zebrafinch"}


def test_what_is_sealed_to_a_key_opens_with_its_seed():
    assert CONTENT == open_letter(seal_letter(CONTENT, public=PAIR.public, place=PLACE), seed=PAIR.seed, place=PLACE)


@pytest.mark.parametrize(
    ("seed", "place"), [(b"another seed, of thirty-two byte", PLACE), (PAIR.seed, "2" * 32)], ids=["key", "place"]
)
def test_it_opens_with_no_other_key_and_in_no_other_mailbox(seed, place):
    sealed = seal_letter(CONTENT, public=PAIR.public, place=PLACE)

    with pytest.raises(CannotOpenLetter):
        open_letter(sealed, seed=seed, place=place)


def test_a_changed_letter_does_not_open():
    sealed = bytearray(seal_letter(CONTENT, public=PAIR.public, place=PLACE))
    sealed[-1] ^= 1

    with pytest.raises(CannotOpenLetter):
        open_letter(bytes(sealed), seed=PAIR.seed, place=PLACE)


def test_short_and_longer_letters_have_the_same_length():
    sizes = {len(seal_letter({"text": "x" * length}, public=PAIR.public, place=PLACE)) for length in (0, 1, 3000)}

    assert 1 == len(sizes)
