"""Few sizes: how long a report is says almost nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.sealing.padding import LENGTH_BYTES, SIZES, TooLong, pad, unpad


def test_the_sizes_stay_as_they_are():
    assert (4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216) == SIZES


@given(content=st.binary(max_size=20_000))
def test_what_was_padded_comes_back(content):
    assert len(pad(content)) in SIZES
    assert content == unpad(pad(content))


@pytest.mark.parametrize("content", [b"", b"\0", b"\0\0\1\0", b"ends in zeros\0\0\0"])
def test_zeros_of_the_content_are_not_taken_for_padding(content):
    assert content == unpad(pad(content))


@pytest.mark.parametrize("position", range(len(SIZES)))
def test_a_size_is_used_until_it_is_full(position):
    most = SIZES[position] - LENGTH_BYTES

    assert SIZES[position] == len(pad(bytes(most)))


@pytest.mark.parametrize("position", range(len(SIZES) - 1))
def test_one_byte_more_takes_the_next_size(position):
    assert SIZES[position + 1] == len(pad(bytes(SIZES[position] - LENGTH_BYTES + 1)))


def test_more_than_the_largest_size_is_refused():
    with pytest.raises(TooLong):
        pad(bytes(SIZES[-1] - LENGTH_BYTES + 1))


@pytest.mark.parametrize(("short", "long"), [(b"", b"x" * 4_000), (b"x" * 5_000, b"x" * 16_000)])
def test_a_short_report_and_a_longer_one_look_the_same(seal, short, long):
    assert len(seal(short).to_bytes()) == len(seal(long).to_bytes())
