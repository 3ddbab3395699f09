"""The WTForms form, built from the questions, and the answers that it leaves.

Nobody writes a field twice: the page, the checks and the document come from the same data.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from wtforms import Field, FieldList, Form, FormField
from wtforms.utils import unset_value

from portal.report import rules
from portal.report.conditions import applies
from portal.report.dates import PARTS
from portal.report.forces import BY_REGION
from portal.report.question import Kind, Question
from portal.report.questions import PEOPLE, QUESTIONS

Answers = dict[str, Any]


class _OneField(Field):
    def process_formdata(self, values: list[str]) -> None:
        self.data = values[0] if values else None


class _ManyField(Field):
    def process_formdata(self, values: list[str]) -> None:
        self.data = list(dict.fromkeys(values))


class _TextField(Field):
    def process_formdata(self, values: list[str]) -> None:
        # Browsers send line ends as CR LF; they count, and are kept, as one character.
        self.data = values[0].replace("\r\n", "\n").strip() if values else ""


class _LineField(_TextField):
    def process_formdata(self, values: list[str]) -> None:
        super().process_formdata(values)
        self.data = re.sub(r"\s*\n\s*", " ", self.data)


class _PartsField(Field):
    value: dict[str, int]

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:  # noqa: ARG002
        self.process_errors: list[str] = []
        self.data = {part: formdata.get(f"{self.name}-{part}", "") if formdata else "" for part in PARTS}
        self.value = {}


_FIELDS = {
    Kind.ONE: _OneField,
    Kind.MANY: _ManyField,
    Kind.TEXT: _TextField,
    Kind.DATE: _PartsField,
    Kind.MONTH: _PartsField,
    Kind.CONTACT: _LineField,
}


def _rules(question: Question) -> list[Any]:
    checks: list[Any] = [rules.OnlyWhenAsked(question)] if question.only else []
    if question.options:
        checks.append(rules.OnlyOptionsShown(question))
    if question.required:
        checks.append(rules.Answered(question.required))
    if any(option.exclusive for option in question.options):
        checks.append(rules.NotBoth(question))
    if question.limit:
        checks.append(rules.WithinLimit(question))
    if question.kind in (Kind.DATE, Kind.MONTH):
        checks.append(rules.RealDate())
    if question.inputmode == "tel":
        checks.append(rules.PhoneNumber())
    if question.inputmode == "email":
        checks.append(rules.EmailAddress())
    return checks


def _field(question: Question) -> Any:
    kind = _LineField if question.kind is Kind.TEXT and question.rows == 1 else _FIELDS[question.kind]
    return kind(validators=_rules(question))


def build_form(base: type[Form], month_names: Mapping[str, int]) -> type[Form]:
    """Make the form class from the questions.

    `month_names` maps casefolded names of months, in every language offered, to 1–12. An instance must be
    given `today` before it is validated.
    """
    person = type("PersonForm", (Form,), {question.code: _field(question) for question in PEOPLE.questions})
    fields: dict[str, Any] = {question.code: _field(question) for question in QUESTIONS.values()}
    fields[PEOPLE.code] = FieldList(FormField(person), min_entries=1, max_entries=PEOPLE.repeat)
    return type("ReportForm", (base,), {**fields, "month_names": month_names, "today": date.max})


def kept(form: Form) -> Answers:
    """The answers to keep, in the order of the form: what is hidden or empty is dropped.

    Ask after `form.validate()`. Texts stand exactly as they were typed, but for blank ends.
    """
    answers: Answers = {}
    for question in QUESTIONS.values():
        field = form[question.code]
        value = field.value if isinstance(field, _PartsField) else field.data
        if value and _asked(question, form):
            answers[question.code] = value
    people = [{code: text for code, text in person.items() if text} for person in form[PEOPLE.code].data]
    if any(people):
        answers[PEOPLE.code] = [person for person in people if person]
    return _with_force(answers)


def left_out(form: Form) -> dict[str, str]:
    """What was typed for questions that the other answers have hidden, by code: it is not sent.

    A browser that cannot hide them shows every question, so the reporter must be told.
    """
    texts = (question for question in QUESTIONS.values() if question.kind in (Kind.TEXT, Kind.CONTACT))
    return {
        question.code: form[question.code].data
        for question in texts
        if form[question.code].data and not _asked(question, form)
    }


def _asked(question: Question, form: Form) -> bool:
    return applies(question, lambda code: rules.chosen_in(form, code))


def _with_force(answers: Answers) -> Answers:
    """Fill in the force where the area alone says which it is, or that it is not known."""
    only = BY_REGION.get(answers.get("area", ""), ())
    if len(only) == 1:
        answers["force"] = only[0].code
    elif answers.get("area") == "not-sure":
        answers["force"] = "not-sure"
    return answers
