"""What stays of a Word document and what goes: its parts, its settings, its elements and attributes (ECMA-376).

Names are compared without their namespaces, in which the strict and the transitional form of the standard differ.
"""

import re

#: The parts that make the document. Whatever no pattern takes in is left out.
KEPT = re.compile(
    r"_rels/\.rels"
    r"|word/(document|styles|stylesWithEffects|numbering|settings|fontTable|footnotes|endnotes|header\d*|footer\d*)\.xml"
    r"|word/theme/theme\d*\.xml"
    r"|word/charts/(chart|style|colors)\d*\.xml"
    r"|word/diagrams/(data|layout|quickStyle|colors|drawing)\d*\.xml"
    r"|word/((charts|diagrams|theme)/)?_rels/\w+\.xml\.rels"
    r"|word/media/[\w-]+\.(?!svg$|wdp$)\w+"
)

#: What a part that is left out would have told. The first pattern that fits counts.
LEFT_OUT = (
    (re.compile(r"docProps/thumbnail\."), "thumbnail"),
    (re.compile(r"word/comments\w*\.xml"), "comments"),
    (re.compile(r"word/people\.xml|_xmlsignatures/"), "author"),
    (re.compile(r"word/(embeddings|activeX)/"), "attachments"),
    (re.compile(r"word/printerSettings/"), "device"),
    (re.compile(r"customXml/|word/glossary/"), "other"),
)
#: Read by the names of their elements, then left out.
PROPERTIES = re.compile(r"docProps/(core|app|custom)\.xml")

MAIN_TYPE = re.compile(r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml")

SETTINGS = frozenset(
    (
        *("zoom", "defaultTabStop", "evenAndOddHeaders", "compat", "themeFontLang", "clrSchemeMapping", "mathPr"),
        *("decimalSymbol", "listSeparator", "footnotePr", "endnotePr", "mirrorMargins", "gutterAtTop"),
        *("autoHyphenation", "characterSpacingControl", "displayBackgroundShape", "trackRevisions"),
        *("hdrShapeDefaults", "shapeDefaults"),
    )
)
#: Settings that are left out and tell something.
SETTING_CODES = {"rsids": "history", "attachedTemplate": "software", "docVars": "other", "mailMerge": "other"}

#: Elements that say nothing without a part that is left out.
REMOVED = frozenset(
    (
        *("rsid", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "OLEObject", "control"),
        *("externalData", "subDoc", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic", "imgLayer"),
        *("svgBlip", "permStart", "permEnd"),
    )
)
#: Elements whose part is content that the reader of the report would miss.
NOT_TO_LOSE = frozenset(("altChunk",))

# Word makes these anew and writes into them who worked, when, and in which sitting.
EDITING_IDS = frozenset(("paraId", "textId", "durableId", "gfxdata", "anchorId", "editId"))
TRACKED = frozenset(("author", "initials", "date", "dateUtc", "oauthor"))
#: The author of a tracked change is required; this is what Word itself writes when it removes them.
NOBODY = "Author"
#: Elements that describe a picture, with the name of its file.
PICTURE_NAMES = frozenset(("docPr", "cNvPr"))
#: What the name of a file has and a description in words has not.
FILE_MARKS = ("\\", "/", ".jp", ".JP", ".png", ".PNG", ".heic", ".HEIC")
#: Words that were deleted while changes were tracked, and are still there.
CHANGES = frozenset(("delText", "moveFrom"))

LINK_SCHEMES = ("http://", "https://", "mailto:", "tel:")
