"""A database that commits durably: what `writing` has left is on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

# Seconds. Longer than any write of ours takes, shorter than a phone waits for an answer.
BUSY_TIMEOUT = 10


class DatabaseUnavailable(Exception):
    """The database is locked, full, read-only or away. Nothing was written."""


class Database:
    """Opens `url` and creates what is missing of `tables`. Safe to share between threads."""

    def __init__(self, url: str, tables: MetaData) -> None:
        self._engine = _engine(url)
        # One writer at a time in a process: SQLite would make them wait anyway, less fairly.
        self._write_lock = Lock()
        try:
            tables.create_all(self._engine)
        except SQLAlchemyError as error:
            raise DatabaseUnavailable(type(error).__name__) from None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, committed to the disk when the block ends. Raises DatabaseUnavailable."""
        with self._write_lock, _translated(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Raises DatabaseUnavailable."""
        with _translated(), self._engine.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")

    def close(self) -> None:
        self._engine.dispose()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        # Only the kind of error: a message of the database may hold what it was asked to store.
        raise DatabaseUnavailable(type(error).__name__) from None


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, hide_parameters=True, pool_pre_ping=True)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(parsed, hide_parameters=True, connect_args={"timeout": BUSY_TIMEOUT})
    event.listen(engine, "connect", _configure_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _configure_sqlite(connection: Any, _record: Any) -> None:
    # Transactions are begun below: the driver's own would start as readers and could not wait to write.
    connection.isolation_level = None
    for pragma in (
        # Not WAL: before 3.51.3, two processes that write a WAL file at once can lose a commit.
        # See docs/decisions/0002-rollback-journal.md.
        "journal_mode = TRUNCATE",
        "synchronous = FULL",
        "secure_delete = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # This is called for readers too; they would take the lock of writers, and make them wait.
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
