"""A database that cannot be used says just that, and repeats nothing of what it was to keep."""

import sqlite3
import time

import pytest

from portal.storage.database import BUSY_TIMEOUT, Database, DatabaseUnavailable
from portal.storage.tables import outbox_tables

WORDS = b"They look up my neighbour"


def limit(database, pragma):
    """Set a limit on the connection that the next block will use."""
    with database.reading() as connection:
        connection.exec_driver_sql(f"PRAGMA {pragma}")


@pytest.fixture
def other(file):
    """Another program that has the same file open."""
    connection = sqlite3.connect(file, timeout=0.1, isolation_level=None)
    yield connection
    connection.close()


@pytest.mark.parametrize("pragma", ["max_page_count = 1", "query_only = ON"], ids=["full", "read-only"])
def test_a_database_that_is_full_or_read_only_is_unavailable(database, write, texts, pragma):
    limit(database, pragma)

    with pytest.raises(DatabaseUnavailable):
        write(database, WORDS * 1_000)

    assert [] == texts(database)


def test_a_database_that_is_locked_is_unavailable_after_a_while(database, write, other, texts):
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()

    with pytest.raises(DatabaseUnavailable):
        write(database, WORDS)

    assert BUSY_TIMEOUT * 0.9 <= time.monotonic() - began
    other.execute("COMMIT")
    assert [] == texts(database)


def test_once_the_lock_is_gone_it_can_be_written_again(database, write, other, texts):
    other.execute("BEGIN IMMEDIATE")
    other.execute("COMMIT")
    write(database, WORDS)

    assert [WORDS] == texts(database)


def test_a_reader_does_not_make_a_writer_wait(database, other):
    with database.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM notes").all()
        other.execute("INSERT INTO notes (text) VALUES ('x')")

        assert 1 == connection.exec_driver_sql("SELECT count(*) FROM notes").scalar_one()


def test_a_writer_does_not_make_a_reader_wait(database, other, write, texts):
    write(database, WORDS)
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM notes")

    assert [WORDS] == texts(database)


def test_a_file_that_is_no_database_is_unavailable(file):
    file.write_bytes(WORDS * 1_000)

    with pytest.raises(DatabaseUnavailable):
        Database(f"sqlite:///{file}", outbox_tables)


def test_a_table_that_is_gone_is_unavailable(database, write, texts):
    with database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE notes")

    with pytest.raises(DatabaseUnavailable):
        write(database)
    with pytest.raises(DatabaseUnavailable):
        texts(database)


def test_what_was_to_be_kept_does_not_stand_in_the_error(database, write):
    limit(database, "query_only = ON")

    with pytest.raises(DatabaseUnavailable) as caught:
        write(database, WORDS)

    assert WORDS.decode() not in str(caught.value)
    # The error that it came from holds the statement; no traceback shows it.
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
