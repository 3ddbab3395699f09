"""Every table. Days, never times: an exact time could be matched with a phone record."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table

DAY = String(len("2026-11-23"))

outbox_tables = MetaData()

#: The queue itself. A row stays as a tombstone, without its envelope, for some weeks after delivery, so that
#: a Send that is repeated late is still the same report.
outbox = Table(
    "outbox",
    outbox_tables,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("content", String(64), nullable=False),
    Column("day", DAY, nullable=False),
    Column("envelope", LargeBinary),
    Column("attempts", Integer, nullable=False, default=0),
    # The relay that is sending it now. A name and no time: times would show when it was sent.
    Column("held_by", String(32), index=True),
    Column("parked", String(200)),
    Column("delivered_on", DAY, index=True),
)

cases_tables = MetaData()

envelopes = Table(
    "envelopes",
    cases_tables,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("content", String(64), nullable=False),
    Column("locator", String(32), nullable=False, unique=True),
    Column("lane", String(16), nullable=False),
    Column("key", String(32), nullable=False),
    Column("stored_on", DAY, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
)
