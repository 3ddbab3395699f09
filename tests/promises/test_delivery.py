"""What was acknowledged to a reporter arrives at the charity, once, whatever dies on the way."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fixtures.apps import whole_environment
from fixtures.running import PROGRAMS, Installation
from fixtures.sender import Sender
from fixtures.stand_in import StandIn, hangs, says

from portal import settings
from portal.app import create_intake_app
from portal.outbox.outbox import Outbox
from portal.sealing.acknowledgement import Acknowledgement
from portal.storage.database import Database
from portal.storage.tables import outbox_tables


@pytest.fixture(scope="module")
def broken_often(keys, tmp_path_factory):
    folder = tmp_path_factory.mktemp("delivery")
    made = Installation(whole_environment(keys, folder), folder / "portal.log")
    yield made
    made.stop_all()


@pytest.fixture
def installation(broken_often):
    """All of it runs, whatever the test before has killed."""
    broken_often.start_all()
    return broken_often


@pytest.fixture
def sender(installation):
    return Sender(installation.address)


@pytest.fixture
def reports(request, answers):
    """So many forms; each says something else, and says of which test it is."""

    def make(count):
        return [{**answers, "story": f"{request.node.name} {number}"} for number in range(count)]

    return make


@pytest.fixture
def arrived(request, installation):
    """What the charity has read of this test, when nothing waits any more."""

    def wait():
        database = Database(installation.environment["PORTAL_DATABASE_URL"], outbox_tables)
        end = time.monotonic() + 90
        while (left := Outbox(database).depth()) and time.monotonic() < end:
            time.sleep(0.1)
        database.close()
        assert 0 == left
        stories = [case.document["answers"]["story"] for case in installation.cases()]
        return sorted(story for story in stories if story.startswith(request.node.name))

    return wait


def stories(sent):
    return sorted(fields["story"] for fields in sent)


def send_all(sender, sent):
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(sender.report, sent))


def test_a_report_arrives_though_the_public_app_dies_with_the_receipt_on_the_screen(
    installation, sender, reports, arrived
):
    installation.kill("relay")
    sent = reports(1)
    sender.report(*sent)
    installation.kill("public")
    installation.start("relay")

    assert stories(sent) == arrived()


def test_a_hundred_reports_sent_while_the_intake_is_away_all_arrive_once(installation, sender, reports, arrived):
    installation.kill("intake")
    sent = reports(100)
    receipts = send_all(sender, sent)
    installation.start("intake")

    assert 100 == len(set(receipts))
    assert stories(sent) == arrived()


def test_fifty_sends_of_one_form_at_once_are_one_report(sender, reports, arrived):
    sent = reports(1)
    summary = sender.check(*sent)
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(sender.send, [summary] * 50))

    assert [summary["receipt"]] * 50 == receipts
    assert stories(sent) == arrived()


def test_a_relay_killed_between_storing_and_acknowledging_loses_and_doubles_nothing(
    installation, sender, reports, arrived
):
    client = create_intake_app(settings.load(settings.Intake, installation.environment)).test_client

    def carry(handler, body):
        stored = client().post(handler.path, data=body, headers=dict(handler.headers))
        says(stored.status_code, stored.data)(handler, body)

    def carry_and_hang(handler, body):
        client().post(handler.path, data=body, headers=dict(handler.headers))
        hangs(handler, body)

    installation.kill("relay")
    installation.kill("intake")
    sent = reports(50)
    send_all(sender, sent)
    with StandIn(*[carry] * 24, carry_and_hang, port=installation.intake_port) as stand_in:
        installation.start("relay")
        stand_in.wait_for_posts(25)
        installation.kill("relay")
    installation.start("intake")
    installation.start("relay")

    assert stories(sent) == arrived()


def forged(handler, body):
    """As the intake would answer, signed by somebody else."""
    header = json.loads(body)
    key = Ed25519PrivateKey.from_private_bytes(b"some other seed of 32 bytes long")
    says(201, Acknowledgement(header["id"], header["content"], header["day"]).sign(key))(handler, body)


def test_what_is_not_the_intake_cannot_make_a_report_vanish(installation, sender, reports, arrived):
    installation.kill("intake")
    sent = reports(2)
    with StandIn(says(200, b'{"status": "ok"}'), forged, port=installation.intake_port) as stand_in:
        send_all(sender, sent)
        # With the third post, both answers have been judged.
        stand_in.wait_for_posts(3)
    installation.start("intake")

    assert stories(sent) == arrived()


@pytest.mark.parametrize("dies", list(PROGRAMS))
def test_a_summary_sent_again_after_a_restart_is_one_report(installation, sender, reports, arrived, dies):
    sent = reports(1)
    summary = sender.check(*sent)
    first = sender.send(summary)
    installation.kill(dies)
    installation.start(dies)

    assert first == sender.send(summary)
    assert stories(sent) == arrived()


def test_the_same_form_filled_in_again_after_the_relay_was_restarted_is_one_report(
    installation, sender, reports, arrived
):
    sent = reports(1)
    first = sender.report(*sent)
    arrived()
    installation.kill("relay")
    installation.start("relay")

    assert first == sender.report(*sent)
    assert stories(sent) == arrived()
