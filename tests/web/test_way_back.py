import pytest

from portal.outbox.outbox import Outbox
from portal.report import receipt as receipts
from portal.web.public.way_back import STEP

UNKNOWN = receipts.issue(b"a receipt that nobody was given")


@pytest.fixture
def way_back(running_intake, visitor):  # noqa: ARG001 – it must be there before the public app
    def act(receipt, act="look", *, status=200, **fields):
        return visitor.post("/en/return", {"receipt": receipt, "act": act, **fields}, status=status)

    return act


@pytest.fixture
def arrived(visitor, answers, outbox: Outbox, running_intake):
    """The receipt of a report that the charity has."""
    receipt = visitor.check(answers).hidden("receipt")
    visitor.report(answers)
    for waiting in outbox.claim(10, holder="test"):
        running_intake.keep(waiting)
        outbox.delivered(waiting.id, on=running_intake.day)
    return receipt


def note(page):
    return page.html.xpath("//main//div[contains(@class, 'panel')]")


@pytest.mark.parametrize("typed", ["", "1234", "12345678901234567890", "x" * 50, "0" * 21])
def test_a_receipt_with_a_wrong_digit_gets_a_kind_error_and_keeps_what_was_typed(way_back, typed):
    page = way_back(typed, status=422)

    assert typed == page.html.get_element_by_id("receipt").value.strip()
    assert page.html.xpath("//div[@role='alert']//a[@href='#receipt']")


def test_a_report_that_still_waits_here_is_found(way_back, visitor, answers):
    receipt = visitor.check(answers).hidden("receipt")
    visitor.report(answers)
    page = way_back(receipts.grouped(receipt))

    assert not note(page)
    assert not page.html.xpath("//textarea")


def test_any_script_of_digits_and_any_spaces_open_the_mailbox(way_back, arrived):
    arabic = arrived.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    page = way_back(f" {arabic[:7]}-{arabic[7:]} ")

    assert page.html.get_element_by_id("text") is not None


def test_the_same_words_twice_are_one_letter(way_back, arrived):
    way_back(arrived, "write", text="It was in May.")
    page = way_back(arrived, "write", text="It was in May.")

    assert ["It was in May."] == page.texts("typed")


@pytest.mark.parametrize("text", ["", "  \r\n ", "x" * 10_001])
def test_a_letter_that_is_empty_or_too_long_stays_on_the_page(way_back, arrived, text):
    page = way_back(arrived, "write", text=text, status=422)

    assert text.strip() == (page.html.get_element_by_id("text").value or "").strip()


def test_deleting_asks_once_more_and_then_looks_like_a_receipt_that_never_was(way_back, arrived):
    way_back(arrived, "write", text="It was in May.")
    asked = way_back(arrived, "delete")
    way_back(arrived, "delete", sure="yes")
    after = way_back(arrived)
    unknown = way_back(UNKNOWN)

    assert asked.html.xpath("//input[@name='sure']")
    assert unknown.words.replace(receipts.grouped(UNKNOWN), "") == after.words.replace(receipts.grouped(arrived), "")


def test_right_unknown_and_deleted_receipts_have_the_same_size_on_the_wire(way_back, arrived):
    right = way_back(arrived)
    unknown = way_back(UNKNOWN)
    way_back(arrived, "delete", sure="yes")
    deleted = way_back(arrived)

    sizes = {page.response.content_length for page in (right, unknown, deleted)}
    assert {STEP} == sizes
    assert len({tuple(page.response.headers) for page in (right, unknown, deleted)}) == 1


def test_with_the_charity_away_nothing_is_lost_and_the_page_says_so(visitor, answers):
    receipt = visitor.check(answers).hidden("receipt")
    page = visitor.post("/en/return", {"receipt": receipt, "act": "write", "text": "It was in May."}, status=503)

    assert "It was in May." == page.html.get_element_by_id("text").value.strip()
    assert receipt == page.html.get_element_by_id("receipt").value.strip()


def test_above_the_limit_receipts_are_not_looked_up(visitor):
    for _ in range(60):
        visitor.post("/en/return", {"receipt": "1"}, status=422)
    page = visitor.post("/en/return", {"receipt": "1"}, status=429)

    assert int(page.response.headers["Retry-After"]) > 0


def test_a_saved_form_comes_back_under_its_receipt_and_only_under_it(way_back, visitor, answers):
    saved = visitor.post("/en/report", {**answers, "where": "Newport", "email": "half an addr", "act": "save"})
    page = way_back(saved.hidden("receipt"))

    assert answers["story"] == page.html.get_element_by_id("story").value.strip()
    assert "half an addr" == page.html.get_element_by_id("email").value
    assert saved.hidden("receipt") == page.hidden("receipt")
    assert note(way_back(UNKNOWN))


def test_a_saved_form_cannot_be_read_by_us(visitor, answers, tmp_path):
    visitor.post("/en/report", {**answers, "story": "zebrafinch", "act": "save"})

    assert b"zebrafinch" not in b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
