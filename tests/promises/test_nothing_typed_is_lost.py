"""Browser Back, errors, sections, languages and a wrong turn: every typed answer is still there."""

import pytest
from fixtures.reporter import STORY, Reporter
from playwright.sync_api import expect

TYPED = {
    "what_other": "Selling what they find",
    "story": STORY,
    "when_from-year": "2025",
    "people-0-name": "Sarge",
    "more": "Thank you",
    "name": "Robin",
    "email": "robin@example.org",
}
CHOSEN = ["danger-no", "what-lookup", "area-wales", "force-gwent", "place-online", "contact-details", "route-email"]


@pytest.fixture(params=["chromium", "firefox"])
def reporter(request, running, phone):
    made = Reporter(phone(browser=request.getfixturevalue(request.param)), running.address, "en")
    made.open_form()
    made.fill_whole_form()
    return made


def everything_is_there(tab):
    for name, text in TYPED.items():
        expect(tab.locator(f"#{name}")).to_have_value(text)
    for one in CHOSEN:
        expect(tab.locator(f"#{one}")).to_be_checked()


def test_back_from_the_summary_keeps_every_answer(reporter):
    reporter.press("check")
    expect(reporter.tab.locator(".receipt")).to_be_visible()
    reporter.tab.go_back()

    everything_is_there(reporter.tab)


def test_back_from_an_error_keeps_every_answer(reporter):
    reporter.write("email", "robin at example")
    reporter.press("check")
    expect(reporter.tab.locator(".panel.wrong")).to_be_visible()
    reporter.tab.go_back()

    expect(reporter.tab.locator("#email")).to_have_value("robin at example")
    reporter.write("email", TYPED["email"])
    everything_is_there(reporter.tab)


def test_an_error_page_holds_every_answer_the_wrong_one_too(reporter):
    reporter.write("email", "robin at example")
    reporter.press("check")

    expect(reporter.tab.locator("#email")).to_have_value("robin at example")
    reporter.tab.locator(".panel.wrong a").click()
    reporter.write("email", TYPED["email"])
    everything_is_there(reporter.tab)


def test_back_between_sections_keeps_every_answer(reporter):
    for _ in range(6):
        reporter.tab.go_back()
    reporter.go_back()

    everything_is_there(reporter.tab)


def test_leaving_for_the_start_page_and_coming_back_keeps_every_answer(reporter):
    reporter.tab.goto(f"{reporter.address}/en/")
    reporter.tab.go_back()

    everything_is_there(reporter.tab)


def test_changing_the_language_keeps_every_answer_and_the_section(reporter):
    reporter.tab.locator("button[lang='ar']:visible").click()

    reporter.shows_section(13)
    expect(reporter.tab.locator("html")).to_have_attribute("dir", "rtl")
    everything_is_there(reporter.tab)


def test_adding_a_person_keeps_every_answer_and_the_section(reporter):
    for _ in range(5):
        reporter.go_back()
    reporter.press("add")

    reporter.shows_section(8)
    expect(reporter.tab.locator("#people-1-name")).to_be_visible()
    everything_is_there(reporter.tab)


def test_change_leads_from_the_summary_to_the_answer_and_back_to_the_summary(reporter):
    reporter.press("check")
    reporter.tab.locator("a[href='#story']").click()
    reporter.shows_section(5)
    reporter.write("story", "Something else")
    reporter.press("check")

    expect(reporter.tab.locator(".typed").filter(has_text="Something else")).to_be_visible()
    expect(reporter.tab.locator("#more")).to_have_value("Thank you")
