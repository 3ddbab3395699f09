"""What `writing` has left is on the disk; what it has not is nowhere."""

import signal
import subprocess
import sys
from threading import Thread

import pytest

# Says so when the block has ended, and waits to be killed.
WRITER = """
import sys
from portal.storage.database import Database
from portal.storage.tables import outbox, outbox_tables

database = Database(sys.argv[1], outbox_tables)
with database.writing() as connection:
    connection.execute(outbox.insert().values(id="committed", content="", day=""))
with database.writing() as connection:
    connection.execute(outbox.insert().values(id="never", content="", day=""))
    print("now", flush=True)
    sys.stdin.read()
"""


def test_what_was_committed_survives_a_kill_and_what_was_not_does_not(environment, request):
    url = environment["PORTAL_DATABASE_URL"]
    command = [sys.executable, "-c", WRITER, url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert b"now\n" == process.stdout.readline()
        process.send_signal(signal.SIGKILL)

    database = request.getfixturevalue("outbox_database")
    with database.reading() as connection:
        found = connection.exec_driver_sql("SELECT id FROM outbox").scalars().all()
    assert ["committed"] == found


def test_another_process_sees_what_was_written(open_database, write, texts):
    one, other = open_database(), open_database()
    write(one, b"words")

    assert [b"words"] == texts(other)


def test_an_error_in_the_block_leaves_nothing_behind(database, write, texts):
    def break_off():
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO notes (text) VALUES ('half')")
            raise LookupError

    with pytest.raises(LookupError):
        break_off()

    assert [] == texts(database)
    write(database)
    assert [b"words"] == texts(database)


def test_a_database_that_is_opened_again_keeps_what_it_held(open_database, write, texts):
    write(open_database())
    open_database().close()

    assert [b"words"] == texts(open_database())


def test_many_threads_and_two_processes_lose_nothing(open_database, write, texts):
    databases = [open_database(), open_database()]
    threads = [
        Thread(target=lambda one=one, name=name: [write(one, b"%d %d" % (name, turn)) for turn in range(5)])
        for name, one in enumerate(databases * 4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {b"%d %d" % (name, turn) for name in range(8) for turn in range(5)} == set(texts(databases[0]))


def test_the_folder_of_a_database_is_made_for_its_owner_alone(tmp_path, environment, request):
    environment["PORTAL_DATABASE_URL"] = f"sqlite:///{tmp_path}/deep/down/outbox.sqlite"
    request.getfixturevalue("outbox_database")

    assert (tmp_path / "deep/down/outbox.sqlite").exists()
    assert 0o700 == (tmp_path / "deep/down").stat().st_mode & 0o777
