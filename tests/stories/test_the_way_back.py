"""A reporter comes back with the receipt: a question, an answer, the outcome, and the end of the mailbox."""

import os
import subprocess
import sys

import pytest
from fixtures.reporter import Reporter
from playwright.sync_api import expect

QUESTION = "Which week was it?\nA month is enough. <b>Thank you</b>"
ANSWER = "The second week of March.\nشكرا"


@pytest.fixture
def charity(running):
    """The charity at its command line."""

    def run(*arguments):
        command = [sys.executable, "-m", "portal", "cases", *arguments]
        environment = {**os.environ, **running.environment}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    return run


@pytest.fixture
def come_back(running, phone):
    """Types a receipt in a browser that has never been here."""

    def open_mailbox(language, receipt, **options):
        tab = phone(**options)
        tab.goto(f"{running.address}/{language}/")
        tab.locator(f"a[href='/{language}/return']").click()
        tab.locator("#receipt").fill(receipt)
        tab.locator("button[value='look']").click()
        return tab

    return open_mailbox


@pytest.mark.parametrize("scripts", [False, True], ids=["scripts off", "scripts on"])
@pytest.mark.parametrize("language", ["en", "cy", "ar"])
def test_a_question_is_answered_an_outcome_seen_and_the_mailbox_deleted(
    running, phone, charity, come_back, language, scripts
):
    reporter = Reporter(phone(scripts=scripts), running.address, language)
    reporter.open_form()
    reporter.fill_whole_form(more=f"The way back, {language}, {scripts}")
    reporter.press("check")
    reporter.press("send")
    case = running.case_of(reporter.receipt)
    charity("reply", case.id, QUESTION)

    tab = come_back(language, reporter.receipt.replace(" ", ""), scripts=scripts)
    expect(tab.locator(".card .typed")).to_have_text(QUESTION, use_inner_text=True)
    tab.locator("#text").fill(ANSWER)
    tab.locator("button[value='write']").click()
    expect(tab.locator(".card .typed")).to_have_text([QUESTION, ANSWER], use_inner_text=True)
    read = charity("show", case.id)
    charity("reply", case.id, "--outcome", "investigation")
    tab = come_back(language, reporter.receipt, scripts=scripts)
    expect(tab.locator(".card")).to_have_count(3)
    tab.locator("button[value='delete']").click()
    tab.locator("button[value='delete']").click()
    gone = come_back(language, reporter.receipt, scripts=scripts)

    assert all(f"    {line}" in read for line in ANSWER.split("\n"))
    expect(gone.locator(".panel.wrong")).to_be_visible()
    expect(gone.locator(".card")).to_have_count(0)


def test_a_saved_form_is_gone_on_with_in_another_browser_and_sent(running, phone, come_back, firefox):
    reporter = Reporter(phone(), running.address, "en")
    reporter.open_form()
    reporter.fill_whole_form(more="Saved, and sent from elsewhere")
    reporter.press("save")
    saved = reporter.receipt

    tab = come_back("cy", saved, browser=firefox)
    expect(tab.locator("#more")).to_have_value("Saved, and sent from elsewhere")
    expect(tab.locator("#route-email")).to_be_checked()
    again = Reporter(tab, running.address, "cy")
    again.press("check")
    again.press("send")

    assert saved == again.receipt
    assert "cy" == running.case_of(saved).document["language"]
