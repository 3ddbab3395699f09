"""A file is what its bytes say."""

import pytest
from fixtures import planted
from fixtures.planted import PLANTED

from portal.evidence.kinds import Kind, sniff

OF = {"a HEIC": Kind.HEIC}


@pytest.mark.parametrize("file", PLANTED, ids=repr)
def test_the_kind_of_every_planted_file_is_told(file):
    assert OF.get(file.name, Kind(file.becomes)) == sniff(file.content)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"From: the window, I saw\n\nwords", Kind.TXT),
        (b"From somebody Mon Jan 1 2024\nFrom: a@example.org\nDate: today\n\nwords", Kind.EML),
        (b"Subject: a\r\nFROM: a@example.org\r\n b\r\n\r\nwords", Kind.EML),
        ("\ufeffwords".encode("utf-16-le"), Kind.TXT),
        (b"12:30 - Name: words \xf0\x9f\x98\x80", Kind.TXT),
        (b"caf\xe9", None),
        (b"a\0b", None),
        (b"\xff\xd8", None),
        (planted.docx()[:-1], Kind.DOCX),
        (b" " + planted.pdf(), None),
        (b"Received: from a\nFrom: a@example.org\nMessage-", Kind.EML),
    ],
)
def test_text_mail_and_neither_are_told_apart(content, kind):
    assert kind == sniff(content)
