"""The form as a page shows it: words in the reader's language, what was typed, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from wtforms import Field, Form

from portal.report.dates import PARTS
from portal.report.message import Message
from portal.report.question import Kind, Option, Question, Section, Signpost
from portal.report.questions import SECTIONS
from portal.web.languages import Language
from portal.web.styles import condition_class


@dataclass(frozen=True)
class OptionView:
    code: str
    id: str
    label: Markup
    proper: bool  # a name that is not in the page's language
    hint: Markup | None
    checked: bool
    css: str


@dataclass(frozen=True)
class SignpostView:
    lines: list[Markup]
    css: str


@dataclass(frozen=True)
class FieldView:
    question: Question
    name: str
    label: Markup
    hint: Markup | None
    error: Markup | None
    value: Any
    options: list[OptionView]
    signposts: list[SignpostView]
    css: str

    @property
    def optional(self) -> bool:
        return not self.question.required

    @property
    def parts(self) -> tuple[str, ...]:
        return PARTS if self.question.kind is Kind.DATE else PARTS[1:]

    @property
    def first(self) -> str:
        """The id that an error summary leads to."""
        if self.options:
            return self.options[0].id
        return f"{self.name}-{self.parts[0]}" if self.question.kind in (Kind.DATE, Kind.MONTH) else self.name

    @property
    def described_by(self) -> str:
        parts = (f"{self.name}-hint" if self.hint else "", f"{self.name}-error" if self.error else "")
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class SectionView:
    """`groups` holds one list of fields; in a section about people, one for each person."""

    section: Section
    number: int
    title: Markup
    lead: Markup | None
    groups: list[list[FieldView]]

    @property
    def fields(self) -> list[FieldView]:
        return [field for group in self.groups for field in group]


def sections(form: Form, language: Language) -> list[SectionView]:
    return [_section(section, number, form, language) for number, section in enumerate(SECTIONS, start=1)]


def errors(shown: list[SectionView]) -> Iterator[tuple[str, Markup]]:
    """Where each error is, and what it says, in the order of the form."""
    for section in shown:
        yield from ((field.first, field.error) for field in section.fields if field.error)


def _section(section: Section, number: int, form: Form, language: Language) -> SectionView:
    return SectionView(
        section,
        number,
        title=language.text(section.title),
        lead=language.text(section.lead) if section.lead else None,
        groups=list(_groups(section, form, language)),
    )


def _groups(section: Section, form: Form, language: Language) -> Iterator[list[FieldView]]:
    if not section.repeat:
        yield [_field(question, question.code, form[question.code], language) for question in section.questions]
        return
    for number, person in enumerate(form[section.code]):
        yield [
            _field(question, f"{section.code}-{number}-{question.code}", person[question.code], language)
            for question in section.questions
        ]


def _field(question: Question, name: str, field: Field, language: Language) -> FieldView:
    error = next((error for error in field.errors if isinstance(error, Message)), None)
    return FieldView(
        question,
        name,
        label=language.text(question.label),
        hint=language.text(question.hint) if question.hint else None,
        error=language.message(error) if error else None,
        value=field.data,
        options=[_option(option, name, field.data, language) for option in question.options],
        signposts=[_signpost(signpost, language) for signpost in question.signposts],
        css=condition_class(question),
    )


def _option(option: Option, name: str, chosen: Any, language: Language) -> OptionView:
    return OptionView(
        option.code,
        id=f"{name}-{option.code}",
        label=option_label(option, language),
        proper=option.proper and language.tag != "en" and language.tag not in dict(option.names),
        hint=language.text(option.hint) if option.hint else None,
        checked=option.code in chosen if isinstance(chosen, list) else option.code == chosen,
        css=condition_class(option),
    )


def option_label(option: Option, language: Language) -> Markup:
    """A force is called by its own name; in Welsh, by its Welsh one with the English beside it."""
    if not option.proper:
        return language.text(option.label)
    own = dict(option.names).get(language.tag)
    return Markup("{} ({})").format(own, option.label) if own else Markup("{}").format(option.label)


def _signpost(signpost: Signpost, language: Language) -> SignpostView:
    return SignpostView([language.text(line) for line in signpost.lines], condition_class(signpost.only))
