"""The table is the queue."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from sqlalchemy import delete, func, insert, null, select, update
from sqlalchemy.exc import IntegrityError

from portal.sealing.envelope import Envelope
from portal.storage.database import Database
from portal.storage.tables import outbox

# Long enough for a Send that a phone repeats weeks later; then even the ids go.
TOMBSTONE_DAYS = 30


class Put(Enum):
    STORED = "stored"
    ALREADY_THERE = "already there"  # the same report, sent again
    DIFFERENT = "different"  # the same receipt, other words: the first ones stay


@dataclass(frozen=True)
class Waiting:
    id: str
    content: str
    envelope: bytes


@dataclass(frozen=True)
class Parked:
    id: str
    day: str
    reason: str


class Outbox:
    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, envelope: Envelope) -> Put:
        """Commit the envelope durably, once for each id. Raises DatabaseUnavailable."""
        header = envelope.header
        row = {"id": header.id, "content": header.content, "day": header.day, "envelope": envelope.to_bytes()}
        with self._database.writing() as connection:
            try:
                with connection.begin_nested():
                    connection.execute(insert(outbox).values(row))
            except IntegrityError:
                there = select(outbox.c.content).where(outbox.c.id == header.id)
                same = connection.execute(there).scalar_one() == header.content
                return Put.ALREADY_THERE if same else Put.DIFFERENT
        return Put.STORED

    def claim(self, limit: int, *, holder: str, only_new: bool = False) -> list[Waiting]:
        """Take up to `limit` envelopes for `holder`: the least tried first, then the oldest.

        So one that fails again and again never holds up another. With `only_new`, those never tried.
        """
        due = (
            select(outbox.c.sequence)
            .where(outbox.c.envelope.is_not(None), outbox.c.held_by.is_(None), outbox.c.parked.is_(None))
            .order_by(outbox.c.attempts, outbox.c.sequence)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        if only_new:
            due = due.where(outbox.c.attempts == 0)
        take = (
            update(outbox)
            .where(outbox.c.sequence.in_(due.scalar_subquery()))
            .values(held_by=holder, attempts=outbox.c.attempts + 1)
            .returning(outbox.c.attempts, outbox.c.sequence, outbox.c.id, outbox.c.content, outbox.c.envelope)
        )
        with self._database.reading() as connection:
            if connection.execute(due.limit(1)).first() is None:
                return []
        with self._database.writing() as connection:
            rows = connection.execute(take).all()
        return [Waiting(row.id, row.content, row.envelope) for row in sorted(rows)]

    def delivered(self, report_id: str, *, on: date) -> None:
        """Delete the envelope; what stays is a tombstone."""
        self._change(report_id, envelope=null(), held_by=null(), delivered_on=on.isoformat())

    def park(self, report_id: str, *, reason: str) -> None:
        """Keep the envelope where an operator sees it, and send it no more."""
        self._change(report_id, held_by=null(), parked=reason[:200])

    def failed(self, report_id: str) -> None:
        """Let another round try it, after those that were claimed with it and never sent."""
        self._change(report_id, held_by=null(), attempts=outbox.c.attempts + 1)

    def release(self, report_ids: Collection[str]) -> None:
        """Let other rounds send these."""
        with self._database.writing() as connection:
            connection.execute(update(outbox).where(outbox.c.id.in_(report_ids)).values(held_by=null()))

    def release_all(self) -> None:
        """Free what a relay held when it died. Sending twice does no harm: the intake stores once."""
        with self._database.writing() as connection:
            connection.execute(update(outbox).where(outbox.c.held_by.is_not(None)).values(held_by=null()))

    def parked(self) -> list[Parked]:
        query = select(outbox.c.id, outbox.c.day, outbox.c.parked).where(outbox.c.parked.is_not(None))
        with self._database.reading() as connection:
            return [Parked(*row) for row in connection.execute(query.order_by(outbox.c.sequence))]

    def retry(self, report_id: str) -> bool:
        """Send a parked envelope again. False when there is none with this id."""
        parked = outbox.c.parked.is_not(None) & (outbox.c.id == report_id)
        with self._database.writing() as connection:
            changed = connection.execute(update(outbox).where(parked).values(parked=null(), attempts=0))
            return changed.rowcount == 1

    def is_waiting(self, report_id: str) -> bool:
        """True while the report is kept here and not yet acknowledged."""
        query = select(outbox.c.sequence).where(outbox.c.id == report_id, outbox.c.envelope.is_not(None))
        with self._database.reading() as connection:
            return connection.execute(query).first() is not None

    def depth(self) -> int:
        """How many envelopes are not yet acknowledged, parked ones included."""
        query = select(func.count()).where(outbox.c.envelope.is_not(None))
        with self._database.reading() as connection:
            return connection.execute(query).scalar_one()

    def forget(self, *, today: date) -> None:
        """Delete the tombstones of reports that were delivered long ago."""
        oldest = (today - timedelta(days=TOMBSTONE_DAYS)).isoformat()
        with self._database.writing() as connection:
            connection.execute(delete(outbox).where(outbox.c.delivered_on < oldest))

    def _change(self, report_id: str, **values: object) -> None:
        with self._database.writing() as connection:
            connection.execute(update(outbox).where(outbox.c.id == report_id).values(values))
