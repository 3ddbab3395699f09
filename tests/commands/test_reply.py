"""The charity leaves questions and outcomes that only the receipt opens, and reads what the reporter wrote."""

import pytest

from portal.cases.correspondence import MOST_LETTERS, Correspondence, Letter, NoMailbox
from portal.report.outcomes import OUTCOMES
from portal.sealing.keys import key_pair
from portal.sealing.letter import open_letter, seal_letter

REPORTER = key_pair(b"what follows from a receipt, 32 ")
ANSWERS = {"danger": "no", "what": ["bribes"], "area": "london", "force": "metropolitan", "story": "x"}


@pytest.fixture
def mailbox(cases_database):
    return Correspondence(cases_database)


@pytest.fixture
def case(arrive):
    """The id of a case; its mailbox has the same name."""
    return arrive(ANSWERS, reply_key=REPORTER.public.hex())


def opened(mailbox, case):
    return [open_letter(one.for_reporter, seed=REPORTER.seed, place=case) for one in mailbox.letters(case)]


def test_a_question_is_for_the_reporter_alone(command, mailbox, case):
    answer = command("cases", "reply", case[:9], "Which day was it?")

    assert 0 == answer.exit_code
    assert [{"kind": "question", "text": "Which day was it?"}] == opened(mailbox, case)
    assert b"Which day" not in mailbox.letters(case)[0].for_reporter


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_outcome_is_sent_as_its_code(command, mailbox, case, outcome):
    command("cases", "reply", case, "--outcome", outcome)

    assert [{"kind": "outcome", "outcome": outcome}] == opened(mailbox, case)


@pytest.mark.parametrize(
    "arguments", [(), ("", "--outcome", ""), ("words", "--outcome", "recorded"), ("--outcome", "won")]
)
def test_a_reply_is_either_words_or_one_of_the_outcomes(command, mailbox, case, arguments):
    assert 2 == command("cases", "reply", case, *arguments).exit_code
    assert [] == mailbox.letters(case)


def test_there_is_no_reply_to_a_case_that_does_not_exist(command, case):
    assert case
    assert 1 == command("cases", "reply", "f" * 32, "words").exit_code


def test_there_is_no_reply_to_a_mailbox_that_was_deleted(command, mailbox, case):
    mailbox.close(case)
    answer = command("cases", "reply", case, "words")

    assert 1 == answer.exit_code
    assert answer.output.startswith("Error: ")
    with pytest.raises(NoMailbox):
        mailbox.letters(case)


def test_there_is_no_reply_to_a_mailbox_that_is_full(command, mailbox, case):
    for number in range(MOST_LETTERS):
        mailbox.post(case, Letter(f"{number:032x}", "2026-11-23", b"x", None))
    answer = command("cases", "reply", case, "words")

    assert 1 == answer.exit_code
    assert MOST_LETTERS == len(mailbox.letters(case))


def test_there_is_no_reply_to_a_case_that_cannot_be_opened(command, arrive, mailbox):
    closed = arrive(ANSWERS, public=REPORTER.public)

    assert 1 == command("cases", "reply", closed, "words").exit_code
    assert [] == mailbox.letters(closed)


def test_what_the_reporter_wrote_stands_below_the_report(command, mailbox, case, keys):
    written = {"kind": "answer", "text": "On Monday.\nAt night.\x1b[2J"}
    sealed = seal_letter(written, public=keys.charity_public, place=case)
    mailbox.post(case, Letter("1" * 32, "2026-11-24", b"x", sealed))
    command("cases", "reply", case, "Which day was it?")
    shown = command("cases", "show", case).output

    assert ["    On Monday.", "    At night.⟦U+001B⟧[2J"] == shown.splitlines()[-2:]
    assert "[answer]" in shown
    assert "2026-11-24" in shown
    # What the charity wrote is sealed to the receipt: it cannot read its own letters again.
    assert "Which day" not in shown


def test_a_report_whose_mailbox_was_deleted_is_still_shown(command, mailbox, case):
    mailbox.close(case)

    assert 0 == command("cases", "show", case).exit_code
