"""One intent is one report: double taps, Back and Send again, and other words under the same receipt."""

import pytest
from fixtures.reporter import Reporter
from playwright.sync_api import Error


@pytest.fixture(params=["chromium", "firefox"])
def reporter(request, running, phone):
    made = Reporter(phone(browser=request.getfixturevalue(request.param)), running.address, "en")
    made.open_form()
    made.fill_whole_form(more=f"One intent, {request.node.name}")
    made.press("check")
    return made


def cases_that_say(running, words):
    return [case for case in running.cases() if case.document["answers"].get("more") == words]


def test_a_double_tap_on_send_is_one_report(reporter, running):
    words = reporter.tab.locator("#more").input_value()
    reporter.tab.locator("button[value='send']:visible").dblclick()
    running.case_of(reporter.receipt)

    assert 1 == len(cases_that_say(running, words))


def test_back_and_send_again_is_one_report_with_the_same_receipt(reporter, running):
    words = reporter.tab.locator("#more").input_value()
    reporter.press("send")
    first = reporter.receipt
    # One step back is the summary, which no browser keeps: it asks whether to send the form again.
    with pytest.raises(Error, match=r"(?i)cache"):
        reporter.tab.go_back()
    reporter.tab.wait_for_timeout(500)
    reporter.tab.go_back()
    reporter.press("check")
    reporter.press("send")
    running.case_of(first)

    assert first == reporter.receipt
    assert 1 == len(cases_that_say(running, words))


def test_other_words_under_the_same_receipt_are_told_apart_and_nothing_is_written_over(visitor, answers, outbox):
    changed = {**answers, "story": "An officer sells addresses and number plates."}
    first = visitor.check(answers)
    visitor.send(answers, first)
    second = visitor.check({**changed, "receipt": first.hidden("receipt")})
    told = visitor.send(changed, second, status=409)

    assert first.hidden("receipt") == second.hidden("receipt")
    assert told.hidden("receipt") != first.hidden("receipt")
    assert changed["story"] == told.html.get_element_by_id("story").value.strip()
    assert 1 == outbox.depth()


def test_what_was_told_apart_can_be_sent_as_one_more_report(visitor, answers, outbox):
    changed = {**answers, "story": "An officer sells addresses and number plates."}
    first = visitor.check(answers)
    visitor.send(answers, first)
    second = visitor.check({**changed, "receipt": first.hidden("receipt")})
    visitor.send(changed, visitor.send(changed, second, status=409))

    assert 2 == outbox.depth()


def test_what_was_changed_after_the_summary_is_shown_before_it_is_sent(visitor, answers, outbox):
    changed = {**answers, "story": "Something else."}
    again = visitor.send(changed, visitor.check(answers))

    assert again.hidden("checked")
    assert 0 == outbox.depth()


def test_the_same_form_gets_the_same_receipt_and_another_form_another(visitor, answers):
    receipts = [visitor.check(one).hidden("receipt") for one in (answers, answers, {**answers, "danger": "yes"})]

    assert receipts[0] == receipts[1]
    assert receipts[0] != receipts[2]


def test_the_same_words_of_somebody_else_get_another_receipt(visitor, answers):
    here = visitor.post("/en/report", answers)
    there = visitor.post("/en/report", answers, environ={"REMOTE_ADDR": "203.0.113.77"})

    assert here.hidden("receipt") != there.hidden("receipt")
