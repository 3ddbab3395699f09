"""SQLite is really set up as we say, on every connection."""

import pytest

FULL, ON, MEMORY = 2, 1, 2
WANTED = {"journal_mode": "truncate", "synchronous": FULL, "secure_delete": ON, "temp_store": MEMORY}


@pytest.mark.parametrize("pragma", WANTED)
@pytest.mark.parametrize("way", ["reading", "writing"])
def test_a_connection_is_set_up(database, way, pragma):
    with getattr(database, way)() as connection:
        assert WANTED[pragma] == connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one()


@pytest.mark.parametrize("pragma", WANTED)
def test_a_second_connection_is_set_up_too(database, pragma):
    with database.reading(), database.writing() as second:
        assert WANTED[pragma] == second.exec_driver_sql(f"PRAGMA {pragma}").scalar_one()


def test_a_deleted_text_is_gone_from_the_file(database, file, write):
    words = b"They look up my neighbour every week"
    write(database, words)
    assert words in file.read_bytes()

    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM notes")

    assert words not in file.read_bytes()


def test_a_text_that_was_replaced_is_gone_from_the_file(database, file, write):
    words = b"words of an envelope " * 1_000
    write(database, words)

    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE notes SET text = NULL")

    assert words[:21] not in file.read_bytes()


def test_no_journal_keeps_what_was_deleted(database, file, write):
    words = b"They look up my neighbour every week"
    write(database, words)
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM notes")

    beside = [one for one in file.parent.iterdir() if one != file]
    assert ["notes.sqlite-journal"] == [one.name for one in beside]
    assert b"" == beside[0].read_bytes()
