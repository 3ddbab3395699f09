"""A database of one small table, and another process that opens the same file."""

import pytest
from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table

from portal.storage.database import Database

tables = MetaData()
notes = Table("notes", tables, Column("id", Integer, primary_key=True), Column("text", LargeBinary))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "notes.sqlite"


@pytest.fixture
def open_database(file):
    """Opens the file once more, as another process would; closed when the test is over."""
    opened = []

    def make():
        opened.append(Database(f"sqlite:///{file}", tables))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def database(open_database):
    return open_database()


@pytest.fixture
def write():
    def insert(database, text=b"words"):
        with database.writing() as connection:
            connection.execute(notes.insert().values(text=text))

    return insert


@pytest.fixture
def texts():
    def select(database):
        with database.reading() as connection:
            return [row.text for row in connection.execute(notes.select().order_by(notes.c.id))]

    return select
