"""What the intake refused for good stays, and is seen; what it took is forgotten in the end."""

from datetime import timedelta

import pytest
from fixtures.envelopes import envelope, ids

from portal.outbox.outbox import TOMBSTONE_DAYS, Parked, Put


def test_a_parked_envelope_is_seen_with_its_reason_and_still_counts(outbox, fill):
    fill(1, 2)
    outbox.park(*ids([1]), reason="409 Conflict")

    assert [Parked(*ids([1]), "2026-11-23", "409 Conflict")] == outbox.parked()
    assert 2 == outbox.depth()


def test_a_parked_envelope_is_not_sent(outbox, fill):
    fill(1)
    outbox.claim(9, holder="relay")
    outbox.park(*ids([1]), reason="409")
    outbox.release_all()

    assert [] == outbox.claim(9, holder="relay")


def test_a_reason_of_any_length_can_be_kept(outbox, fill):
    fill(1)
    outbox.park(*ids([1]), reason="long " * 1000)

    assert 200 == len(outbox.parked()[0].reason)


def test_a_retried_envelope_is_like_a_new_one(outbox, fill):
    fill(1)
    outbox.claim(9, holder="relay")
    outbox.park(*ids([1]), reason="409")

    assert outbox.retry(*ids([1])) is True
    assert [] == outbox.parked()
    assert ids([1]) == [one.id for one in outbox.claim(9, holder="relay", only_new=True)]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_only_what_is_parked_can_be_retried(outbox, fill, today, number):
    fill(1, 2)
    outbox.delivered(*ids([2]), on=today)

    assert outbox.retry(*ids([number])) is False


@pytest.mark.parametrize(("days", "put"), [(TOMBSTONE_DAYS, Put.ALREADY_THERE), (TOMBSTONE_DAYS + 1, Put.STORED)])
def test_a_delivered_report_is_known_for_thirty_days(outbox, fill, today, days, put):
    fill(1)
    outbox.delivered(*ids([1]), on=today)
    outbox.forget(today=today + timedelta(days=days))

    assert put == outbox.put(envelope(1))


def test_what_was_not_delivered_is_never_forgotten(outbox, fill, today):
    fill(1, 2, 3)
    outbox.park(*ids([2]), reason="409")
    outbox.claim(1, holder="relay")
    outbox.forget(today=today + timedelta(days=10_000))

    assert 3 == outbox.depth()
