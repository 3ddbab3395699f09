"""Every language offered is whole: no sentence missing, no placeholder lost, no English left."""

import re
import subprocess
import sys

import pytest
from babel import Locale
from babel.messages.pofile import read_po
from lingua import Language, LanguageDetectorBuilder

from portal.web import languages
from portal.web.public.pages import PAGES

TRANSLATED = [tag for tag in languages.TAGS if tag != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%")
# Names that stay as they are in every language.
NAMES = re.compile(
    r"Speak up|Example Reporting Charity|Relay UK|BSL|IOPC|PIRC|CCTV|Police Ombudsman|[\w.]+@[\w.]+"
    r"|Public Sector Bodies .* 2018|Web Content Accessibility Guidelines 2.2 AA"
    r"|Equality Advisory and Support Service|Equality Commission for Northern Ireland"
)

PLURAL = (
    "“%(question)s”: your answer is %(over)s character too long. The most is %(limit)s",
    "“%(question)s”: your answer is %(over)s characters too long. The most is %(limit)s",
)


def entries(tag):
    return [message for message in languages.read_catalogue(tag) if message.id]


def forms(text):
    return list(text) if isinstance(text, (tuple, list)) else [text]


@pytest.mark.parametrize("tag", TRANSLATED)
def test_no_sentence_is_missing(tag):
    assert [] == languages.missing(languages.read_catalogue(tag))
    assert tag in languages.offered()


@pytest.mark.parametrize("tag", TRANSLATED)
def test_every_placeholder_is_kept(tag):
    for message in entries(tag):
        wanted = set(PLACEHOLDER.findall(forms(message.id)[-1]))
        assert all(wanted == set(PLACEHOLDER.findall(said)) for said in forms(message.string)), message.id


@pytest.mark.parametrize("tag", TRANSLATED)
def test_no_markup_and_no_address_hides_in_a_message(tag):
    assert [] == [message.id for message in entries(tag) if re.search(r"[<>]|https?:|&\w+;", str(message.string))]


@pytest.mark.parametrize("tag", TRANSLATED)
def test_there_are_as_many_plural_forms_as_the_language_has(tag):
    locale = Locale.parse(tag)
    catalogue = languages.read_catalogue(tag)
    found = {languages.language(tag).catalogue.ngettext(*PLURAL, number) for number in range(1000)}

    assert len({locale.plural_form(number) for number in range(1000)}) == catalogue.num_plurals
    assert len(found) <= catalogue.num_plurals


@pytest.mark.parametrize("tag", TRANSLATED)
def test_each_number_takes_the_plural_form_that_cldr_gives_it(tag):
    """Numbers of one CLDR category get one form; Babel's own header for Welsh would merge two."""
    locale = Locale.parse(tag)
    catalogue = languages.language(tag).catalogue
    said = {}
    for number in range(200):
        said.setdefault(locale.plural_form(number), set()).add(catalogue.ngettext(*PLURAL, number))

    assert all(len(texts) == 1 for texts in said.values())


@pytest.fixture(scope="module")
def detector():
    return LanguageDetectorBuilder.from_languages(Language.ENGLISH, Language.WELSH, Language.ARABIC).build()


@pytest.mark.parametrize("tag", TRANSLATED)
@pytest.mark.parametrize("path", ["", "report", "return", *PAGES, "nowhere"])
def test_no_english_is_left_on_a_page(visitor, detector, tag, path):
    page = visitor.get(f"/{tag}/{path}", status=404 if path == "nowhere" else 200)
    for foreign in page.html.xpath(f"//*[@lang and @lang != '{tag}']"):
        foreign.getparent().remove(foreign)
    wanted = languages.language(tag).locale.english_name.upper()
    sentences = {" ".join(one.text_content().split()) for one in page.html.xpath("//p|//li|//legend|//label|//h1|//h2")}
    long = [NAMES.sub("", one) for one in sentences if len(one) > 40]

    assert long
    assert [] == [one for one in long if detector.detect_language_of(one).name != wanted]


def test_the_template_is_what_the_source_says(tmp_path):
    """Fails after words were changed without `make strings`."""
    root = languages.folder("translations").parent
    fresh = tmp_path / "messages.pot"
    program = root / "translations/update"
    subprocess.run([sys.executable, program, "--only-template", fresh], check=True)

    with fresh.open("rb") as new, (root / "translations/messages.pot").open("rb") as kept:
        assert {message.id for message in read_po(kept)} == {message.id for message in read_po(new)}


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_page_that_no_person_has_checked_says_so_with_the_phone_number(visitor, tag):
    footer = visitor.get(f"/{tag}/").html.find(".//footer")

    assert not languages.TAGS[tag]
    assert 3 == len(footer.findall("p"))
    assert 2 == len(footer.xpath(".//a[@href='tel:08081570192']"))
