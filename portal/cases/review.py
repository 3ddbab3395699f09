"""Open reports. The one room that may: it runs where the charity's private keys are, and nowhere else."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

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
            for row in connection.execute(select(envelopes).order_by(*order)):
                yield self._open(row)

    def case(self, id_begins: str) -> Case:
        """The case whose id begins so. Raises NoSuchCase."""
        query = select(envelopes).where(envelopes.c.id.startswith(id_begins, autoescape=True)).limit(2)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        if len(rows) != 1:
            raise NoSuchCase(id_begins)
        return self._open(rows[0])

    def _open(self, row: Any) -> Case:
        try:
            content = self._unsealer.unseal(envelopes_format.read(row.envelope))
        except CannotOpen as trouble:
            return Case(row.id, row.stored_on, row.lane, None, str(trouble))
        return Case(row.id, row.stored_on, row.lane, json.loads(content))
