"""Which questions and options apply, given the answers so far. The page says the same in CSS."""

from collections.abc import Callable, Collection

from portal.report.question import Question, When
from portal.report.questions import QUESTIONS

#: Hands back the codes chosen for a question, by its code.
Chosen = Callable[[str], Collection[str]]


def holds(when: When | None, chosen: Chosen) -> bool:
    """A condition on a question that does not itself apply never holds: its answer is not the reporter's."""
    if when is None:
        return True
    return any(code in when.codes for code in chosen(when.question)) and applies(QUESTIONS[when.question], chosen)


def applies(question: Question, chosen: Chosen) -> bool:
    return holds(question.only, chosen)
