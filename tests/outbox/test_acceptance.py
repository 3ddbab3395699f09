"""Acceptance: sealed for the charity, kept before anybody is told, and one report however often it is sent."""

import json
import sqlite3
from contextlib import closing

import jsonschema
import pytest

from portal.outbox.acceptance import Acceptance
from portal.outbox.outbox import Put
from portal.report import receipt as receipts
from portal.report.document import json_schema
from portal.sealing import envelope as envelopes
from portal.sealing.seal import Sealer
from portal.sealing.unseal import Unsealer
from portal.storage.database import DatabaseUnavailable

RECEIPT, ANOTHER = (receipts.issue(bytes([number]) * 16) for number in (1, 2))


@pytest.fixture
def accept(outbox, keys, today, answers):
    acceptance = Acceptance(outbox, Sealer(keys.charity_public))

    def accept(receipt=RECEIPT, lane="ordinary", **changed):
        return acceptance.accept(answers | changed, receipt=receipt, language="cy", lane=lane, today=today)

    return accept


@pytest.fixture
def in_outbox(outbox):
    def claim():
        return [envelopes.read(one.envelope) for one in outbox.claim(9, holder="test")]

    return claim


def test_the_charity_reads_what_was_accepted(accept, in_outbox, keys, answers, today):
    accept()
    (envelope,) = in_outbox()
    document = json.loads(Unsealer([keys.charity_seed]).unseal(envelope))

    jsonschema.validate(document, json_schema())
    assert answers == document["answers"]
    assert "cy" == document["language"]
    assert today.isoformat() == document["received_on"] == envelope.header.day
    assert receipts.derive(RECEIPT).report_id == document["id"] == envelope.header.id


def test_the_same_report_sent_again_is_already_there(accept, outbox):
    puts = [accept(), accept()]

    assert [Put.STORED, Put.ALREADY_THERE] == puts
    assert 1 == outbox.depth()


def test_the_same_report_over_the_limit_of_sending_is_still_the_same(accept):
    accept()

    assert Put.ALREADY_THERE == accept(lane="quarantine")


def test_other_words_with_the_same_receipt_are_different_and_the_first_stay(accept, in_outbox, keys, answers):
    accept()
    put = accept(story="Other words.")
    (envelope,) = in_outbox()

    assert Put.DIFFERENT == put
    assert answers == json.loads(Unsealer([keys.charity_seed]).unseal(envelope))["answers"]


def test_two_reports_in_the_same_words_share_nothing_that_can_be_seen(accept, in_outbox):
    accept(RECEIPT)
    accept(ANOTHER)
    first, second = (one.header for one in in_outbox())

    assert first.id != second.id
    assert first.locator != second.locator
    assert first.content != second.content


@pytest.mark.parametrize("lane", ["ordinary", "quarantine"])
def test_the_lane_stands_on_the_envelope(accept, in_outbox, lane):
    accept(lane=lane)

    assert [lane] == [one.header.lane for one in in_outbox()]


def test_nothing_readable_is_in_the_outbox(accept, tmp_path, answers):
    accept()
    file = (tmp_path / "outbox.sqlite").read_bytes()

    assert RECEIPT.encode() not in file
    assert all(str(answer).encode() not in file for answer in (answers["story"], answers["force"], "anonymous"))


@pytest.mark.usefixtures("impatient")
def test_what_could_not_be_kept_is_not_accepted(accept, outbox, tmp_path):
    with closing(sqlite3.connect(tmp_path / "outbox.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnavailable):
            accept()

    assert 0 == outbox.depth()
    assert Put.STORED == accept()
