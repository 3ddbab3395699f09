"""No rule of axe-core is broken, on any page or state; and what axe cannot see: reflow, keyboard, dark colours."""

import pytest
from fixtures.reporter import Reporter

from portal.web.public.pages import PAGES

LANGUAGES = ["en", "cy", "ar"]


@pytest.fixture(params=LANGUAGES)
def reporter(request, running, phone):
    # Axe is run by the test; the scripts of the page make no difference to what it sees.
    return Reporter(phone(scripts=True), running.address, request.param)


def test_pages_outside_the_form_are_clean(reporter, axe):
    for path in ("", "nowhere", "return", *PAGES):
        reporter.tab.goto(f"{reporter.address}/{reporter.language}/{path}")
        axe(reporter.tab)


def test_the_chooser_is_clean(running, phone, axe):
    tab = phone(scripts=True)
    tab.goto(running.address)

    axe(tab)


def test_the_mailbox_is_clean_in_every_state(reporter, running, axe):
    reporter.open_form()
    reporter.fill_whole_form(more=f"Clean mailbox, {reporter.language}")
    reporter.press("save")
    axe(reporter.tab)
    reporter.press("check")
    reporter.press("send")
    receipt = reporter.receipt
    running.case_of(receipt)
    reporter.tab.goto(f"{reporter.address}/{reporter.language}/return")
    for typed in ("1234", receipt):
        reporter.tab.locator("#receipt").fill(typed)
        reporter.press("look")
        axe(reporter.tab)
    for act in ("write", "delete", "delete"):
        reporter.press(act)
        axe(reporter.tab)


def test_every_section_is_clean_with_all_its_conditional_questions_shown(reporter, axe):
    reporter.open_form()
    axe(reporter.tab)
    reporter.fill_whole_form(more=f"Clean, {reporter.language}")
    for number in range(13, 1, -1):
        reporter.shows_section(number)
        axe(reporter.tab)
        reporter.go_back()


def test_errors_summary_and_receipt_are_clean(reporter, axe):
    reporter.press_check_of_an_empty_form()
    axe(reporter.tab)
    reporter.tab.locator(".panel.wrong a").first.click()
    axe(reporter.tab)
    reporter.open_form()
    reporter.fill_whole_form(more=f"Receipt, {reporter.language}")
    reporter.press("check")
    axe(reporter.tab)
    reporter.press("send")
    axe(reporter.tab)


@pytest.mark.parametrize("colours", [{"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_dark_and_forced_colours_are_clean(running, phone, axe, colours):
    reporter = Reporter(phone(scripts=True, **colours), running.address, "ar")
    reporter.tab.goto(f"{running.address}/ar/")
    axe(reporter.tab)
    reporter.press_check_of_an_empty_form()
    axe(reporter.tab)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_scrolls_sideways_at_320_pixels(running, phone, language):
    reporter = Reporter(phone(scripts=True, viewport={"width": 320, "height": 600}), running.address, language)
    widths = []
    for path in ("", "return", *PAGES):
        reporter.tab.goto(f"{running.address}/{language}/{path}")
        widths.append(reporter.tab.evaluate("document.documentElement.scrollWidth"))
    reporter.open_form()
    reporter.fill_whole_form(more="w" * 400)
    for number in range(1, 14):
        reporter.tab.goto(f"{running.address}/{language}/report#s{number}")
        widths.append(reporter.tab.evaluate("document.documentElement.scrollWidth"))
    reporter.press("check")
    widths.append(reporter.tab.evaluate("document.documentElement.scrollWidth"))

    assert 320 == max(widths)


def test_a_report_can_be_made_with_the_keyboard_alone(running, phone):
    tab = phone()
    tab.goto(f"{running.address}/en/report")
    keyboard = Keyboard(tab)
    keyboard.choose("danger-no")
    keyboard.follow("#s2")
    keyboard.choose("what-bribes")
    keyboard.follow("#s3")
    keyboard.choose("area-scotland")
    keyboard.follow("#s4")
    keyboard.follow("#s5")
    keyboard.write("story", "By keyboard alone")
    for number in range(6, 14):
        keyboard.follow(f"#s{number}")
    keyboard.choose("contact-anonymous")
    keyboard.press("check")
    keyboard.press("send")

    assert running.case_of(tab.locator(".receipt bdi").inner_text())


class Keyboard:
    """Tab, arrows, Space and Enter; looks only at what has the focus."""

    def __init__(self, tab):
        self.tab = tab

    def choose(self, element_id):
        # Tab leads to a group of radios once; arrows go on from there.
        self._reach(f"#{element_id}", also=f"input[type='radio'][name='{element_id.rpartition('-')[0]}']")
        for _ in range(20):
            if self.tab.locator(f"#{element_id}").is_checked():
                return
            self.tab.keyboard.press("Space" if self._focused(f"#{element_id}") else "ArrowDown")
        raise AssertionError(element_id)

    def write(self, element_id, text):
        self._reach(f"#{element_id}")
        self.tab.keyboard.type(text)

    def follow(self, fragment):
        self._reach(f"a.button[href='{fragment}']")
        self.tab.keyboard.press("Enter")

    def press(self, act):
        self._reach(f"button[value='{act}']:not(.unseen)")
        self.tab.keyboard.press("Enter")
        self.tab.wait_for_load_state()

    def _reach(self, wanted, also=None):
        for _ in range(90):
            if self._focused(wanted) or (also and self._focused(also)):
                return
            self.tab.keyboard.press("Tab")
        raise AssertionError(f"Tab never reached {wanted}")

    def _focused(self, selector):
        return self.tab.locator(f"{selector}:focus").count() == 1
