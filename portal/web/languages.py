"""The languages offered. To add one: its catalogue in `translations/`, and one line below.

A language is offered only when its catalogue is complete; the English text is the source.
"""

import gettext
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup

from portal.report.message import Label, Message

#: In the order of the chooser. A person who reads the language has checked it: True or False.
TAGS = {"en": True, "cy": False, "ar": False}


class UnknownLanguage(LookupError):
    """No such language is offered."""


@dataclass(frozen=True)
class Language:
    """Locale, direction, own name and words on one object."""

    tag: str
    locale: Locale
    reviewed: bool
    catalogue: gettext.NullTranslations

    @property
    def direction(self) -> str:
        return self.locale.text_direction

    @property
    def autonym(self) -> str:
        return str(self.locale.get_display_name(self.locale))

    def text(self, text: str, /, **values: object) -> Markup:
        """Translate a whole sentence. It may hold named placeholders; their values are escaped."""
        return Markup(self.catalogue.gettext(text)) % values  # noqa: S704 – catalogues are ours

    def plural(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        return Markup(self.catalogue.ngettext(one, many, number)) % values  # noqa: S704 – catalogues are ours

    def message(self, message: Message) -> Markup:
        """Put a message and its values into words."""
        values = {name: self._value(value) for name, value in message.values.items()}
        if message.plural:
            return self.plural(message.text, message.plural, message.number, **values)
        return self.text(message.text, **values)

    def number(self, number: int) -> str:
        # Latin digits everywhere: a limit must look the same as the counter beside it.
        return format_decimal(number, locale=self.locale, numbering_system="latn")

    def day(self, iso: str) -> str:
        """A day, written out."""
        return format_date(date.fromisoformat(iso), "long", locale=self.locale)

    def _value(self, value: object) -> object:
        if isinstance(value, Label):
            return self.catalogue.gettext(value)
        return self.number(value) if isinstance(value, int) else value


def folder(name: str) -> Path:
    """A folder that comes with the package: beside it in a checkout, inside it once installed."""
    package = Path(__file__).parents[1]
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


def read_catalogue(tag: str) -> Catalog:
    with (folder("translations") / f"{tag}.po").open("rb") as file:
        return read_po(file, locale=tag)


def missing(catalogue: Catalog) -> list[str]:
    """The English sentences that a catalogue does not say yet, or says only by guess."""
    with (folder("translations") / "messages.pot").open("rb") as file:
        template = read_po(file)
    return [str(message.id) for message in template if message.id and not _said(catalogue, message.id)]


def _said(catalogue: Catalog, key: str | Sequence[str]) -> bool:
    message = catalogue.get(key if isinstance(key, str) else key[0])
    if message is None or message.fuzzy:
        return False
    said = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    wanted = 1 if isinstance(key, str) else catalogue.num_plurals
    return len(said) == wanted and all(said)


def _read(tag: str, *, reviewed: bool) -> Language | None:
    if tag == "en":
        return Language(tag, Locale.parse(tag), reviewed, gettext.NullTranslations())
    catalogue = read_catalogue(tag)
    if missing(catalogue):
        return None
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Language(tag, Locale.parse(tag, sep="-"), reviewed, gettext.GNUTranslations(compiled))


@cache
def offered() -> Mapping[str, Language]:
    """Every complete language by its tag, read once."""
    read = (_read(tag, reviewed=reviewed) for tag, reviewed in TAGS.items())
    return {language.tag: language for language in read if language}


def language(tag: str) -> Language:
    """Raises UnknownLanguage."""
    try:
        return offered()[tag]
    except KeyError:
        raise UnknownLanguage(tag) from None


def ordered(wanted: Iterable[str]) -> list[Language]:
    """English and Welsh first, then what the reader's browser asks for, then the rest."""
    asked = [tag.split("-")[0].lower() for tag in wanted]

    def place(found: Language) -> int:
        if found.tag in {"en", "cy"}:
            return -1
        return asked.index(found.tag) if found.tag in asked else len(asked)

    return sorted(offered().values(), key=place)


@cache
def month_names() -> Mapping[str, int]:
    """The names of months, long and short, in every language offered, casefolded."""
    return {
        name.casefold().strip("."): number
        for found in offered().values()
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in found.locale.months[context][width].items()
    }
