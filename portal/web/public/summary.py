"""“Check your answers”: what will be sent, in the words of the form."""

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from babel.dates import format_date, format_skeleton
from markupsafe import Markup

from portal.report.answers import Answers
from portal.report.conditions import applies
from portal.report.identifying import KINDS, find
from portal.report.question import Kind, Question, Section, When
from portal.report.questions import QUESTIONS, SECTIONS
from portal.web.languages import Language, offered
from portal.web.public.form_view import option_label


@dataclass(frozen=True)
class Row:
    """One answer. `lines` is empty when the question was left out; `typed` marks the reporter's own words."""

    label: Markup
    lines: list[Markup]
    typed: bool
    change: str


@dataclass(frozen=True)
class Card:
    """The answers of one section, or of one person."""

    title: Markup
    rows: list[Row]


def cards(answers: Answers, language: Language) -> list[Card]:
    return [card for section in SECTIONS for card in _cards(section, answers, language)]


def not_sent(left_out: dict[str, str], language: Language) -> list[Row]:
    """What was typed but does not fit the other answers; `change` leads to the question that decides it."""
    questions = (QUESTIONS[code] for code in left_out)
    return [
        Row(
            language.text(question.label),
            [Markup("{}").format(left_out[question.code])],
            typed=True,
            change=_deciding(question),
        )
        for question in questions
    ]


#: Free text in which reporters speak of themselves. What they say of the person they report is not asked about.
OWN_WORDS = [
    question
    for question in QUESTIONS.values()
    if question.kind is Kind.TEXT and question.only != When("contact", ("details",))
]
MOST_SHOWN = 20


@dataclass(frozen=True)
class Showing:
    """Words that could show who wrote them, the question about them, and where they stand."""

    words: str
    label: Markup
    change: str


def showing(answers: Answers, language: Language) -> list[Showing] | None:
    """What could identify the reporter; None when they leave their details anyway."""
    if answers["contact"] == "details":
        return None
    found = (
        Showing(text[one.start : one.end], language.text(KINDS[one.kind]), question.code)
        for question in OWN_WORDS
        for text in [answers.get(question.code, "")]
        for one in find(text, languages=offered())
    )
    return list(islice(found, MOST_SHOWN))


def _deciding(question: Question) -> str:
    """The first option of the first question on the way to `question` – one that is always shown."""
    while question.only:
        question = QUESTIONS[question.only.question]
    return f"{question.code}-{question.options[0].code}"


def _cards(section: Section, answers: Answers, language: Language) -> list[Card]:
    title = language.text(section.title)
    if not section.repeat:
        rows = [
            _row(question, question.code, answers.get(question.code), language)
            for question in section.questions
            if applies(question, lambda code: _codes(answers.get(code)))
        ]
        return [Card(title, rows)]
    people = answers.get(section.code) or [{}]
    return [
        Card(
            title,
            [
                _row(question, f"{section.code}-{number}-{question.code}", person.get(question.code), language)
                for question in section.questions
            ],
        )
        for number, person in enumerate(people)
    ]


def _row(question: Question, name: str, value: Any, language: Language) -> Row:
    first = f"{name}-{question.options[0].code}" if question.options else name
    if question.kind in (Kind.DATE, Kind.MONTH):
        first = f"{name}-{'day' if question.kind is Kind.DATE else 'month'}"
    typed = question.kind in (Kind.TEXT, Kind.CONTACT)
    return Row(language.text(question.label), _lines(question, value, language), typed, first)


def _lines(question: Question, value: Any, language: Language) -> list[Markup]:
    if not value:
        return []
    if question.code == "force" and value not in question.option_codes:
        return _lines(QUESTIONS["area"], value, language)
    if question.options:
        return [option_label(option, language) for option in question.options if option.code in _codes(value)]
    if isinstance(value, dict):
        return [Markup("{}").format(_date(value, language))]
    return [Markup("{}").format(value)]


def _date(parts: dict[str, int], language: Language) -> str:
    if "month" not in parts:
        return str(parts["year"])
    day = date(parts["year"], parts["month"], parts.get("day", 1))
    if "day" in parts:
        return format_date(day, "long", locale=language.locale)
    return format_skeleton("yMMMM", day, locale=language.locale)


def _codes(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
