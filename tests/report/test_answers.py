"""What is kept of a form: what was asked, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.report.conditions import applies
from portal.report.questions import PEOPLE, QUESTIONS

CONTACT = {
    "contact": "details",
    "name": "Robin",
    "route": ["email"],
    "email": "robin@example.org",
    "consent": "ask",
}


def as_list(value):
    return value if isinstance(value, list) else [value]


@settings(max_examples=60)
@given(choose=st.data())
def test_nothing_hidden_and_nothing_empty_is_ever_kept(keep, any_form, choose):
    answers = keep(choose.draw(any_form))

    assert all(answers.values())
    for code in answers.keys() - {PEOPLE.code, "force"}:
        assert applies(QUESTIONS[code], lambda of: as_list(answers.get(of, [])))


@settings(max_examples=60)
@given(choose=st.data())
def test_every_answer_that_was_asked_for_is_kept(keep, any_form, choose):
    fields = choose.draw(any_form)
    answers = keep(fields)

    for code, question in QUESTIONS.items():
        typed = fields.get(code, "")
        asked = applies(question, lambda of: as_list(answers.get(of, [])))
        answered = any(one.strip() for one in as_list(typed))
        if asked and answered:
            assert code in answers
            assert not question.options or typed == answers[code]


def test_contact_details_are_dropped_when_the_reporter_decides_to_stay_anonymous(keep):
    answers = keep({**CONTACT, "needs": ["interpreter"], "interpreter": "Polski", "contact": "anonymous"})

    assert not {"name", "route", "email", "consent", "needs", "interpreter"} & set(answers)
    assert "anonymous" == answers["contact"]


def test_an_answer_is_dropped_with_the_option_that_asked_for_it(keep):
    answers = keep({**CONTACT, "phone": "not checked either", "what_other": "Something"})

    assert "robin@example.org" == answers["email"]
    assert not {"phone", "what_other"} & set(answers)


def test_what_is_hidden_is_not_checked(wrong):
    assert set() == wrong({"email": "@", "phone": "1", "what_other": "x" * 501, "when_date-day": "99"})


def test_options_that_do_not_exist_are_dropped(keep, wrong):
    assert ["bribes"] == keep({"what": ["bribes", "<script>"]})["what"]
    assert {"what", "contact"} == wrong({"what": ["<script>"], "contact": "<script>"})


def test_an_option_ticked_twice_counts_once(keep):
    assert ["bribes", "hate"] == keep({"what": ["bribes", "hate", "bribes"]})["what"]


def test_no_one_and_someone_cannot_both_be_told(wrong):
    assert {"told"} == wrong({"told": ["none", "support"]})
    assert {"told"} == wrong({"told": ["none", "unsaid"]})
    assert set() == wrong({"told": ["none"]})
    assert set() == wrong({"told": ["support", "employer"]})


def test_people_without_a_word_are_dropped_and_the_others_stay_in_order(keep):
    fields = {"people-0-name": "Sarge", "people-1-rank": " ", "people-2-number": "4417", "people-2-name": ""}

    assert [{"name": "Sarge"}, {"number": "4417"}] == keep(fields)["people"]


def test_without_any_person_there_is_no_list(keep):
    assert PEOPLE.code not in keep({"people-0-name": ""})


def test_an_empty_form_asks_for_what_is_asked_of_everybody(post):
    form = post(dict.fromkeys(("danger", "what", "area", "force", "story", "contact"), ""))

    assert {"danger", "what", "area", "story", "contact"} == set(form.errors)


def test_fields_that_nobody_asked_for_are_ignored(keep):
    assert keep({}) == keep({"extra": "1", "id": "2", "people-0-extra": "3"})
