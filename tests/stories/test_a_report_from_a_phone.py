"""A reporter on a phone, scripts off: from the first page to the charity's screen."""

import os
import subprocess
import sys

import pytest
from fixtures.reporter import STORY, WHOLE, Reporter

from portal.web.languages import offered

LANGUAGES = list(offered())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_report_arrives_in_the_reporters_own_words(running, phone, language):
    reporter = Reporter(phone(), running.address, language)
    reporter.open_form()
    # The same words from the same phone are the same report; so each language says something of its own.
    reporter.fill_whole_form(more=f"Thank you, in {language}")
    reporter.press("check")
    promised = reporter.receipt
    reporter.press("send")

    case = running.case_of(promised)
    assert promised == reporter.receipt
    assert language == case.document["language"]
    assert {**WHOLE, "more": f"Thank you, in {language}"} == case.document["answers"]


def test_the_charity_reads_it_whole_at_the_command_line(running, phone):
    reporter = Reporter(phone(), running.address, "cy")
    reporter.open_form()
    reporter.fill_whole_form()
    reporter.press("check")
    reporter.press("send")
    case = running.case_of(reporter.receipt)

    shown = subprocess.run(
        [sys.executable, "-m", "portal", "cases", "show", case.id[:12]],
        env={**os.environ, **running.environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert all(f"    {line}" in shown for line in STORY.splitlines() if line)
    assert "Gwent Police [gwent]" in shown
    assert "[people 1 number]" in shown
