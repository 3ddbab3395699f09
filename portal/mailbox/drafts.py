"""Forms that a reporter saved to go on with: sealed to the receipt's key alone, and kept for seven days."""

from datetime import date, timedelta

from sqlalchemy import delete, insert, select

from portal.report.receipt import Derived
from portal.sealing.keys import key_pair
from portal.sealing.letter import CannotOpenLetter, open_letter, seal_letter
from portal.storage.database import Database
from portal.storage.tables import drafts

KEPT_DAYS = 7

#: The fields of a form as they were typed: name to values.
Fields = dict[str, list[str]]


class Drafts:
    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, fields: Fields, derived: Derived, *, today: date) -> None:
        """Keep the form, in place of an earlier one under the same receipt. Raises DatabaseUnavailable."""
        public = key_pair(derived.reply_seed).public
        sealed = seal_letter({"fields": fields}, public=public, place=derived.locator)
        with self._database.writing() as connection:
            connection.execute(delete(drafts).where(drafts.c.locator == derived.locator))
            connection.execute(insert(drafts).values(locator=derived.locator, day=today.isoformat(), sealed=sealed))

    def find(self, derived: Derived, *, today: date) -> Fields | None:
        """The saved form, or None. Raises DatabaseUnavailable."""
        query = select(drafts.c.sealed).where(drafts.c.locator == derived.locator, drafts.c.day >= _oldest(today))
        with self._database.reading() as connection:
            sealed = connection.execute(query).scalar_one_or_none()
        if sealed is None:
            return None
        try:
            fields: Fields = open_letter(sealed, seed=derived.reply_seed, place=derived.locator)["fields"]
        except CannotOpenLetter:
            return None
        return fields

    def forget(self, today: date) -> None:
        """Delete the forms that were saved more than seven days ago. Raises DatabaseUnavailable."""
        with self._database.writing() as connection:
            connection.execute(delete(drafts).where(drafts.c.day < _oldest(today)))

    def drop(self, derived: Derived) -> None:
        """Forget the saved form: its reporter deleted it. Raises DatabaseUnavailable."""
        with self._database.writing() as connection:
            connection.execute(delete(drafts).where(drafts.c.locator == derived.locator))


def _oldest(today: date) -> str:
    return (today - timedelta(days=KEPT_DAYS)).isoformat()
