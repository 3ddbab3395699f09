"""Open reports. The one room that may: it runs where the charity's private keys are, and nowhere else."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from portal.sealing import envelope as envelopes_format
from portal.sealing.unseal import CannotOpen, Unsealer
from portal.storage.database import Database
from portal.storage.tables import envelopes


class NoSuchCase(LookupError):
    """No case, or more than one, has an id that begins so."""


@dataclass(frozen=True)
class Case:
    """`document` is None when the envelope could not be opened; then `trouble` says why."""

    id: str
    stored_on: str
    lane: str
    document: dict[str, Any] | None
    trouble: str | None = None


class Review:
    def __init__(self, database: Database, seeds: Iterable[bytes]) -> None:
        self._database = database
        self._unsealer = Unsealer(seeds)

    def cases(self) -> Iterator[Case]:
        """Every case, newest first; what came in the quarantine lane last."""
        order = (envelopes.c.lane == "quarantine", envelopes.c.sequence.desc())
        with self._database.reading() as connection:
            found = connection.execute(select(envelopes.c.sequence).order_by(*order)).scalars().all()
        # One by one: whoever reads slowly would otherwise keep the intake from storing all that while.
        for sequence in found:
            yield from map(self._open, self._rows(envelopes.c.sequence == sequence))

    def case(self, id_begins: str) -> Case:
        """The case whose id begins so. Raises NoSuchCase."""
        rows = self._rows(envelopes.c.id.startswith(id_begins, autoescape=True))
        if len(rows) != 1:
            raise NoSuchCase(id_begins)
        return self._open(rows[0])

    def _rows(self, which: ColumnElement[bool]) -> Sequence[Row[Any]]:
        with self._database.reading() as connection:
            return connection.execute(select(envelopes).where(which).limit(2)).all()

    def _open(self, row: Row[Any]) -> Case:
        try:
            document = _document(self._unsealer.unseal(envelopes_format.read(row.envelope)))
        except (CannotOpen, envelopes_format.NotAnEnvelope) as trouble:
            return Case(row.id, row.stored_on, row.lane, None, str(trouble))
        return Case(row.id, row.stored_on, row.lane, document)


def _document(content: bytes) -> dict[str, Any]:
    # Anybody can seal with the public key, so what is inside may be anything.
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise CannotOpen("what is inside is not a report") from None
    if not isinstance(document, dict):
        raise CannotOpen("what is inside is not a report")
    return document
