"""The one stylesheet, inlined whole into every page and allowed by its hash.

The rules that show and hide questions are made from the same conditions that the server checks.
"""

import base64
import hashlib
import re
from collections.abc import Iterator

from portal.report.question import Option, Question, When
from portal.report.questions import QUESTIONS
from portal.web.languages import folder


def _conditions() -> Iterator[When]:
    for question in QUESTIONS.values():
        options = (option.only for option in question.options)
        signposts = (signpost.only for signpost in question.signposts)
        yield from (when for when in (question.only, *options, *signposts) if when)


#: A short class for each condition.
CLASSES = {when: f"w{number}" for number, when in enumerate(dict.fromkeys(_conditions()))}


def condition_class(of: Question | Option | When | None) -> str:
    """The classes of what is shown only when a condition holds; empty when it is always shown."""
    when = of if isinstance(of, When) else of.only if of else None
    return f"w {CLASSES[when]}" if when else ""


def _selector(when: When | None) -> str:
    if when is None:
        return ""
    chosen = ",".join(f"#{when.question}-{code}:checked" for code in when.codes)
    # The question that is asked about may itself be hidden, with its old answer still in it.
    return _selector(QUESTIONS[when.question].only) + f":has({chosen})"


def _conditional_rules() -> str:
    shown = ",".join(f"form{_selector(when)} .{name}" for when, name in CLASSES.items())
    return f"{shown}{{display:block}}"


def _minified(css: str) -> str:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};,>]) ?|(:) ", r"\1\2", css).strip()


CSS = (
    _minified((folder("static") / "portal.css").read_text(encoding="utf-8"))
    + f"@supports selector(:has(*)){{.w{{display:none}}{_conditional_rules()}}}"
)

CSS_HASH = "sha256-" + base64.b64encode(hashlib.sha256(CSS.encode()).digest()).decode()
