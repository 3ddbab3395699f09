from datetime import timedelta

import pytest

from portal.mailbox.drafts import KEPT_DAYS, Drafts
from portal.report import receipt as receipts

FIELDS = {"danger": ["no"], "what": ["bribes", "other"], "story": ["سلام\r\n zebrafinch "]}
MINE = receipts.derive(receipts.issue(b"a draft of one reporter"))
ANOTHERS = receipts.derive(receipts.issue(b"a draft of somebody else"))


@pytest.fixture
def drafts(outbox_database):
    return Drafts(outbox_database)


def test_a_saved_form_comes_back_as_it_was_typed(drafts, today):
    drafts.save(FIELDS, MINE, today=today)

    assert FIELDS == drafts.find(MINE, today=today)
    assert drafts.find(ANOTHERS, today=today) is None


def test_saving_again_takes_the_place_of_what_was_saved(drafts, today):
    drafts.save(FIELDS, MINE, today=today)
    drafts.save({"danger": ["yes"]}, MINE, today=today)

    assert {"danger": ["yes"]} == drafts.find(MINE, today=today)


def test_a_form_is_kept_for_seven_days_and_no_longer(drafts, today):
    drafts.save(FIELDS, MINE, today=today)

    assert FIELDS == drafts.find(MINE, today=today + timedelta(days=KEPT_DAYS))
    assert drafts.find(MINE, today=today + timedelta(days=KEPT_DAYS + 1)) is None


def test_what_is_too_old_is_deleted_and_nothing_else(drafts, outbox_database, today):
    later = today + timedelta(days=KEPT_DAYS + 1)
    drafts.save(FIELDS, MINE, today=today)
    drafts.save(FIELDS, ANOTHERS, today=later)
    drafts.forget(later)

    with outbox_database.reading() as connection:
        assert [(ANOTHERS.locator,)] == connection.exec_driver_sql("SELECT locator FROM drafts").all()


def test_a_dropped_form_is_gone(drafts, today):
    drafts.save(FIELDS, MINE, today=today)
    drafts.drop(MINE)

    assert drafts.find(MINE, today=today) is None
