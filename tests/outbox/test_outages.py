"""Relay.run through hours without an intake, in a second."""

import sqlite3
from contextlib import closing
from itertools import pairwise
from threading import Event

import pytest
from fixtures.envelopes import envelope, ids
from outbox.timelapse import AWAY, Clock, Intake

from portal.outbox.relay import BATCH, FIRST_PAUSE, LONGEST_PAUSE, LOOK, Relay

HALF_AN_HOUR = 1800


@pytest.fixture
def clock():
    return Clock(HALF_AN_HOUR)


@pytest.fixture
def intake(clock):
    return Intake(clock)


@pytest.fixture
def relay(outbox, intake, today):
    return Relay(outbox, intake, holder="relay", today=lambda: today, luck=lambda: 0.99)


def test_tries_become_rare_but_never_end(relay, clock, intake, fill):
    fill(1)
    intake.leave()
    relay.run(clock)
    gaps = [later - earlier for earlier, later in pairwise(intake.tries)]

    assert FIRST_PAUSE <= gaps[0] + LOOK
    assert gaps == sorted(gaps)
    assert LONGEST_PAUSE - LOOK <= max(gaps) <= LONGEST_PAUSE + LOOK
    assert clock.now - intake.tries[-1] <= LONGEST_PAUSE + LOOK


@pytest.mark.parametrize("away", [10, 100, 1000])
def test_all_that_waited_arrives_once_soon_after_the_intake_is_back(relay, clock, intake, outbox, fill, away):
    depths = []
    fill(*range(70))
    intake.leave()
    clock.at(away, intake.come_back)
    clock.at(away + LONGEST_PAUSE + 10 * LOOK, lambda: depths.append(outbox.depth()))
    relay.run(clock)

    assert [0] == depths
    assert ids(range(70)) == sorted(intake.stored)


def test_a_new_report_is_tried_at_once_during_a_pause_and_ends_it(relay, clock, intake, outbox, fill):
    stored = []
    fill(1)
    intake.leave()
    clock.at(1000, intake.come_back)
    clock.at(1001, lambda: outbox.put(envelope(2)))
    clock.at(1001 + 3 * LOOK, lambda: stored.extend(intake.stored))
    relay.run(clock)

    assert ids([2, 1]) == stored


def test_new_reports_that_fail_do_not_shorten_the_pauses_of_the_old(relay, clock, intake, outbox, fill):
    fill(1)
    intake.leave()
    for number in range(2, 50):
        clock.at(30 * number, lambda number=number: outbox.put(envelope(number)))
    relay.run(clock)

    assert intake.tried.count(*ids([1])) <= 14
    assert 49 == len(set(intake.tried))


def test_one_that_always_fails_does_not_slow_the_others(relay, clock, intake, outbox, fill):
    fill(*range(3))
    intake.answers = dict.fromkeys(ids(range(3)), AWAY)
    arrived = {}
    for number in range(10, 35):
        clock.at(50 * number, lambda number=number: arrived.update({number: clock.now}) or outbox.put(envelope(number)))
    relay.run(clock)
    stored = {one: at for one, at in zip(intake.tried, intake.tries, strict=True) if one in intake.stored}

    assert ids(range(10, 35)) == intake.stored
    assert all(stored[one] - arrived[int(one, 16)] <= 2 * LOOK for one in stored)


def test_what_a_dead_relay_held_is_sent_by_the_next(relay, clock, intake, outbox, fill):
    fill(1, 2)
    outbox.claim(9, holder="dead")
    relay.run(clock)

    assert ids([1, 2]) == intake.stored


def test_when_the_outbox_fails_in_the_middle_of_a_round_the_rest_still_goes(clock, outbox, fill, today, tmp_path):
    fill(*range(5))

    def rename(old, new):
        with closing(sqlite3.connect(tmp_path / "outbox.sqlite")) as other:
            other.execute(f"ALTER TABLE {old} RENAME TO {new}")

    class Breaking(Intake):
        def deliver(self, waiting):
            if len(self.tried) == 1:
                rename("outbox", "gone")
                clock.at(clock.now + 5, lambda: rename("gone", "outbox"))
            return super().deliver(waiting)

    intake = Breaking(clock)
    Relay(outbox, intake, holder="relay", today=lambda: today, luck=lambda: 0.5).run(clock)

    assert 0 == outbox.depth()
    assert set(ids(range(5))) == set(intake.stored)


def test_told_to_stop_it_begins_no_other_round(outbox, fill, today):
    fill(*range(BATCH + 5))
    stop = Event()

    class Stopping(Intake):
        def deliver(self, waiting):
            stop.set()
            return super().deliver(waiting)

    Relay(outbox, Stopping(), holder="relay", today=lambda: today, luck=lambda: 0.5).run(stop)

    assert 5 == outbox.depth()
