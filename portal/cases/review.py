"""Open reports. The one room that may: it runs where the charity's private keys are, and nowhere else."""

import contextlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from portal.cases.correspondence import Correspondence, Letter
from portal.sealing import envelope as envelopes_format
from portal.sealing.letter import CannotOpenLetter, open_letter, seal_letter
from portal.sealing.unseal import CannotOpen as CannotOpen  # noqa: PLC0414 – what `case` and `reply` raise
from portal.sealing.unseal import Unsealer
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
    locator: str
    document: dict[str, Any] | None
    trouble: str | None = None


class Review:
    def __init__(self, database: Database, seeds: Iterable[bytes]) -> None:
        self._database = database
        self._seeds = tuple(seeds)
        self._unsealer = Unsealer(self._seeds)
        self._correspondence = Correspondence(database)

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

    def letters(self, case: Case) -> list[tuple[str, dict[str, Any]]]:
        """The day and the content of each letter that the reporter wrote. Raises NoMailbox."""
        sealed = self._correspondence.letters(case.locator)
        return [(one.day, self._read(one.for_charity, case.locator)) for one in sealed if one.for_charity]

    def reply(self, case: Case, content: dict[str, Any], *, letter_id: str, today: date) -> None:
        """Leave a letter that only the reporter's receipt opens.

        `content` holds `kind` – question or outcome – and `text`, or `outcome`, one of OUTCOMES. Raises
        CannotOpen, MailboxFull, and NoMailbox when the reporter has deleted it.
        """
        if case.document is None:
            raise CannotOpen(case.trouble)
        public = bytes.fromhex(case.document["reply_key"])
        sealed = seal_letter(content, public=public, place=case.locator)
        self._correspondence.post(case.locator, Letter(letter_id, today.isoformat(), sealed, None))

    def _read(self, sealed: bytes, locator: str) -> dict[str, Any]:
        for seed in self._seeds:
            with contextlib.suppress(CannotOpenLetter):
                return open_letter(sealed, seed=seed, place=locator)
        return {"kind": "unreadable", "text": "no private key here opens this letter"}

    def _rows(self, which: ColumnElement[bool]) -> Sequence[Row[Any]]:
        with self._database.reading() as connection:
            return connection.execute(select(envelopes).where(which).limit(2)).all()

    def _open(self, row: Row[Any]) -> Case:
        try:
            document = _document(self._unsealer.unseal(envelopes_format.read(row.envelope)))
        except (CannotOpen, envelopes_format.NotAnEnvelope) as trouble:
            return Case(row.id, row.stored_on, row.lane, row.locator, None, str(trouble))
        return Case(row.id, row.stored_on, row.lane, row.locator, document)


def _document(content: bytes) -> dict[str, Any]:
    # Anybody can seal with the public key, so what is inside may be anything.
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise CannotOpen("what is inside is not a report") from None
    if not isinstance(document, dict):
        raise CannotOpen("what is inside is not a report")
    return document
