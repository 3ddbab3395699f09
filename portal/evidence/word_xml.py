"""The XML of a Word document: read without entities, and freed of who worked on it and when."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from lxml import etree
from lxml.etree import QName, _Element

from portal.evidence import word_rules as rules
from portal.evidence.results import Refusal

RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)

DOCUMENT_TYPE = b"<!DOCTYPE"


def parsed(part: bytes) -> _Element:
    """Raises Refusal: for what is not XML, and for any document type, which is where entities are declared."""
    if DOCUMENT_TYPE in part:
        raise Refusal("bomb")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refusal("broken") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal("bomb")
    return root


def written(root: _Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local(name: str) -> str:
    return QName(name).localname


def cleaned(root: _Element, *, links: AbstractSet[str]) -> set[str]:
    """Take away, in place, what the rules name, and return the codes. `links` are the relationships that stay."""
    found = set(_settings(root)) if local(root.tag) == "settings" else set()
    for element in list(root.iter(etree.Element)):
        name = local(element.tag)
        if name in rules.NOT_TO_LOSE:
            raise Refusal("cannot-scrub")
        if name in rules.REMOVED:
            found |= {"comments"} if name == "commentReference" else set()
            _remove(element)
        else:
            found |= set(_attributes(element, name, links))
    return found


def holds_deleted_words(root: _Element) -> bool:
    return any(local(element.tag) in rules.CHANGES for element in root.iter(etree.Element))


def _settings(root: _Element) -> Iterator[str]:
    for element in list(root):
        name = local(element.tag)
        if name not in rules.SETTINGS:
            if name in rules.SETTING_CODES:
                yield rules.SETTING_CODES[name]
            root.remove(element)


def _attributes(element: _Element, name: str, links: AbstractSet[str]) -> Iterator[str]:
    for key, value in [(str(key), str(value)) for key, value in element.attrib.items()]:
        attribute = local(key)
        if attribute.startswith("rsid"):
            del element.attrib[key]
            yield "history"
        elif attribute in rules.EDITING_IDS or (QName(key).namespace in RELATIONSHIPS and value not in links):
            del element.attrib[key]
        elif attribute in rules.TRACKED and QName(key).namespace and value != rules.NOBODY:
            _forget(element, key, attribute)
            yield "changes"
        elif _names_a_file(name, attribute, value):
            element.set(key, "")
            yield "other"


def _forget(element: _Element, key: str, attribute: str) -> None:
    if attribute == "author":
        element.set(key, rules.NOBODY)
    else:
        del element.attrib[key]


def _names_a_file(name: str, attribute: str, value: str) -> bool:
    """Whether this is the name that a picture's file once had. Described in words, it helps blind readers and stays."""
    is_description = attribute in {"descr", "title", "alt"}
    is_name = name in rules.PICTURE_NAMES and attribute == "name"
    return bool(value) and (is_name or (is_description and any(mark in value for mark in rules.FILE_MARKS)))


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
