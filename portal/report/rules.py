"""What is checked of an answer, as WTForms validators. Messages say what to do, and never blame."""

import re
from collections.abc import Mapping

from wtforms import Field, Form
from wtforms.validators import StopValidation

from portal.report import dates
from portal.report.conditions import applies, holds
from portal.report.message import Label, Message
from portal.report.question import N_, NN_, Question

FEWEST_PHONE_DIGITS = 7


def chosen_in(form: Form, code: str) -> list[str]:
    """The codes chosen for a question of `form`, whether it takes one or many."""
    value = form[code].data
    return value if isinstance(value, list) else [value] if value else []


class OnlyWhenAsked:
    """Ends the checks of a question that the other answers have hidden: its answer will be dropped."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def __call__(self, form: Form, _field: Field) -> None:
        if not applies(self.question, lambda code: chosen_in(form, code)):
            raise StopValidation


class OnlyOptionsShown:
    """Drops what is still ticked among options that the other answers have hidden (a force of another area)."""

    def __init__(self, question: Question) -> None:
        self.options = {option.code: option for option in question.options}

    def __call__(self, form: Form, field: Field) -> None:
        def shown(code: str) -> bool:
            return code in self.options and holds(self.options[code].only, lambda of: chosen_in(form, of))

        if isinstance(field.data, list):
            field.data = [code for code in field.data if shown(code)]
        elif field.data and not shown(field.data):
            field.data = None


class Answered:
    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, _form: Form, field: Field) -> None:
        if not field.data:
            raise StopValidation(Message(self.message))


class NotBoth:
    """“No one” and someone cannot both be ticked."""

    def __init__(self, question: Question) -> None:
        self.alone = {option.code: option.label for option in question.options if option.exclusive}

    def __call__(self, _form: Form, field: Field) -> None:
        alone = [code for code in field.data or () if code in self.alone]
        if alone and len(field.data) > 1:
            option = Label(self.alone[alone[0]])
            text = N_("Select “%(option)s” alone, or the answers that apply, but not both")
            raise StopValidation(Message(text, values={"option": option}))


class WithinLimit:
    """Counts Unicode code points, as the page's own counter does."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def __call__(self, _form: Form, field: Field) -> None:
        over = len(field.data or "") - self.question.limit
        if over > 0:
            raise StopValidation(
                Message(
                    *NN_(
                        "“%(question)s”: your answer is %(over)s character too long. The most is %(limit)s",
                        "“%(question)s”: your answer is %(over)s characters too long. The most is %(limit)s",
                    ),
                    over,
                    {"question": Label(self.question.label), "over": over, "limit": self.question.limit},
                )
            )


class RealDate:
    """Reads the parts into numbers. The form carries `today` and the `month_names` that it knows."""

    def __call__(self, form: Form, field: Field) -> None:
        month_names: Mapping[str, int] = form.month_names
        try:
            field.value = dates.read(field.data, month_names=month_names, today=form.today)
        except dates.NotADate as problem:
            raise StopValidation(problem.message) from None


class PhoneNumber:
    """A loose check: people write numbers in many ways, and a wrong refusal would cost a report."""

    def __call__(self, _form: Form, field: Field) -> None:
        digits = re.sub(r"\D", "", dates.latin_digits(field.data))
        if len(digits) < FEWEST_PHONE_DIGITS:
            raise StopValidation(Message(N_("Enter a phone number, like 01632 960 001 or +44 808 157 0192")))


class EmailAddress:
    def __call__(self, _form: Form, field: Field) -> None:
        if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", field.data):
            raise StopValidation(Message(N_("Enter an email address, like name@example.com")))
