import pytest

from portal.web.languages import offered


@pytest.mark.parametrize("tag", list(offered()))
def test_a_wrong_address_gets_a_page_in_the_readers_language(visitor, tag):
    assert tag == visitor.get(f"/{tag}/nowhere", status=404).html.get("lang")


def test_an_address_without_a_language_takes_what_the_browser_asks_for(visitor):
    page = visitor.get("/nowhere", status=404, headers={"Accept-Language": "fr, ar;q=0.8"})

    assert "ar" == page.html.get("lang")


def test_a_wrong_method_is_said_kindly_and_names_the_right_ones(visitor):
    page = visitor.post("/exit", {}, status=405)

    assert "GET" in page.response.headers["Allow"]


def test_a_report_far_too_large_is_refused_in_the_readers_language(visitor):
    page = visitor.post("/cy/report", {"story": "x" * 1_100_000}, status=413)

    assert "cy" == page.html.get("lang")


def test_a_report_somewhat_too_large_keeps_every_letter(visitor, answers):
    story = "x" * 400_000
    page = visitor.check({**answers, "story": story}, status=422)

    assert story == page.html.get_element_by_id("story").value.strip()


def test_a_store_that_cannot_keep_says_so_and_keeps_every_letter(visitor, answers, outbox_database):
    summary = visitor.check(answers)
    with outbox_database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE outbox")
    page = visitor.send(answers, summary, status=503)

    assert answers["story"] == page.html.get_element_by_id("story").value.strip()
    assert summary.hidden("receipt") == page.hidden("receipt")
    assert not page.html.xpath("//h1[@class='sent']")


def test_above_the_limit_of_checking_the_form_comes_back_whole_with_a_time(visitor, answers):
    pages = (visitor.post("/en/report", {**answers, "act": "language"}) for _ in range(600))
    assert all(page.status == 200 for page in pages)
    page = visitor.check(answers, status=429)

    assert int(page.response.headers["Retry-After"]) > 0
    assert answers["story"] == page.html.get_element_by_id("story").value.strip()


def test_above_the_limit_of_sending_a_report_is_still_taken_and_marked(visitor, answers, outbox):
    for number in range(61):
        visitor.report({**answers, "story": f"Report {number}"})

    waiting = outbox.claim(100, holder="test")
    assert 61 == len(waiting)
    assert [60, 1] == [sum(lane in one.envelope for one in waiting) for lane in (b'"ordinary"', b'"quarantine"')]
