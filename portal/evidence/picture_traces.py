"""What is hidden in a picture beside its pixels, read from how its file is put together."""

import io
from collections.abc import Callable, Iterator
from functools import partial

import pillow_heif

from portal.evidence import anatomy, traces
from portal.evidence.anatomy import Part
from portal.evidence.kinds import Kind
from portal.evidence.results import Refusal

# More than any phone's camera makes: whoever declares more wants our memory.
BOMB_PIXELS = 100_000_000

JPEG_PLAIN_MARKERS = {*range(0xC0, 0xD0), 0xD9, 0xDA, 0xDB, 0xDC, 0xDD}
PNG_PLAIN_CHUNKS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"pHYs", b"sBIT", b"bKGD"}
WEBP_PLAIN_CHUNKS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
MOVING = {b"acTL", b"ANIM"}


def traces_of(content: bytes, kind: Kind) -> set[str]:
    """The codes of what is hidden beside the pixels."""
    return set().union(*_READERS[kind](content))


def _of_jpeg(content: bytes) -> Iterator[set[str]]:
    for segment in anatomy.jpeg_segments(content):
        if segment.name == anatomy.TAIL or segment.content.startswith(b"MPF\0"):
            yield {"attachments"}
        elif segment.name == b"\xe1" and segment.content.startswith(b"Exif\0"):
            yield traces.of_exif(segment.content)
        elif segment.name == b"\xe1" and segment.content.startswith(b"http://ns.adobe.com/"):
            yield traces.of_xmp(segment.content)
        elif segment.name == b"\xfe":
            yield {"comments"}
        elif segment.name[0] not in JPEG_PLAIN_MARKERS and not segment.content.startswith((b"JFIF\0", b"Adobe")):
            yield {"other"}


def _of_chunks(content: bytes, parts: Callable[[bytes], Iterator[Part]], plain: set[bytes]) -> Iterator[set[str]]:
    for chunk in parts(content):
        if chunk.name in MOVING:
            raise Refusal("cannot-scrub")
        if chunk.name not in plain:
            yield _of_chunk(chunk)


def _of_chunk(chunk: Part) -> set[str]:
    match chunk.name:
        case anatomy.TAIL:
            return {"attachments"}
        case b"eXIf" | b"EXIF":
            return traces.of_exif(chunk.content)
        case b"XMP ":
            return traces.of_xmp(chunk.content)
        case b"tIME":
            return {"time"}
        case b"tEXt" | b"zTXt" | b"iTXt":
            keyword = chunk.content.partition(b"\0")[0].decode("latin-1")
            return traces.of_xmp(chunk.content) if "xmp" in keyword.lower() else _of_keyword(keyword)
    return {"other"}


def _of_keyword(keyword: str) -> set[str]:
    return traces.of_names([keyword]) or {"other"}


def _of_heic(content: bytes) -> Iterator[set[str]]:
    # A file cut short is found here.
    tops = {box.name for box in anatomy.boxes(content)}
    if tops & {b"moov", b"mpvd", b"uuid"}:
        yield {"attachments"}
    info = pillow_heif.open_heif(io.BytesIO(content), convert_hdr_to_8bit=True).info
    if info.get("exif"):
        yield traces.of_exif(info["exif"])
    if info.get("xmp"):
        yield traces.of_xmp(info["xmp"])
    if info.get("metadata") or info.get("icc_profile"):
        yield {"other"}
    if info.get("thumbnails"):
        yield {"thumbnail"}
    if info.get("depth_images") or info.get("aux"):
        yield {"attachments"}


_READERS: dict[Kind, Callable[[bytes], Iterator[set[str]]]] = {
    Kind.JPEG: _of_jpeg,
    Kind.PNG: partial(_of_chunks, parts=anatomy.png_chunks, plain=PNG_PLAIN_CHUNKS),
    Kind.WEBP: partial(_of_chunks, parts=anatomy.riff_chunks, plain=WEBP_PLAIN_CHUNKS),
    Kind.HEIC: _of_heic,
}
