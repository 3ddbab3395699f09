"""Where a PDF hides what is not on its pages (ISO 32000)."""

#: Of the document's own entries, only those that its pages need.
ROOT = frozenset(
    (
        *("/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/PageLayout", "/Lang", "/MarkInfo"),
        *("/StructTreeRoot", "/Outlines", "/Dests", "/Names", "/AcroForm", "/OCProperties", "/ViewerPreferences"),
    )
)
#: Wherever these keys stand, they hold something that is not on the page.
HIDDEN = {
    **dict.fromkeys(("/JS", "/JavaScript", "/AA"), "scripts"),
    **dict.fromkeys(("/EmbeddedFiles", "/EF", "/AF", "/FS", "/Collection"), "attachments"),
    **dict.fromkeys(("/Movie", "/Sound", "/3DD", "/RichMediaContent", "/Rendition"), "attachments"),
    **dict.fromkeys(("/PieceInfo", "/CreatorInfo", "/Prop_Build"), "software"),
    **dict.fromkeys(("/VP", "/LGIDict", "/GPTS"), "place"),
    **dict.fromkeys(("/SpiderInfo", "/XFA", "/Perms", "/DSS", "/OPI"), "other"),
    "/LastModified": "time",
    "/Thumb": "thumbnail",
}
ANNOTATION = {"/T": "author", "/M": "time", "/CreationDate": "time", "/NM": "history"}
SIGNATURE = {
    **dict.fromkeys(("/Name", "/Reason", "/ContactInfo", "/Contents", "/Cert"), "author"),
    "/M": "time",
    "/Location": "place",
}
#: Actions that run, fetch or open something.
ACTIONS = frozenset(
    (
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR"),
        *("/Rendition", "/Movie", "/Sound", "/RichMediaExecute"),
    )
)
