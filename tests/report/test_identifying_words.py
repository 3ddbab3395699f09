"""Who someone is to the writer, in each language offered, as people really write it."""

import unicodedata

import pytest

from portal.report.identifying import Finding, find
from portal.report.identifying_words import RELATIONS
from portal.web.languages import TAGS

WHOLE = {
    "en": [
        "my husband",
        "My Wife",
        "MY EX",
        "my ex-husband",
        "my ex partner",
        "my late mother",
        "my older sister",
        "my 15 year old son",
        "my 15-year-old daughter",
        "my two kids",
        "my next-door neighbour",
        "my line manager",
        "my old sergeant",
        "my mother-in-law",
        "my sister in law",
        "my great-aunt",
        "my best friend",
        "my fiancé",
        "my fiance\u0301e",
        "my\n  boss",
        "my\u00a0colleagues",
        "our son",
        "our youngest daughter",
        "our manager",
        "I am his wife",
        "I'm her ex",
        "I’m his ex-wife",
        "I was the officer’s girlfriend",
    ],
    "cy": [
        "fy ngŵr",
        "fy ngwr",
        "fy ngw\u0302r",
        "fy ngwraig",
        "fy mhartner",
        "fy partner",
        "fy nghariad",
        "fy nyweddi",
        "fy nghyn-ŵr",
        "fy nghyn-wraig",
        "fy nghyn bartner",
        "fy nghyn",
        "fy hen gariad",
        "fy mam",
        "fy nhad",
        "fy rhieni",
        "fy mrawd",
        "fy chwaer",
        "fy mab",
        "fy merch",
        "fy mhlentyn",
        "fy mhlant",
        "fy nau blentyn",
        "fy mam-gu",
        "fy nhad-cu",
        "fy nain",
        "fy nhaid",
        "fy modryb",
        "fy ewythr",
        "fy nghefnder",
        "fy nghyfnither",
        "fy llysferch",
        "fy mrawd-yng-nghyfraith",
        "fy mos",
        "fy bos",
        "fy rheolwr llinell",
        "fy ngoruchwyliwr",
        "fy nghydweithiwr",
        "fy nghymydog",
        "fy ffrind gorau",
        "’y mam",
        "i'm gŵr",
        "o’m plant",
        "ein mab",
        "fi yw ei wraig",
        "fi ydy ei phartner",
    ],
    "ar": [
        "زوجي",
        "زوجتي",
        "وزوجتي",
        "لزوجي",
        "ولأختي",
        "زَوْجِي",
        "زوجـــي",
        "زوجى",
        "جوزي",
        "مراتي",
        "طليقي",
        "خطيبتي",
        "أخي",
        "اخي",
        "أختي",
        "إخوتي",
        "أبي",
        "والدي",
        "والدتي",
        "أمي",
        "ابني",
        "إبني",
        "ابنتي",
        "بنتي",
        "أولادي",
        "أطفالي",
        "ابن عمي",
        "بنت خالي",
        "زوج أختي",
        "جدتي",
        "حماتي",
        "مديري",
        "ومديرتي",
        "مشرفي",
        "كفيلي",
        "زميلي",
        "زملائي",
        "صديقتي",
        "جارتي",
        "ابننا",
        "أنا زوجته",
        "كنت خطيبها",
    ],
}

NOT_MINE = {
    "en": [
        "his wife and her mother",
        "the officer's husband",
        "army wife",
        "my family",
        "my phone and his wife",
        "my exhibit, my example",
        "my sonar",
        "my, husband",
        "our children deserve better",
        "our friends in the force",
        "I am wifeless",
        "I'm his victim",
        "my officer",
    ],
    "cy": [
        "ei gŵr",
        "y gŵr",
        "fy nheulu",
        "ein plant",
        "ein cyn-brif weinidog",
        "fy nghar",
        "Gwyn a mam",
        "fy ngwregys",
        "fyngwr",
    ],
    "ar": [
        "زوجته",
        "زوجها",
        "يا أخي",
        "يا بنتي",
        "ما ابي",
        "سبب رئيسي",
        "بشكل جدي",
        "الشارع خالي",
        "جاري التحقيق",
        "ولدي أدلة",
        "عائلتي",
        "أزواجي",
        "الضابط زوج امرأة",
        "كنتي هناك",
    ],
}


def cases(table):
    return pytest.mark.parametrize(
        ("tag", "text"), [(tag, text) for tag, texts in table.items() for text in texts], ids=ascii
    )


# What follows belongs to the relation in its own language, but says no more about who it is.
def _said(text):
    return text.removesuffix(" gorau")


@cases(WHOLE)
def test_someone_the_writer_knows_is_found_whole(tag, text):
    before, after = "– ", ", yes."

    assert [Finding("relation", len(before), len(before + _said(text)))] == find(before + text + after, languages=[tag])


@cases(WHOLE)
def test_it_is_found_decomposed_and_composed_too(tag, text):
    for form in ("NFC", "NFD"):
        assert ["relation"] == [one.kind for one in find(unicodedata.normalize(form, text), languages=[tag])]


@cases(NOT_MINE)
def test_someone_else_is_left_alone(tag, text):
    assert [] == find(text, languages=[tag])


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_offered_has_its_words(tag):
    assert RELATIONS[tag]
    assert {tag} <= WHOLE.keys() & NOT_MINE.keys()


def test_only_the_languages_asked_for_are_searched():
    text = "my mother, fy ngŵr, زوجي"

    assert ["my mother"] == [text[one.start : one.end] for one in find(text, languages=["en"])]
    assert ["fy ngŵr", "زوجي"] == [text[one.start : one.end] for one in find(text, languages=iter(["ar-EG", "cy_GB"]))]
    assert [] == find(text, languages=[])


@pytest.mark.parametrize("tag", ["", "-", "xx", "\0", "\ud800", "EN-GB"])
def test_an_unknown_language_has_no_words_and_no_error(tag):
    assert (["relation"] if tag == "EN-GB" else []) == [one.kind for one in find("my mother", languages=[tag])]


def test_a_relation_is_found_once_in_all_languages_together():
    assert [Finding("relation", 0, 6)] == find("fy mam", languages=["cy", "en", "cy", "ar"])
