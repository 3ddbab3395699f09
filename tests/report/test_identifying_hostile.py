"""No text makes the search slow: eight times the length takes about eight times the time, not sixty-four."""

import time

import pytest

from portal.report.identifying import find
from portal.web.languages import TAGS

HOSTILE = [
    "a",
    "1",
    "0",
    "+",
    "(",
    "@",
    ":",
    "'",
    "1 ",
    "07 ",
    "0 7",
    "+44 ",
    "1-",
    "0(",
    "1/2/",
    "07700900123 ",
    "07700900123",
    "2025-03-27 14",
    "+4 (0",
    "a@",
    "a@b.1",
    "a." * 99 + "@",
    "a@" + ".1" * 150,
    "a@" + "b." * 150 + "1",
    "SW1A 1A",
    "AB12 CD",
    "AB 12 34 56 ",
    "AZ 123",
    "14:3",
    "1:11:1",
    "2.15 a",
    "at 143",
    "my ",
    "my ex ex ex ",
    "my 1 1 1 1 ",
    "I am the officer's ",
    "fy nghyn ",
    "ولأ",
    "ابن خا ",
    "يا ",
    " ",
    "\n",
    "\u0301",
    "a\u0301",
    "\u202e",
    "\0",
    "\ud800",
    "\ufdfa",
    "각",
    "７",
    "He told my colleagues at 14:32 that 07700 900123 was hers. ",
]


def seconds(text, *, runs=3):
    """The least of some runs: what else the machine does only ever adds to it."""

    def once():
        start = time.process_time()
        find(text, languages=TAGS)
        return time.process_time() - start

    return min(once() for _ in range(runs))


def hostile(pattern, length):
    return (pattern * (length // len(pattern) + 1))[:length]


@pytest.mark.parametrize("pattern", HOSTILE, ids=ascii)
def test_the_time_grows_only_with_the_length(pattern):
    # The first 500 places that look like a phone number cost more than what follows, so both texts hold as many.
    short, long = (seconds(hostile(pattern, length)) for length in (8_000, 64_000))

    assert short * 8 * 2.5 + 0.05 > long


@pytest.mark.parametrize("pattern", ["+", "07 ", "07700900123 ", "my ", "\u0301"], ids=ascii)
def test_a_million_characters_are_read_in_seconds(pattern):
    assert seconds(hostile(pattern, 1_000_000), runs=1) < 6
