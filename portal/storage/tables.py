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

#: Forms that a reporter saved to go on with, sealed to the receipt's key alone.
drafts = Table(
    "drafts",
    outbox_tables,
    Column("locator", String(32), primary_key=True),
    Column("day", DAY, nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
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

#: What the charity and a reporter write to each other. `for_reporter` is sealed to the receipt's key,
#: `for_charity` to the charity's; what the charity writes has only the first.
letters = Table(
    "letters",
    cases_tables,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("locator", String(32), nullable=False, index=True),
    Column("day", DAY, nullable=False),
    Column("for_reporter", LargeBinary, nullable=False),
    Column("for_charity", LargeBinary),
)

#: Mailboxes that their reporter has deleted: from outside as if they had never been.
closed_mailboxes = Table("closed_mailboxes", cases_tables, Column("locator", String(32), primary_key=True))
