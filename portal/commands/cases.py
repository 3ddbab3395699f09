"""`portal cases`: read reports, where the charity's private key is."""

import contextlib
import json
import secrets
import unicodedata
from collections.abc import Iterator
from typing import Any

import click

from portal.app import utc_today
from portal.cases.correspondence import MailboxFull, NoMailbox
from portal.cases.review import CannotOpen, Case, NoSuchCase, Review
from portal.commands.reading import settings
from portal.report.forces import FORCES
from portal.report.outcomes import OUTCOMES
from portal.report.question import Question
from portal.report.questions import SECTIONS
from portal.settings import Charity
from portal.storage.database import Database
from portal.storage.tables import cases_tables

SHORT = 12
# Also those that cannot be chosen any more, and those that an area alone stands for.
FORCE_NAMES = {force.code: force.name for force in FORCES}


@click.group("cases")
@click.pass_context
def command(context: click.Context) -> None:
    """Read reports, where the charity's private key is."""
    read = settings(Charity)
    database = Database(read.cases_database_url, cases_tables)
    context.call_on_close(database.close)
    context.obj = Review(database, read.charity_private_keys)


@command.command("list")
@click.pass_obj
def list_cases(review: Review) -> None:
    """One line for each case, newest first; the quarantine lane last."""
    for case in review.cases():
        click.echo(visible("  ".join((case.id[:SHORT], case.stored_on, case.lane, _about(case)))))


@command.command()
@click.argument("case_id")
@click.option("--json", "as_json", is_flag=True, help="The document itself, as JSON.")
@click.pass_obj
def show(review: Review, case_id: str, *, as_json: bool) -> None:
    """The whole case whose id begins with CASE_ID."""
    try:
        case = review.case(case_id)
    except NoSuchCase:
        raise click.ClickException(f"no case, or more than one, begins with {case_id}") from None
    if case.document is None:
        raise click.ClickException(f"this case cannot be opened: {case.trouble}")
    if as_json:
        text = json.dumps(case.document, ensure_ascii=False, indent=2)
        # The same document, but nothing in it may steer the terminal.
        click.echo("".join(json.dumps(char)[1:-1] if _steers(char) and char != "\n" else char for char in text))
        return
    try:
        lines = [*_head(case, case.document), *_lines(case.document["answers"]), *_letters(review, case)]
    except (KeyError, TypeError, AttributeError):
        # Anybody can seal with the public key, so what is inside may be anything.
        raise click.ClickException("what is inside is not a report; --json shows it") from None
    # Every line, also those of codes.
    for line in lines:
        click.echo(visible(line))


@command.command()
@click.argument("case_id")
@click.argument("text", required=False)
@click.option("--outcome", type=click.Choice(list(OUTCOMES)), help="Tell what became of it, in fixed words.")
@click.pass_obj
def reply(review: Review, case_id: str, text: str | None, outcome: str | None) -> None:
    """Leave a question (TEXT) or an outcome in the reporter's mailbox. Only the receipt opens it."""
    if bool(text) == bool(outcome):
        raise click.UsageError("give a TEXT or an --outcome")
    content = {"kind": "outcome", "outcome": outcome} if outcome else {"kind": "question", "text": text}
    try:
        review.reply(review.case(case_id), content, letter_id=secrets.token_hex(16), today=utc_today())
    except (NoSuchCase, CannotOpen) as trouble:
        raise click.ClickException(f"this case cannot be opened: {trouble}") from None
    except NoMailbox:
        raise click.ClickException("the reporter has deleted the mailbox") from None
    except MailboxFull:
        raise click.ClickException("the mailbox is full") from None


def _letters(review: Review, case: Case) -> Iterator[str]:
    with contextlib.suppress(NoMailbox):
        for day, letter in review.letters(case):
            yield ""
            yield f"[{letter['kind']}] The reporter wrote on {day}"
            yield from (f"    {line}" for line in letter["text"].split("\n"))


def _about(case: Case) -> str:
    if case.document is None:
        return f"cannot be opened: {case.trouble}"
    answers = case.document.get("answers")
    if not isinstance(answers, dict):
        return "what is inside is not a report"
    what = answers.get("what", "")
    return f"{case.document.get('language')}  {answers.get('force', '')}  {_joined(what)}"


def _joined(codes: Any) -> str:
    # A list must not end at one envelope whose content is of another shape.
    return ",".join(map(str, codes)) if isinstance(codes, list) else str(codes)


def _head(case: Case, document: dict[str, Any]) -> Iterator[str]:
    yield f"case {case.id}"
    yield f"received on {document['received_on']}, lane {case.lane}"
    yield f"language {document['language']}, edition {document['edition']} of the questions"


def _lines(answers: dict[str, Any]) -> Iterator[str]:
    for section in SECTIONS:
        people = answers.get(section.code, []) if section.repeat else [answers]
        for number, given in enumerate(people, start=1):
            place = f"{section.code} {number} " if section.repeat else ""
            for question in section.questions:
                if question.code in given:
                    yield ""
                    yield f"[{place}{question.code}] {question.label}"
                    yield from (f"    {line}" for line in _answer(question, given[question.code]))


def _answer(question: Question, value: Any) -> Iterator[str]:
    if question.options:
        labels = {option.code: option.label for option in question.options} | FORCE_NAMES
        chosen = value if isinstance(value, list) else [value]
        yield from (f"{labels.get(one, one)} [{one}]" for one in chosen)
    elif isinstance(value, dict):
        yield ", ".join(f"{part} {number}" for part, number in value.items())
    else:
        yield from value.split("\n")


def visible(text: str) -> str:
    """Show what would steer the terminal, or turn the reading direction, by its code instead of obeying it."""
    return "".join(f"⟦U+{ord(char):04X}⟧" if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    # ZERO WIDTH JOINER and NON-JOINER belong to the spelling of Persian and of Indic scripts.
    return unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"} and char not in "\u200c\u200d"
