"""Mailboxes: what the charity and a reporter write to each other. Nothing here can open a letter."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, exists, insert, select

from portal.storage.database import Database
from portal.storage.tables import closed_mailboxes, envelopes, letters

#: More than any honest correspondence; a mailbox is not a store.
MOST_LETTERS = 100


class NoMailbox(LookupError):
    """There is no mailbox here: never was, or its reporter has deleted it. Nobody is told which."""


class MailboxFull(Exception):
    """There are as many letters as a mailbox holds."""


@dataclass(frozen=True)
class Letter:
    """`for_charity` is there when the reporter wrote it. `id` is 32 hex digits: posted twice, it is one letter."""

    id: str
    day: str
    for_reporter: bytes
    for_charity: bytes | None


class Correspondence:
    def __init__(self, database: Database) -> None:
        self._database = database

    def letters(self, locator: str) -> list[Letter]:
        """Every letter, oldest first. Raises NoMailbox and DatabaseUnavailable."""
        columns = (letters.c.id, letters.c.day, letters.c.for_reporter, letters.c.for_charity)
        query = select(*columns).where(letters.c.locator == locator).order_by(letters.c.sequence)
        with self._database.reading() as connection:
            if not connection.execute(select(_open(locator))).scalar_one():
                raise NoMailbox
            return [Letter(*row) for row in connection.execute(query)]

    def post(self, locator: str, letter: Letter) -> bool:
        """Keep a letter, once for its id; True when it is new. Raises NoMailbox, MailboxFull, DatabaseUnavailable."""
        row = {
            "locator": locator,
            "id": letter.id,
            "day": letter.day,
            "for_reporter": letter.for_reporter,
            "for_charity": letter.for_charity,
        }
        with self._database.writing() as connection:
            if not connection.execute(select(_open(locator))).scalar_one():
                raise NoMailbox
            there = connection.execute(select(letters.c.id).where(letters.c.locator == locator)).scalars().all()
            if letter.id in there:
                return False
            if len(there) >= MOST_LETTERS:
                raise MailboxFull
            connection.execute(insert(letters).values(row))
        return True

    def close(self, locator: str) -> None:
        """Delete every letter and the mailbox with them. The report stays. Raises NoMailbox, DatabaseUnavailable."""
        with self._database.writing() as connection:
            if not connection.execute(select(_open(locator))).scalar_one():
                raise NoMailbox
            connection.execute(delete(letters).where(letters.c.locator == locator))
            connection.execute(insert(closed_mailboxes).values(locator=locator))


def _open(locator: str) -> ColumnElement[bool]:
    closed = exists().where(closed_mailboxes.c.locator == locator)
    return exists().where(envelopes.c.locator == locator) & ~closed
