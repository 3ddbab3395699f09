"""DOCX: made anew from the parts that are the document, without authors, comments, times and sittings."""

import posixpath
from collections.abc import Callable, Iterator, Mapping

from lxml.etree import _Element

from portal.evidence import kinds, package, pictures, traces, word_xml
from portal.evidence import word_rules as rules
from portal.evidence.kinds import Kind
from portal.evidence.results import Cleaned, Refusal
from portal.evidence.word_xml import local

TYPES = "[Content_Types].xml"
MEDIA = "word/media/"
PICTURES = (Kind.JPEG, Kind.PNG)

# A picture as it goes into the new package, and the codes of what was found in it.
Picture = tuple[bytes, set[str]]


def traces_of(content: bytes, _: Kind = Kind.DOCX) -> set[str]:
    return _rewritten(package.unpacked(content), picture=_looked_at)[1]


def clean(content: bytes, kind: Kind) -> Cleaned:
    parts, found = _rewritten(package.unpacked(content), picture=_scrubbed)
    return Cleaned(kind, package.packed(parts), frozenset(found), tuple(_remains(parts)))


def _rewritten(parts: Mapping[str, bytes], *, picture: Callable[[bytes], Picture]) -> tuple[dict[str, bytes], set[str]]:
    kept = {name for name in parts if rules.KEPT.fullmatch(name) and _owner(name) in {*parts, "", name}}
    found = {code for name in parts.keys() - kept - {TYPES} for code in _left_out(name, parts[name])}
    result = {TYPES: _types(parts[TYPES], kept)}
    links = {}
    for name in sorted(kept, key=lambda name: not name.endswith(".rels")):
        if name.endswith(".rels"):
            root = word_xml.parsed(parts[name])
            found |= set(_unlink(root, folder=posixpath.dirname(_owner(name)), kept=kept))
            links[_owner(name)] = {link.get("Id", "") for link in root}
            result[name] = word_xml.written(root)
        elif name.startswith(MEDIA):
            result[name], codes = picture(parts[name])
            found |= codes
        else:
            root = word_xml.parsed(parts[name])
            found |= word_xml.cleaned(root, links=links.get(name, set()))
            result[name] = word_xml.written(root)
    return result, found


def _owner(name: str) -> str:
    """The part whose relationships stand in the part `name`; the package itself is called ""."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels")) if file.endswith(".rels") else name


def _left_out(name: str, part: bytes) -> set[str]:
    if rules.PROPERTIES.fullmatch(name):
        elements = word_xml.parsed(part).iter()
        return traces.of_names(local(one.tag) for one in elements if (one.text or "").strip()) or {"other"}
    codes = (code for pattern, code in rules.LEFT_OUT if pattern.match(name))
    return {next(codes, "other")} if not name.endswith(".rels") else set()


def _types(part: bytes, kept: set[str]) -> bytes:
    """The list of content types, for the kept parts alone. Raises Refusal when the document has macros, or is none."""
    root = word_xml.parsed(part)
    types = {}
    for entry in list(root):
        name = entry.get("PartName", "").removeprefix("/")
        types[name] = entry.get("ContentType", "")
        if local(entry.tag) == "Override" and name not in kept:
            root.remove(entry)
    if not rules.MAIN_TYPE.fullmatch(types.get("word/document.xml", "")):
        raise Refusal("unknown-kind")
    return word_xml.written(root)


def _unlink(root: _Element, *, folder: str, kept: set[str]) -> Iterator[str]:
    """Take away relationships to parts that are left out, and addresses that are opened without a click."""
    for link in list(root):
        target = link.get("Target", "")
        if link.get("TargetMode") == "External":
            is_click = link.get("Type", "").endswith("/hyperlink") and target.lower().startswith(rules.LINK_SCHEMES)
            stays = is_click
        else:
            stays = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") in kept
        if not stays:
            root.remove(link)
            if link.get("TargetMode") == "External":
                yield "other"


def _scrubbed(picture: bytes) -> Picture:
    cleaned = pictures.clean(picture, _kind(picture))
    if pictures.traces_of(cleaned.content, cleaned.kind):
        raise Refusal("cannot-scrub")
    return cleaned.content, set(cleaned.found)


def _looked_at(picture: bytes) -> Picture:
    return picture, pictures.traces_of(picture, _kind(picture))


def _kind(picture: bytes) -> Kind:
    kind = kinds.sniff(picture)
    if kind not in PICTURES:
        raise Refusal("cannot-scrub")
    return kind


def _remains(parts: Mapping[str, bytes]) -> Iterator[str]:
    yield "text"
    if any(name.startswith(MEDIA) for name in parts):
        yield from pictures.REMAINS
    if word_xml.holds_deleted_words(word_xml.parsed(parts["word/document.xml"])):
        yield "deleted"
