"""Store an envelope once, before it is acknowledged. Nothing here can open one."""

from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from portal.sealing.acknowledgement import Acknowledgement
from portal.sealing.envelope import Envelope
from portal.storage.database import Database
from portal.storage.tables import envelopes


class DifferentEnvelope(Exception):
    """Another report is stored under this id, or another mailbox has this locator."""


class IntakeStore:
    def __init__(self, database: Database, key: Ed25519PrivateKey) -> None:
        self._database = database
        self._key = key

    def keep(self, envelope: Envelope, *, today: date) -> tuple[bytes, bool]:
        """Commit the envelope durably; return the signed acknowledgement, and whether it is new.

        The same report sent again, in whatever sealing, gets the acknowledgement of the first. Raises
        DifferentEnvelope and DatabaseUnavailable; then nothing was stored.
        """
        header = envelope.header
        row = {
            "id": header.id,
            "content": header.content,
            "locator": header.locator,
            "lane": header.lane,
            "key": header.key,
            "stored_on": today.isoformat(),
            "envelope": envelope.to_bytes(),
        }
        there = select(envelopes.c.content, envelopes.c.stored_on).where(envelopes.c.id == header.id)
        with self._database.writing() as connection:
            try:
                with connection.begin_nested():
                    connection.execute(insert(envelopes).values(row))
                stored_on, new = row["stored_on"], True
            except IntegrityError:
                first = connection.execute(there).first()
                if first is None or first.content != header.content:
                    raise DifferentEnvelope from None
                stored_on, new = first.stored_on, False
        return Acknowledgement(header.id, header.content, str(stored_on)).sign(self._key), new
