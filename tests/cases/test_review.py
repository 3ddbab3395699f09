"""Review: the one room that opens reports."""

import sqlite3
from contextlib import closing

import pytest
from fixtures.envelopes import ids
from sqlalchemy import update

from portal.cases.review import NoSuchCase, Review
from portal.sealing.keys import key_pair
from portal.storage.tables import envelopes

NEW_SEED = b"a newer charity seed of 32 bytes"


@pytest.fixture
def review(cases_database, keys):
    return Review(cases_database, [keys.charity_seed])


@pytest.fixture
def change(cases_database):
    """Changes a stored envelope."""

    def change(kept, old, new):
        body = kept.to_bytes().replace(old, new)
        assert body != kept.to_bytes()
        with cases_database.writing() as connection:
            connection.execute(update(envelopes).where(envelopes.c.id == kept.header.id).values(envelope=body))

    return change


def numbers(review):
    return [case.document["number"] for case in review.cases()]


def test_a_case_is_the_report_with_what_the_intake_knows(review, keep, today):
    keep(1)
    (case,) = review.cases()

    assert {"number": 1} == case.document
    assert (*ids([1]), today.isoformat(), "ordinary", None) == (case.id, case.stored_on, case.lane, case.trouble)


def test_the_newest_come_first(review, keep):
    for number in (2, 3, 1):
        keep(number)

    assert [1, 3, 2] == numbers(review)


def test_the_quarantine_lane_comes_last(review, keep):
    for number, lane in enumerate(["quarantine", "ordinary", "quarantine", "ordinary"]):
        keep(number, lane=lane)

    assert [3, 1, 2, 0] == numbers(review)


def test_old_and_new_keys_open_what_was_sealed_for_each(cases_database, keep, keys):
    keep(1)
    keep(2, public=key_pair(NEW_SEED).public)

    assert [2, 1] == numbers(Review(cases_database, [NEW_SEED, keys.charity_seed]))


def test_a_missing_key_is_named_and_the_others_still_open(review, keep):
    kept = keep(1, public=key_pair(NEW_SEED).public)
    keep(2)
    opened, closed = review.cases()

    assert {"number": 2} == opened.document
    assert closed.document is None
    assert kept.header.key in closed.trouble


@pytest.mark.parametrize("field", ["id", "locator", "content", "day", "lane"])
def test_an_envelope_with_a_changed_header_says_so_and_is_not_opened(review, keep, change, field):
    old, new = {"lane": (b"ordinary", b"quarantine"), "day": (b'"2026-11-23"', b'"2026-11-24"')}.get(
        field, (f'"{field}": "0'.encode(), f'"{field}": "f'.encode())
    )
    change(keep(1), old, new)
    (case,) = review.cases()

    assert case.document is None
    assert case.trouble


def test_an_envelope_with_changed_content_says_so_and_is_not_opened(review, keep, change):
    kept = keep(1)
    middle = kept.to_bytes()[3000:3016]
    change(kept, middle, middle.swapcase())
    (case,) = review.cases()

    assert case.document is None
    assert case.trouble


@pytest.mark.parametrize(("old", "new"), [(b'"suite": "', b'"suite": "old '), (b'"envelope": 1', b'"envelope": 2')])
def test_what_this_version_cannot_read_says_so_and_the_others_still_open(review, keep, change, old, new):
    change(keep(1), old, new)
    keep(2)
    opened, closed = review.cases()

    assert {"number": 2} == opened.document
    assert closed.trouble


@pytest.mark.parametrize("content", [b"words", b"[1]", b"[" * 4000, b"\xff"])
def test_what_opens_and_is_no_report_says_so_and_the_others_still_open(review, keep, content):
    keep(1, content=content)
    keep(2)
    opened, closed = review.cases()

    assert {"number": 2} == opened.document
    assert closed.document is None
    assert closed.trouble


def test_a_case_is_found_by_the_beginning_of_its_id(review, keep):
    keep(0xA1 << 120)
    keep(0xA2 << 120)

    assert {"number": 0xA2 << 120} == review.case("a2").document


@pytest.mark.parametrize("begins", ["a", "b", "", "%", "_1"])
def test_no_case_or_more_than_one_is_no_such_case(review, keep, begins):
    keep(0xA1 << 120)
    keep(0xA2 << 120)

    with pytest.raises(NoSuchCase):
        review.case(begins)


def test_somebody_who_reads_slowly_does_not_hold_up_the_intake(review, keep, tmp_path):
    for number in range(40):
        keep(number)
    reading = review.cases()
    next(reading)
    with closing(sqlite3.connect(tmp_path / "cases.sqlite", timeout=0.1)) as intake:
        intake.execute("UPDATE envelopes SET stored_on = stored_on")
        intake.commit()

    assert 39 == len(list(reading))
