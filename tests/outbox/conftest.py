import pytest
from fixtures.envelopes import envelope

from portal.outbox.outbox import Waiting


@pytest.fixture
def fill(outbox):
    """Puts the envelopes of these numbers."""

    def put(*numbers):
        for number in numbers:
            outbox.put(envelope(number))

    return put


@pytest.fixture
def waiting():
    """One claimed envelope."""
    made = envelope(1)
    return Waiting(made.header.id, made.header.content, made.to_bytes())


@pytest.fixture
def impatient(outbox_database):
    """The outbox's database does not wait for a lock."""
    with outbox_database.reading() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    return outbox_database
