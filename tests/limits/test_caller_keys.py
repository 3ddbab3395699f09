"""Callers are counted and not known."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.limits.keys import CallerKeys

ADDRESSES = ["192.0.2.1", "192.0.2.2", "2001:db8:1:2::1", "2001:db8:1:3::1", "::ffff:192.0.2.3", "", "unix:"]


class Clock:
    """A day that passes when the test says so."""

    def __init__(self):
        self.day = date(2026, 11, 23)

    def __call__(self):
        return self.day

    def next_day(self):
        self.day += timedelta(days=1)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def callers(clock):
    return CallerKeys(clock)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_caller_has_one_name_all_day(callers, address):
    assert callers.of(address) == callers.of(address)


def test_every_caller_has_a_name_of_their_own(callers):
    assert len(ADDRESSES) == len({callers.of(address) for address in ADDRESSES})


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_next_day_a_caller_has_another_name(clock, callers, address):
    yesterday = callers.of(address)
    clock.next_day()

    assert yesterday != callers.of(address)


def test_the_key_of_yesterday_is_gone_even_when_the_clock_goes_back(clock, callers):
    first_day, first = clock.day, callers.of("192.0.2.1")
    clock.next_day()
    callers.of("192.0.2.1")
    clock.day = first_day

    assert first != callers.of("192.0.2.1")


def test_another_process_gives_another_name(clock):
    assert CallerKeys(clock).of("192.0.2.1") != CallerKeys(clock).of("192.0.2.1")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"),
        ("2001:db8:1:2::1", "2001:0DB8:0001:0002:0:0:0:7"),
        ("fe80::1%eth0", "fe80::2%eth0"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
    ],
)
def test_one_phone_is_one_caller_whatever_its_address_of_the_moment(callers, one, other):
    assert callers.of(one) == callers.of(other)


@given(address=st.ip_addresses().map(str))
def test_no_name_shows_the_address(address):
    name = CallerKeys(Clock()).of(address)

    assert 32 == len(name)
    assert not set(name) - set("0123456789abcdef")
    assert name != CallerKeys(Clock()).of(address)


def test_a_digest_follows_from_the_content_and_the_day(clock, callers):
    first = callers.digest(b"content")

    assert 16 == len(first)
    assert first == callers.digest(b"content")
    assert first != callers.digest(b"other")
    clock.next_day()
    assert first != callers.digest(b"content")


def test_callers_of_one_moment_are_named_with_one_key(callers):
    names, start = [], Barrier(8)

    def call():
        start.wait()
        names.append(callers.of("192.0.2.1"))

    threads = [Thread(target=call) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 8 == len(names)
    assert 1 == len(set(names))
