"""IntakeStore.keep: stored once, and durably, before the signature that lets the portal delete its own copy."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fixtures.envelopes import envelope, ids

from portal.cases.intake import DifferentEnvelope, IntakeStore
from portal.sealing.acknowledgement import verify
from portal.storage.database import Database, DatabaseUnavailable
from portal.storage.tables import cases_tables


@pytest.fixture
def stored(tmp_path):
    """What another process finds in the file."""

    def rows():
        with closing(sqlite3.connect(tmp_path / "cases.sqlite")) as other:
            return other.execute("SELECT id, envelope FROM envelopes ORDER BY sequence").fetchall()

    return rows


def test_what_is_acknowledged_is_stored_as_it_came(store, stored, today):
    made = envelope(1)
    _, new = store.keep(made, today=today)

    assert new
    assert [(*ids([1]), made.to_bytes())] == stored()


def test_the_acknowledgement_names_what_is_stored_and_is_signed(store, keys, today):
    made = envelope(1)
    signed, _ = store.keep(made, today=today)
    acknowledged = verify(signed, key=keys.intake.public_key(), report_id=made.header.id, content=made.header.content)

    assert today.isoformat() == acknowledged.stored_on


def test_nothing_is_signed_before_it_is_stored(cases_database, stored, today):
    class Key:
        """Looks into the file when it is asked to sign."""

        def sign(self, _content):
            self.seen = stored()
            return b"signature"

    key = Key()
    IntakeStore(cases_database, key).keep(envelope(1), today=today)

    assert 1 == len(key.seen)


def test_the_same_report_again_gets_the_acknowledgement_of_the_first(store, stored, today):
    first, _ = store.keep(envelope(1, sealed=b"one sealing"), today=today)
    second, new = store.keep(envelope(1, sealed=b"another", lane="quarantine"), today=today + timedelta(days=9))

    assert not new
    assert first == second
    assert [envelope(1, sealed=b"one sealing").to_bytes()] == [row[1] for row in stored()]


def test_of_many_at_once_one_is_new(environment, keys, today, stored):
    databases = [Database(environment["PORTAL_CASES_DATABASE_URL"], cases_tables) for _ in range(4)]
    stores = [IntakeStore(one, keys.intake) for one in databases]
    with ThreadPoolExecutor(4) as pool:
        kept = list(pool.map(lambda one: one.keep(envelope(1), today=today), stores * 4))
    for one in databases:
        one.close()

    assert 1 == [new for _, new in kept].count(True)
    assert 1 == len({signed for signed, _ in kept})
    assert 1 == len(stored())


@pytest.mark.parametrize(
    "second",
    [envelope(1, words=2), envelope(2, locator=f"{1:032x}")],
    ids=["other words under the same id", "another report at the same locator"],
)
def test_a_different_envelope_is_refused_and_the_first_stays(store, stored, today, second):
    store.keep(envelope(1), today=today)
    with pytest.raises(DifferentEnvelope):
        store.keep(second, today=today)

    assert [(*ids([1]), envelope(1).to_bytes())] == stored()


def test_a_locked_database_signs_nothing_and_keeps_nothing(cases_database, store, stored, today, tmp_path):
    with cases_database.reading() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(tmp_path / "cases.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnavailable):
            store.keep(envelope(1), today=today)

    assert [] == stored()


def test_another_key_signs_another_acknowledgement_of_the_same(cases_database, store, today):
    other = IntakeStore(cases_database, Ed25519PrivateKey.from_private_bytes(b"a new seed of thirty-two bytes !"))
    old, new = (json.loads(one.keep(envelope(1), today=today)[0]) for one in (store, other))

    assert old.pop("signature") != new.pop("signature")
    assert old == new
