"""The form as a post fills it, without any web."""

from datetime import date

import pytest
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from portal.report.answers import build_form, kept
from portal.report.conditions import holds
from portal.report.question import Kind
from portal.report.questions import PEOPLE, QUESTIONS

TODAY = date(2026, 11, 23)
MONTHS = {"march": 3, "mawrth": 3, "مارس": 3}

LEAST = {
    "danger": "no",
    "what": ["bribes"],
    "area": "london",
    "force": "metropolitan",
    "story": "An officer sells addresses.",
    "contact": "anonymous",
}


#: What shows every question of the form at once.
ALL_SHOWN = {
    "what": ["other"],
    "force": "other-police",
    "when": "several",
    "place": ["online"],
    "risk": ["me"],
    "affected": "yes",
    "evidence": ["cctv"],
    "told": ["support"],
    "contact": "details",
    "name": "Robin",
    "route": ["phone", "email", "other"],
    "phone": "01632 960 001",
    "email": "robin@example.org",
    "route_other": "By post",
    "consent": "no",
    "needs": ["interpreter"],
}


@pytest.fixture
def all_shown():
    return ALL_SHOWN


@pytest.fixture(scope="session")
def post():
    """Fill the form with the least that is needed and `fields`, and check it."""
    form_class = build_form(Form, MONTHS)

    def fill(fields):
        form = form_class(MultiDict({**LEAST, **fields}))
        form.today = TODAY
        form.validate()
        return form

    return fill


@pytest.fixture(scope="session")
def keep(post):
    """The answers of a form that must have nothing wrong with it."""

    def answers(fields):
        form = post(fields)
        assert {} == form.errors
        return kept(form)

    return answers


@pytest.fixture(scope="session")
def wrong(post):
    """The codes of the questions that have something wrong with them."""
    return lambda fields: set(post(fields).errors)


LINES = st.lists(st.text(max_size=9) | st.sampled_from(["\r\n", "\n", "\r"]), max_size=9).map("".join)
EXACT = {
    "phone": st.sampled_from(["01632 960 001", "+44 808 157 0192", "٠١٦٣٢ ٩٦٠ ٠٠١"]),
    "email": st.sampled_from(["a@example.org", "زهرة@example.org"]),
    "story": st.sampled_from(["Ω", "x" * 10_000, "\U0001f46e" * 10_000]),
    "route_other": st.just("By post"),
}
PARTS = st.sampled_from(
    [{}, {"year": "1900"}, {"year": "٢٠٢٦", "month": "mawrth"}, {"year": "2024", "month": "2", "day": "29"}]
)


def _chosen_in(typed):
    return lambda code: [typed[code]]


def _chosen(question, options):
    if question.kind is Kind.ONE:
        one = st.sampled_from([option.code for option in options])
        return one if question.required else st.just("") | one
    alone = [[option.code] for option in options if option.exclusive]
    many = st.lists(
        st.sampled_from([option.code for option in options if not option.exclusive]),
        unique=True,
        min_size=1 if question.required else 0,
    )
    return many | st.sampled_from(alone) if alone else many


@pytest.fixture(scope="session")
def any_form():
    """Every field of a form that has nothing wrong with it, those of hidden branches too."""

    @st.composite
    def fields(draw):
        typed = {}
        for question in QUESTIONS.values():
            if question.options:
                shown = [one for one in question.options if holds(one.only, _chosen_in(typed))]
                typed[question.code] = draw(_chosen(question, shown))
            elif question.kind in (Kind.DATE, Kind.MONTH):
                typed |= {f"{question.code}-{part}": text for part, text in draw(PARTS).items()}
            else:
                typed[question.code] = draw(EXACT.get(question.code, LINES))
        for number in range(draw(st.integers(0, 3))):
            for question in PEOPLE.questions:
                typed[f"people-{number}-{question.code}"] = draw(st.just("") | st.text(max_size=question.limit))
        return typed

    return fields()
