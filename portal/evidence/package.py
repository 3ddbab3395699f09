"""The ZIP around a Word document: checked before anything is unpacked, and made anew."""

import io
import stat
import zipfile
from collections.abc import Mapping

from portal.evidence.results import Refusal

MOST_PARTS = 2000
ALL_MOST, XML_MOST = 100 * 1024 * 1024, 16 * 1024 * 1024
ENCRYPTED = 0x1
# The earliest that a ZIP can hold.
NO_DATE = (1980, 1, 1, 0, 0, 0)


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts by their names. Raises Refusal."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()]
            _check(parts)
            return {part.filename: _read(archive, part) for part in parts}
    except (zipfile.BadZipFile, NotImplementedError, EOFError):
        raise Refusal("broken") from None


def packed(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, NO_DATE), part, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _check(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > ALL_MOST:
        raise Refusal("bomb")
    if any(part.file_size > XML_MOST for part in parts if part.filename.endswith((".xml", ".rels"))):
        raise Refusal("bomb")
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Refusal("cannot-scrub")
    names = [part.filename.lower() for part in parts]
    if len(set(names)) != len(names) or any(map(_is_trick, parts)):
        raise Refusal("broken")


def _is_trick(part: zipfile.ZipInfo) -> bool:
    """Whether the part is no plain file below the top of the package."""
    name = part.orig_filename
    steps = name.split("/")
    return (
        stat.S_ISLNK(part.external_attr >> 16)
        or not set(steps).isdisjoint({"", ".", ".."})
        or not set("\\:\0").isdisjoint(name)
    )


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with archive.open(part) as source:
        # With a bound: the declared size may be a lie, and what is unpacked beyond it is memory already.
        content = source.read(part.file_size + 1)
    if len(content) != part.file_size:
        raise Refusal("broken")
    return content
