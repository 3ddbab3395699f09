import pytest

from portal.report.questions import PEOPLE, QUESTIONS, SECTIONS
from portal.web.languages import offered


@pytest.mark.parametrize("tag", list(offered()))
def test_the_form_asks_every_question_in_one_document(visitor, tag):
    page = visitor.get(f"/{tag}/report")
    names = set(page.html.xpath("//form//@name"))

    assert not [code for code in QUESTIONS if not any(name.partition("-")[0] == code for name in names)]
    assert {f"people-0-{question.code}" for question in PEOPLE.questions} <= names
    assert len(SECTIONS) == len(page.html.xpath("//form/section"))


def test_the_blank_form_is_the_same_bytes_for_everybody(public_app):
    client = public_app.test_client()
    plain = client.get("/en/report")
    other = client.get("/en/report", headers={"Accept-Language": "ar", "User-Agent": "x", "Cookie": "a=b"})

    assert plain.get_data() == other.get_data()
    assert list(plain.headers) == list(other.headers)


def test_the_first_button_of_the_form_is_check(visitor, answers):
    for page in (visitor.get("/en/report"), visitor.check(answers), visitor.check({}, status=422)):
        assert "check" == page.html.xpath("(//form//button)[1]/@value")[0]


def test_only_the_required_answers_are_missed(visitor):
    page = visitor.check({}, status=422)
    targets = page.html.xpath("//section[@id='top']//li/a/@href")

    assert ["#danger-yes", "#what-partner", "#area-east-midlands", "#story", "#contact-anonymous"] == targets
    assert page.title.startswith("Error:")


def test_each_error_stands_at_its_field_and_is_joined_to_it(visitor, answers):
    page = visitor.check({**answers, "when": "once", "when_date-year": "soon"}, status=422)
    described = page.html.xpath("//fieldset[contains(@aria-describedby, 'when_date-error')]")

    assert 1 == len(described)
    assert "soon" == page.html.get_element_by_id("when_date-year").value


def test_an_error_of_the_second_person_leads_to_the_second_person(visitor, answers):
    page = visitor.check({**answers, "people-0-name": "A", "people-3-number": "1" * 21}, status=422)

    assert ["#people-1-number"] == page.html.xpath("//section[@id='top']//li/a/@href")


def test_what_was_typed_is_shown_and_never_obeyed(visitor, answers):
    hostile = "<svg onload=alert(1)> {{7*7}} </textarea><script>x</script> %(phone)s"
    page = visitor.check({**answers, "story": hostile, "people-0-name": hostile})

    assert hostile == page.html.get_element_by_id("story").value.strip()
    assert not page.html.xpath("//svg")
    assert hostile in [one.text for one in page.html.find_class("typed")]


def test_people_can_be_added_up_to_the_limit_and_removed_without_losing_the_others(visitor, answers):
    people = {f"people-{number}-name": f"Person {number}" for number in range(PEOPLE.repeat)}
    full = visitor.post("/en/report", {**answers, **people, "act": "add"})
    fewer = visitor.post("/en/report", {**answers, **people, "act": "remove-4"})

    assert PEOPLE.repeat == len(full.html.find_class("card"))
    assert not full.html.xpath("//button[@value='add']")
    names = [fewer.html.get_element_by_id(f"people-{number}-name").value.strip() for number in range(9)]
    assert [f"Person {number}" for number in range(PEOPLE.repeat) if number != 4] == names


def test_the_summary_links_lead_to_fields_of_the_same_page(visitor, answers):
    page = visitor.check(answers)

    changes = page.html.xpath("//section[@id='top']//dd/a/@href")
    assert len(changes) > len(SECTIONS)


def test_a_line_break_at_the_start_of_the_story_survives_the_way_there_and_back(visitor, answers):
    first = visitor.check({**answers, "story": "one\r\n\r\n  two"})

    assert "one\n\n  two" == first.html.get_element_by_id("story").value.removeprefix("\n")


def test_what_was_typed_but_does_not_fit_the_other_answers_is_shown_as_not_sent(visitor, answers):
    page = visitor.check({**answers, "what_other": "Selling uniforms", "email": "robin@example.org"})
    (panel,) = page.html.xpath("//section[@id='top']//div[@class='panel wrong']")

    assert ["Selling uniforms", "robin@example.org"] == [one.text for one in panel.find_class("typed")]
    assert ["#what-partner", "#contact-anonymous"] == panel.xpath(".//a/@href")


def test_what_could_show_who_the_reporter_is_is_asked_and_never_blocks(visitor, answers, outbox):
    story = "My husband told me. Call me on 07700 900123."
    summary = visitor.check({**answers, "story": story})
    panel = summary.html.xpath("//div[@class='panel'][.//a[@href='#story']]")[0]
    visitor.send({**answers, "story": story}, summary)

    assert ["My husband", "07700 900123"] == [one.text_content() for one in panel.xpath(".//b")]
    assert 1 == outbox.depth()


def test_who_leaves_their_details_is_not_asked_what_could_show_them(visitor, answers):
    details = {"contact": "details", "route": "email", "email": "robin@example.org", "consent": "no"}
    asked = visitor.check({**answers, "story": "My husband told me."})
    left = visitor.check({**answers, **details, "story": "My husband told me."})

    assert len(asked.html.find_class("panel")) == len(left.html.find_class("panel")) + 1
