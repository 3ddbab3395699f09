"""Relay.round: one batch, and what becomes of each envelope in it."""

from datetime import timedelta

import pytest
from fixtures.envelopes import envelope, ids
from outbox.timelapse import AWAY, FOR_GOOD, Intake

from portal.outbox.outbox import TOMBSTONE_DAYS, Put
from portal.outbox.relay import BATCH, Relay, Round


@pytest.fixture
def intake():
    return Intake()


@pytest.fixture
def relay(outbox, intake, today):
    return Relay(outbox, intake, holder="relay", today=lambda: today, luck=lambda: 0.5)


def test_what_is_stored_leaves_the_outbox(relay, outbox, fill):
    fill(1, 2)

    assert Round(stored=2) == relay.round()
    assert 0 == outbox.depth()


def test_a_round_is_one_batch(relay, outbox, fill):
    fill(*range(BATCH + 5))

    assert Round(stored=BATCH) == relay.round()
    assert 5 == outbox.depth()


def test_a_refusal_for_good_is_parked_with_its_reason_and_the_others_go_on(relay, outbox, intake, fill):
    fill(1, 2, 3)
    intake.answers[ids([2])[0]] = FOR_GOOD

    assert Round(stored=2, parked=1) == relay.round()
    assert [(*ids([2]), FOR_GOOD.reason)] == [(one.id, one.reason) for one in outbox.parked()]


def test_refusals_for_good_in_a_row_do_not_mean_that_the_intake_is_away(relay, intake, fill):
    fill(1, 2, 3, 4, 5)
    intake.answers = dict.fromkeys(ids([1, 2, 3, 4]), FOR_GOOD)

    assert Round(stored=1, parked=4) == relay.round()


def test_three_failures_in_a_row_leave_the_rest_untouched(relay, outbox, intake, fill):
    fill(1, 2, 3, 4, 5)
    intake.leave()

    assert Round(failed=3) == relay.round()
    assert ids([1, 2, 3]) == intake.tried
    assert ids([4, 5, 1, 2, 3]) == [one.id for one in outbox.claim(9, holder="another")]


def test_failures_between_successes_do_not_end_a_round(relay, intake, fill):
    fill(*range(8))
    intake.answers = dict.fromkeys(ids([0, 1, 3, 4, 6, 7]), AWAY)

    assert Round(stored=2, failed=6) == relay.round()


@pytest.mark.parametrize("poisonous", [1, 3, BATCH, 2 * BATCH])
def test_envelopes_that_always_fail_never_hold_up_another(relay, outbox, intake, fill, poisonous):
    fill(*range(poisonous + 30))
    intake.answers = dict.fromkeys(ids(range(poisonous)), AWAY)
    for _ in range(poisonous + 30):
        relay.round()

    assert set(ids(range(poisonous, poisonous + 30))) == set(intake.stored)
    assert poisonous == outbox.depth()


def test_what_another_relay_holds_is_left_to_it(relay, outbox, fill):
    fill(1, 2)
    outbox.claim(1, holder="another")

    assert Round(stored=1) == relay.round()


def test_tombstones_are_forgotten_when_the_day_comes(outbox, fill, today):
    days = iter([today, today + timedelta(days=TOMBSTONE_DAYS + 1)])
    fill(1)
    outbox.delivered(*ids([1]), on=today)
    relay = Relay(outbox, Intake(), holder="relay", today=lambda: next(days), luck=lambda: 0.5)

    relay.round()
    before = outbox.put(envelope(1))
    relay.round()

    assert Put.ALREADY_THERE == before
    assert Put.STORED == outbox.put(envelope(1))
