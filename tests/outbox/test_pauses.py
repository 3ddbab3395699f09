"""Pauses grow, up to a longest, and many relays do not come back at the same moment."""

from hypothesis import given
from hypothesis import strategies as st

from portal.outbox.relay import FIRST_PAUSE, LONGEST_PAUSE, pause_after

failures = st.integers(1, 10**6)
luck = st.floats(0, 1, exclude_max=True)


@given(failures, luck)
def test_no_pause_is_shorter_than_half_the_first_or_longer_than_the_longest(failures, luck):
    assert FIRST_PAUSE / 2 <= pause_after(failures, luck=luck) <= LONGEST_PAUSE


@given(failures, luck)
def test_one_more_failure_never_shortens_a_pause(failures, luck):
    assert pause_after(failures, luck=luck) <= pause_after(failures + 1, luck=luck)


@given(st.integers(1, 7), luck)
def test_pauses_double_until_they_are_long(failures, luck):
    assert 2 * pause_after(failures, luck=luck) == pause_after(failures + 1, luck=luck)


@given(failures)
def test_luck_spreads_a_pause_over_half_its_length(failures):
    shortest, middle = pause_after(failures, luck=0), pause_after(failures, luck=0.5)

    assert middle == shortest * 1.5
