"""Outbox.claim: every waiting envelope gets its turn, and one relay at a time."""

from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import pytest
from fixtures.envelopes import ids


@pytest.fixture
def claim(outbox):
    def claim(limit=99, *, holder="relay", **options):
        return [one.id for one in outbox.claim(limit, holder=holder, **options)]

    return claim


def test_the_oldest_come_first(fill, claim):
    fill(3, 1, 2)

    assert ids([3, 1]) == claim(2)
    assert ids([2]) == claim(2)


def test_what_one_relay_holds_no_other_gets(fill, claim):
    fill(1, 2)

    assert ids([1, 2]) == claim(holder="one")
    assert [] == claim(holder="another")


def test_what_was_released_is_due_again(outbox, fill, claim):
    fill(1, 2)
    outbox.release(claim())

    assert ids([1, 2]) == claim()


def test_the_least_tried_come_first(outbox, fill, claim):
    fill(1, 2)
    outbox.release(claim(1))
    fill(3)

    assert ids([2, 3]) == claim(2)
    assert ids([1]) == claim(2)


def test_what_failed_comes_after_what_was_only_claimed_with_it(outbox, fill, claim):
    fill(1, 2, 3)
    claim()
    outbox.failed(*ids([1]))
    outbox.release(ids([2, 3]))

    assert ids([2, 3, 1]) == claim()


def test_only_new_are_those_never_tried(outbox, fill, claim):
    fill(1)
    outbox.release(claim())
    fill(2)

    assert ids([2]) == claim(only_new=True)
    assert [] == claim(only_new=True)


def test_a_dead_relays_envelopes_are_freed(outbox, fill, claim):
    fill(1, 2)
    claim(holder="dead")
    outbox.release_all()

    assert ids([1, 2]) == claim(holder="next")


def test_the_delivered_are_never_claimed_again(outbox, fill, claim, today):
    fill(1, 2)
    claim()
    outbox.delivered(*ids([1]), on=today)
    outbox.release_all()

    assert ids([2]) == claim()


def test_relays_side_by_side_share_the_work_and_nothing_else(fill, claim):
    fill(*range(40))
    with ThreadPoolExecutor(4) as pool:
        claims = list(pool.map(lambda holder: claim(4, holder=str(holder)), range(12)))

    assert ids(range(40)) == sorted(chain(*claims))
