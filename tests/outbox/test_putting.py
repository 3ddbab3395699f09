"""Outbox.put: durably, and once for each report."""

import base64
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from fixtures.envelopes import envelope, ids

from portal.outbox.outbox import Outbox, Put
from portal.storage.database import Database, DatabaseUnavailable
from portal.storage.tables import outbox_tables


@pytest.fixture
def path(tmp_path):
    return tmp_path / "outbox.sqlite"


def test_a_report_sent_again_is_kept_once(outbox):
    puts = [outbox.put(envelope(1, sealed=sealing)) for sealing in (b"first sealing", b"second sealing")]

    assert [Put.STORED, Put.ALREADY_THERE] == puts
    assert 1 == outbox.depth()


def test_other_words_under_the_same_id_are_told_apart_and_the_first_stay(outbox):
    outbox.put(envelope(1, words=1))
    put = outbox.put(envelope(1, words=2))

    assert Put.DIFFERENT == put
    assert [envelope(1, words=1).to_bytes()] == [one.envelope for one in outbox.claim(9, holder="relay")]


def test_a_report_sent_again_after_it_was_delivered_is_still_the_same(outbox, today):
    outbox.put(envelope(1))
    outbox.delivered(*ids([1]), on=today)

    assert Put.ALREADY_THERE == outbox.put(envelope(1))
    assert 0 == outbox.depth()


def test_of_many_sendings_at_once_one_is_stored(outbox):
    with ThreadPoolExecutor(8) as pool:
        puts = list(pool.map(outbox.put, [envelope(1)] * 24))

    assert 1 == puts.count(Put.STORED)
    assert 23 == puts.count(Put.ALREADY_THERE)


def test_what_was_put_is_there_for_another_process(outbox, environment):
    outbox.put(envelope(1))
    other = Database(environment["PORTAL_DATABASE_URL"], outbox_tables)
    there = Outbox(other).claim(9, holder="other")
    other.close()

    assert ids([1]) == [one.id for one in there]


@pytest.mark.usefixtures("impatient")
def test_a_locked_database_says_so_and_keeps_nothing(outbox, path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnavailable):
            outbox.put(envelope(1))

    assert 0 == outbox.depth()
    assert Put.STORED == outbox.put(envelope(1))


def test_nothing_of_a_delivered_envelope_stays_in_the_file(outbox, path, today):
    sealed = b"sealed words " * 1000
    outbox.put(envelope(1, sealed=sealed))
    before = path.read_bytes()
    outbox.delivered(*ids([1]), on=today)

    assert base64.b64encode(sealed)[:60] in before
    assert base64.b64encode(sealed)[:60] not in path.read_bytes()
    assert b"" == path.with_name("outbox.sqlite-journal").read_bytes()
