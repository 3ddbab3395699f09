"""Words of a stranger are shown; they do not steer the terminal of whoever reads them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.commands.cases import visible

STEERING = {
    "escape": "\x1b[2J",
    "title": "\x1b]0;x\x07",
    "bell": "\x07",
    "backspace": "\x08",
    "return": "\r",
    "delete": "\x7f",
    "csi": "\x9b31m",
    "next line": "\x85",
    "right-to-left override": "\u202e",
    "isolate": "\u2067",
    "end of isolate": "\u2069",
    "right-to-left mark": "\u200f",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "zero width space": "\u200b",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "tag": "\U000e0041",
    "null": "\0",
}
SHORT = {"danger": "no", "what": ["bribes"], "area": "london", "force": "metropolitan"}


def steers(char):
    return unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"} and char not in "\u200c\u200d"


@pytest.mark.parametrize("text", STEERING.values(), ids=STEERING)
def test_what_steers_is_shown_by_its_code(text):
    code = f"U+{ord(text[0]):04X}"

    assert code in visible(f"a{text}b")
    assert text[0] not in visible(f"a{text}b")


@pytest.mark.parametrize("text", ["می‌روم", "क्‍ष", "👩‍✈️", "رأيته", "Ŵyneb", "“quoted” – 100 %", "e\u0301"])
def test_what_belongs_to_the_spelling_stays(text):
    assert text == visible(text)


@given(text=st.text())
def test_no_text_steers(text):
    assert not any(steers(char) for char in visible(text))


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"])))
def test_all_else_is_shown_as_it_is(text):
    assert text == visible(text)


@pytest.mark.parametrize("text", STEERING.values(), ids=STEERING)
@pytest.mark.parametrize(
    "place",
    [
        lambda text: {"story": text},
        lambda text: {"people": [{"name": text}]},
        lambda text: {"what": [text]},
        lambda text: {"force": text},
        lambda text: {"when_from": {text: 1}},
    ],
    ids=["story", "person", "codes", "code", "date"],
)
def test_no_answer_steers_the_terminal(command, arrive, place, text):
    report_id = arrive({**SHORT, **place(f"a{text}b")})
    shown = command("cases", "show", report_id).output + command("cases", "list").output

    assert f"U+{ord(text[0]):04X}" in shown
    assert not any(steers(char) for char in shown if char != "\n")


@pytest.mark.parametrize("name", ["language", "received_on", "edition"])
def test_nothing_else_of_a_document_steers_the_terminal(command, arrive, name):
    report_id = arrive(SHORT, **{name: "\x1b[2J"})
    shown = command("cases", "show", report_id).output + command("cases", "list").output

    assert "U+001B" in shown
    assert "\x1b" not in shown
