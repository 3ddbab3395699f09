"""Whatever happens in whatever order: what was put and not delivered is there, once, and can still be sent."""

from datetime import date, timedelta

import pytest
from fixtures.envelopes import envelope, ids
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from portal.outbox.outbox import TOMBSTONE_DAYS, Outbox, Put
from portal.storage.database import Database
from portal.storage.tables import outbox_tables

numbers = st.integers(1, 6)


class Life(RuleBasedStateMachine):
    """An outbox, and beside it what must be in it."""

    def __init__(self):
        super().__init__()
        self._database = Database("sqlite://", outbox_tables)
        self._outbox = Outbox(self._database)
        self._day = date(2026, 11, 23)
        self._waiting, self._held, self._parked = {}, set(), set()
        self._delivered = {}

    def teardown(self):
        self._database.close()

    def _known(self, report_id):
        return self._waiting.get(report_id) or self._delivered.get(report_id, (None,))[0]

    @rule(number=numbers, words=st.integers(1, 2))
    def put(self, number, words):
        made = envelope(number, words=words)
        known = self._known(made.header.id)
        expected = Put.STORED if not known else Put.ALREADY_THERE if known == words else Put.DIFFERENT
        if not known:
            self._waiting[made.header.id] = words
        assert expected == self._outbox.put(made)

    @rule(limit=st.integers(1, 4), only_new=st.booleans())
    def claim(self, limit, only_new):
        free = self._waiting.keys() - self._held - self._parked
        claimed = {one.id for one in self._outbox.claim(limit, holder="relay", only_new=only_new)}
        assert claimed <= free
        assert only_new or min(limit, len(free)) == len(claimed)
        self._held |= claimed

    @precondition(lambda self: self._held)
    @rule(pick=st.data(), end=st.sampled_from(["delivered", "parked", "failed", "released"]))
    def end(self, pick, end):
        report_id = pick.draw(st.sampled_from(sorted(self._held)))
        self._held.remove(report_id)
        if end == "delivered":
            self._outbox.delivered(report_id, on=self._day)
            self._delivered[report_id] = (self._waiting.pop(report_id), self._day)
        elif end == "parked":
            self._outbox.park(report_id, reason="409")
            self._parked.add(report_id)
        elif end == "failed":
            self._outbox.failed(report_id)
        else:
            self._outbox.release([report_id])

    @rule()
    def relay_dies(self):
        self._outbox.release_all()
        self._held.clear()

    @rule(number=numbers)
    def retry(self, number):
        (report_id,) = ids([number])
        assert (report_id in self._parked) == self._outbox.retry(report_id)
        self._parked.discard(report_id)

    @rule(days=st.integers(1, 40))
    def days_pass(self, days):
        self._day += timedelta(days=days)
        self._outbox.forget(today=self._day)
        oldest = self._day - timedelta(days=TOMBSTONE_DAYS)
        self._delivered = {one: known for one, known in self._delivered.items() if known[1] >= oldest}

    @invariant()
    def all_there(self):
        assert len(self._waiting) == self._outbox.depth()
        assert self._parked == {one.id for one in self._outbox.parked()}


@pytest.mark.timeout(60)
def test_nothing_put_is_lost_before_it_is_delivered():
    run_state_machine_as_test(Life, settings=settings(max_examples=40, stateful_step_count=30, deadline=None))
