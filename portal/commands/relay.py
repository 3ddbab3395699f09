"""`portal relay`: hand envelopes over."""

import logging
import random
import secrets
import signal
from threading import Event

import click
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from portal.app import utc_today
from portal.commands.reading import settings
from portal.mailbox.drafts import Drafts
from portal.outbox.intake_client import IntakeClient
from portal.outbox.outbox import Outbox
from portal.outbox.relay import Relay
from portal.settings import Relaying
from portal.storage.database import Database
from portal.storage.tables import outbox_tables


@click.command("relay")
def command() -> None:
    """Hand envelopes over to the intake, for as long as it takes."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    # urllib3 logs addresses and retries; nothing of it helps here.
    logging.getLogger("urllib3").setLevel(logging.CRITICAL)
    read = settings(Relaying)
    database = Database(read.database_url, outbox_tables)
    relay = Relay(
        Outbox(database),
        IntakeClient(
            read.intake_url,
            token=read.intake_token,
            key=Ed25519PublicKey.from_public_bytes(read.intake_public_key),
        ),
        holder=secrets.token_hex(8),
        today=utc_today,
        luck=random.random,
        also_forget=Drafts(database).forget,
    )
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    relay.run(stop)
