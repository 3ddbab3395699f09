"""Which kind of file the bytes are. Names and declared types are never believed: they are not even asked for."""

import io
import re
import zipfile
from collections.abc import Callable
from enum import StrEnum

#: Bytes in a file, before scrubbing and after.
LARGEST = 10 * 1024 * 1024


class Kind(StrEnum):
    JPEG = "jpeg"
    PNG = "png"
    HEIC = "heic"
    WEBP = "webp"
    PDF = "pdf"
    MP4 = "mp4"
    MOV = "mov"
    MP3 = "mp3"
    M4A = "m4a"
    TXT = "txt"
    DOCX = "docx"
    EML = "eml"


#: The brands of ISO base media files (ISO/IEC 14496-12): the four letters after `ftyp`.
BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"mif1"), Kind.HEIC),
    **dict.fromkeys((b"M4A ", b"M4B "), Kind.M4A),
    **dict.fromkeys((b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V "), Kind.MP4),
    **dict.fromkeys((b"3gp4", b"3gp5", b"3gp6", b"MSNV"), Kind.MP4),
    b"qt  ": Kind.MOV,
}

#: Text that programs read as something else, which may hide an author or a script.
FORMATS_IN_LETTERS = (b"{\\rtf", b"<?xml", b"<!doctype", b"<html", b"<svg", b"<script", b"%!ps", b"mime-version:")

# PDF readers look for their mark this far into a file, ZIP readers look for theirs this far from the end.
PDF_REACH = 1024
ZIP_REACH = 22 + 0xFFFF

_ZIP_END = b"PK\x05\x06"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HEADERS = re.compile(rb"(?:From [^\n]*\n)?((?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+)(?:\n|[^\n]*\Z)")
_HEADER_NAME = re.compile(rb"^([!-9;-~]+):", re.MULTILINE)
_OF_EVERY_MAIL = {b"date", b"received", b"message-id", b"mime-version", b"subject"}
_MP3_SYNC = re.compile(rb"\xff[\xfa\xfb\xf2\xf3\xe2\xe3]")


def sniff(content: bytes) -> Kind | None:
    """The kind that the bytes are and no other; None for what is not taken, and for two kinds in one file."""
    kind = next((kind for kind, is_one in _BEGINNINGS if is_one(content)), None) or _brand(content)
    return None if kind and _is_also_another(content, kind) else kind


def _is_also_another(content: bytes, kind: Kind) -> bool:
    if kind != Kind.PDF and b"%PDF-" in content[:PDF_REACH]:
        return True
    return kind != Kind.DOCX and _ends_as_zip(content)


def _ends_as_zip(content: bytes) -> bool:
    tail = content[-ZIP_REACH:]
    ends = (match.start() for match in re.finditer(re.escape(_ZIP_END), tail))
    # The last field is the length of a comment, which reaches to the end of the file.
    return any(int.from_bytes(tail[end + 20 : end + 22], "little") == len(tail) - end - 22 for end in ends)


def _brand(content: bytes) -> Kind | None:
    return BRANDS.get(content[8:12]) if content[4:8] == b"ftyp" else None


def _is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _is_mp3(content: bytes) -> bool:
    return content.startswith(b"ID3") or bool(_MP3_SYNC.match(content))


def _is_docx(content: bytes) -> bool:
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        # Where its end is missing, how it begins must do: "broken" is the better answer.
        return content[30:].startswith(b"[Content_Types].xml")
    # Nothing after the end: another file could stand there.
    if content[-22:-18] != _ZIP_END:
        return False
    return {"[Content_Types].xml", "word/document.xml"} <= names and "word/vbaProject.bin" not in names


def _is_mail(content: bytes) -> bool:
    headers = _HEADERS.match(content.replace(b"\r\n", b"\n")[: PDF_REACH**2])
    if not headers or b"\0" in content:
        return False
    names = {name.lower() for name in _HEADER_NAME.findall(headers[1])}
    return b"from" in names and bool(names & _OF_EVERY_MAIL)


def _is_text(content: bytes) -> bool:
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return False
    start = text[:PDF_REACH].lstrip().lower().encode(errors="replace")
    return not (_CONTROLS.search(text) or start.startswith(FORMATS_IN_LETTERS))


_BEGINNINGS: tuple[tuple[Kind, Callable[[bytes], bool]], ...] = (
    (Kind.JPEG, lambda content: content.startswith(b"\xff\xd8\xff")),
    (Kind.PNG, lambda content: content.startswith(b"\x89PNG\r\n\x1a\n")),
    (Kind.WEBP, _is_webp),
    (Kind.PDF, lambda content: content.startswith(b"%PDF-")),
    (Kind.DOCX, _is_docx),
    (Kind.MP3, _is_mp3),
    (Kind.EML, _is_mail),
    (Kind.TXT, _is_text),
)
