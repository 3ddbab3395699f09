"""Whoever runs the portal sees what waits and what was refused, and can send it again."""

import pytest

ANSWERS = {"danger": "no"}


@pytest.fixture
def parked(outbox, envelope):
    """One envelope that waits, and one that the intake refused for good; the id of the second."""
    for number in (1, 2):
        outbox.put(envelope(ANSWERS, number=number))
    _, refused = outbox.claim(2, holder="relay")
    outbox.release_all()
    outbox.park(refused.id, reason="422 Not an envelope")
    return refused.id


def test_an_empty_outbox_says_so(command):
    answer = command("outbox", "list")

    assert 0 == answer.exit_code
    assert ["0", "0"] == [word for word in answer.output.split() if word.isdigit()]


def test_what_was_refused_is_listed_with_its_day_and_reason(command, parked):
    head, line = command("outbox", "list").output.splitlines()

    assert ["2", "1"] == [word for word in head.split() if word.isdigit()]
    assert f"{parked}  2026-11-22  422 Not an envelope" == line


def test_a_refused_envelope_can_be_sent_again(command, outbox, parked):
    answer = command("outbox", "retry", parked)

    assert 0 == answer.exit_code
    assert [] == outbox.parked()
    assert parked in {waiting.id for waiting in outbox.claim(9, holder="relay")}


@pytest.mark.parametrize("report_id", ["f" * 32, "", "1" + "0" * 31])
def test_what_was_not_refused_cannot_be_sent_again(command, outbox, parked, report_id):
    answer = command("outbox", "retry", report_id)

    assert 1 == answer.exit_code
    assert [parked] == [one.id for one in outbox.parked()]


def test_the_outbox_needs_no_other_setting(tmp_path, command):
    names = ("PORTAL_OPERATOR", "PORTAL_CHARITY_PUBLIC_KEY", "PORTAL_INTAKE_TOKEN")
    answer = command("outbox", "list", **dict.fromkeys(names), PORTAL_DATABASE_URL=f"sqlite:///{tmp_path}/new.sqlite")

    assert 0 == answer.exit_code
