"""What often identifies a writer is found in the words of a report, and little else. » « mark what is to be found."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.report.identifying import KINDS, SELF_QUESTIONS, Finding, find
from portal.report.identifying_phones import MOST_PLACES
from portal.web.languages import TAGS

# Numbers of Ofcom and other regulators for films, so that no test names a real person's.
MARKED = {
    "phone": [
        "»07700900123«",
        "Ring me on »07700 900 123«.",
        "Ring »07700-900-123«, not before six",
        "»(0151) 496 0123« or »020 7946 0018«",
        "»01632 960 001« today",
        "call:»+44 7700 900123«",
        "»+44 (0)7700 900123«",
        "»0044 20 7946 0018«",
        "»44 20 7946 0018«, as a phone copies it",
        "»+1 (202) 555-0143«",
        "»+33 6 39 98 12 34« or »+49 30 23125 123«",
        "»07700900123« »07700900124« »07700900125«",
        "»07700900123«,»07700900124«/»07700900125«",
        "»07700 900123«\r\n»07700 900124«",
        "»٠٧٧٠٠ ٩٠٠١٢٣«",
        "»۰۷۷۰۰۹۰۰۱۲۳«",
        "»০৭৭০০ ৯০০১২৩«",
        "»０７７００　９００１２３«",
        "\u202a»+44\u00a07700\u2011900123«\u202c",
        "»0\u200b7700\u200b900\u200b123«",
        "on 03.02.2025 he rang »07700 900123«",
        "»07700 900123« 3 times",
    ],
    "email": [
        "Write to »robin@example.org«.",
        "<»robin.o'neill+police@mail.example.co.uk«>",
        "»07700900123@example.org«",
        "»زهرة@example.org«",
        "mailto:»r@example.cymru«, or not",
        "»robin＠example.org«",
    ],
    "postcode": [
        "»SW1A 1AA«",
        "I live in »m1 1ae« now",
        "»CF101EP«, »B33 8TH«; »EC1A 1BB«.",
        "»DN55  1PT«",
        "»BT1\u00a05GS«",
        "»Ｍ１ １ＡＥ«",
    ],
    "plate": [
        "He saw »AB12 CDE« outside",
        "»ab12cde« and »ab12 cde«",
        "»AB١٢ CDE«",
        "»A123 BCD« or »k71bcd«",
        "»YUI 4321«, »AAZ1234«",
    ],
    "insurance": [
        "»AB123456C«",
        "»ab 12 34 56 c« or »AB-12-34-56-D«",
        "»AB ١٢ ٣٤ ٥٦ C«",
        "»PC123456A«",
    ],
    "time": [
        "at »14:32« he",
        "»2:15« in the morning, »2.15pm« and »2.15 p.m.« and »12.05AM«",
        "27/03/2025, »09:05:59«: you are next",
        "2025-03-27T»14:32:05«Z",
        "»14:32«–»14:40«",
        "at »٢:١٥ مساءً« and »٣:٤٠«",
        "am »2.15yp« neu »2.15 y.b.«",
        "at »1432 hours«, »0217hrs«",
    ],
}

NOTHING = [
    "",
    "In 2023 and 2024 he did it 3 times.",
    "on 2025-03-27, 27/03/2025, 27.03.25, 3/4/25 and 01-02-2025",
    "01.02.25 14.30 2 officers",
    "01-02-2024 100 pounds; 07 11 2023 143 people",
    "20250327143205",
    "from 2019 – 2021 – 2023",
    "£1,250.00 and £07700900123 and 1 000 000 euros, 1250.50",
    "$ 07.700,90",
    "card 4111 1111 1111 1111, account 01-02-03 12345678",
    "receipt 7244 0940 9523 6673 0706, 0724 4094 0952 3667 3070",
    "call 999, 101, 111, 55, 116 123 or 18000",
    "0808 157 0192, 0800 123 456, 0300 123 5040, +44 808 157 0192, 0845 790 9090",
    "PC 1234, PC1234, collar 4512, warrant number 234567",
    "PC 234567 a tall man, PS 12 34 56 A",
    "pc12 hit him, PC12 PUT him down, DC45 led",
    "SO15 was told; CO19 are; SO15 THE UNIT; so15 had",
    "no10 and no12 off",
    "the M25 and the A127 was shut, A127 AND M6, a12 the",
    "the M1 2nd exit, m6 5th, E1 6ft tall, N1 2hr later",
    "section 12(3)(a), regulation 4.15, part 7A, form AB12",
    "SW1A is near, London N, E10",
    "KIA 2016, BIG 2019",
    "AB123456, ab 12 34 56, BG123456A, QQ123456C, AB1234567C",
    "crime reference 42/123456/25, reference 14-01514960123, 7.02079460018",
    "07700900123X, A07700900123, 077009001234567890",
    "7700 900123",
    "+12 and +1 and + 44",
    "at 3pm, at 14.32, £2.15 am, for 12.30",
    "score 3:2, 24:10, 12:75, 1250 hours of overtime, at 1400 hours",
    "00:1b:44:11:3a:b7 and fe80::12:34",
    "robin at example.org, @robin, robin@home, a@b.c, @example.org",
    "५ लोग, ٣ أشخاص, ½, ①②③",
]

#: What makes a search stumble, and pieces of what it finds.
PIECES = st.sampled_from(
    [part for texts in MARKED.values() for text in texts for part in re.split("[»«]", text) if part]
    + NOTHING
    + [
        "my husband",
        "fy ngŵr",
        "زوجي",
        "\0",
        "\ud800",
        "\u202e",
        "\u0301" * 9,
        "\ufe0f",
        "ﷺ",
        "ﬁ",
        "각",
        "my ",
        "@",
        ":",
    ]
)
ANY = st.lists(PIECES | st.text(st.characters(exclude_categories=()), max_size=9), max_size=9).map("".join)


def found(text):
    return find(text, languages=TAGS)


@pytest.mark.parametrize(
    ("kind", "marked"), [(kind, text) for kind, texts in MARKED.items() for text in texts], ids=ascii
)
def test_what_identifies_is_found_whole(kind, marked):
    text = re.sub("[»«]", "", marked)

    assert [(kind, words) for words in re.findall("»(.*?)«", marked)] == [
        (one.kind, text[one.start : one.end]) for one in found(text)
    ]


@pytest.mark.parametrize("text", NOTHING, ids=ascii)
def test_what_identifies_nobody_is_left_alone(text):
    assert [] == [(one.kind, text[one.start : one.end]) for one in found(text)]


def test_a_story_shows_every_kind_in_order():
    text = "At 14:32 AB12 CDE stood in M1 1AE. I rang 07700 900123, wrote to a@example.org, gave AB123456C to my ex."

    assert ["time", "plate", "postcode", "phone", "email", "insurance", "relation"] == [one.kind for one in found(text)]
    assert set(KINDS) == {one.kind for one in found(text)}


def test_places_are_counted_in_code_points():
    assert [Finding("relation", 3, 10)] == found("\U0001f46e\u0301 my dad\u0301")


def test_there_are_four_questions_that_only_the_reporter_can_answer():
    assert 4 == len(set(SELF_QUESTIONS.values())) == len(SELF_QUESTIONS)
    assert SELF_QUESTIONS.keys().isdisjoint(KINDS)


@given(text=ANY)
def test_findings_are_in_order_apart_and_inside_the_text(text):
    findings = found(text)

    assert all(one.kind in KINDS and 0 <= one.start < one.end <= len(text) for one in findings)
    assert all(one.end <= after.start for one, after in pairwise(findings))


@given(text=ANY)
def test_a_text_between_spaces_shows_the_same(text):
    moved = [Finding(one.kind, one.start + 1, one.end + 1) for one in found(text)]

    assert moved == found(f" {text} ")


@given(before=ANY, after=ANY)
def test_a_paragraph_does_not_hide_what_the_next_one_shows(before, after):
    gap = "\n¶\n"
    moved = len(before + gap)

    assert found(before) + [Finding(one.kind, one.start + moved, one.end + moved) for one in found(after)] == found(
        before + gap + after
    )


@given(text=ANY)
def test_the_same_text_always_shows_the_same(text):
    assert found(text) == found(text)


def test_a_hostile_list_of_phone_numbers_is_read_only_so_far():
    assert MOST_PLACES == len(found("07700900123 " * 2 * MOST_PLACES))
