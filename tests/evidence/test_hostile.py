"""Whatever is added, the answer is clear, comes within ten seconds, and costs no more than one worker may take."""

import random
from pathlib import Path

import pytest
from fixtures.hostile import HOSTILE
from fixtures.planted import PLANTED
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.evidence import words
from portal.evidence.kinds import Kind
from portal.evidence.results import Refused
from portal.evidence.scrub import scrub

LONGEST, MOST_MEGABYTES = 10, 300
OPEN = Path("/proc/self/fd")


@pytest.mark.parametrize("file", HOSTILE, ids=repr)
def test_a_hostile_file_is_refused_and_is_not_felt(file, measured):
    found = measured(file.content)

    assert file.reason == found.reason
    assert LONGEST > found.seconds
    assert MOST_MEGABYTES > found.megabytes
    assert not found.left


@pytest.mark.parametrize("file", PLANTED, ids=repr)
def test_an_honest_file_is_not_felt_either(file, measured):
    found = measured(file.content)

    assert found.reason is None
    assert MOST_MEGABYTES > found.megabytes
    assert not found.left


def test_a_file_that_takes_too_long_is_refused_and_its_worker_is_gone(measured):
    found = measured(PLANTED[0].content, "0.05")

    assert ("too-slow", False) == (found.reason, found.left)
    assert LONGEST > found.seconds


def test_every_reason_has_words():
    assert {file.reason for file in HOSTILE} | {"cannot-scrub", "too-slow"} == set(words.REASONS)


@settings(max_examples=15)
@given(st.binary(min_size=1, max_size=2000))
def test_random_bytes_are_refused_unless_they_are_text(content):
    result = scrub(content)

    assert isinstance(result, Refused) or (Kind.TXT, content) == (result.kind, result.content)


@settings(max_examples=15)
@given(st.sampled_from(PLANTED), st.binary(min_size=1, max_size=2000))
def test_random_bytes_after_an_honest_beginning_are_refused_unless_they_are_text(file, content):
    result = scrub(file.content[:20] + content)

    assert isinstance(result, Refused) or result.kind in {Kind.TXT, Kind.EML}


@pytest.mark.parametrize("file", PLANTED, ids=repr)
def test_a_damaged_file_still_gets_an_answer(file):
    damage = random.Random(file.name)  # noqa: S311 – the same damage every time
    damaged = bytearray(file.content)
    for _ in range(20):
        damaged[damage.randrange(16, len(damaged))] = damage.randrange(256)

    assert scrub(bytes(damaged))


def test_the_worker_leaves_no_file_open_in_the_portal():
    before = len(list(OPEN.iterdir()))
    scrub(PLANTED[0].content)

    assert before == len(list(OPEN.iterdir()))
