"""The packed parts of a PDF: unpacked with a bound, and its JPEG pictures freed of what stands beside the pixels."""

import zlib

from pikepdf import Array, Name, Object, Pdf, Stream

from portal.evidence import anatomy, traces
from portal.evidence.picture_traces import BOMB_PIXELS, JPEG_PLAIN_MARKERS
from portal.evidence.results import Refusal

STREAM_MOST, ALL_MOST = 64 * 1024 * 1024, 512 * 1024 * 1024
_XMP_IN_PICTURE = (b"xml ", b"uuid")


def of_pictures(pdf: Pdf) -> set[str]:
    found = set()
    for one in filter(is_jpeg, pdf.objects):
        for segment in anatomy.jpeg_segments(one.read_raw_bytes()):
            if segment.content.startswith(b"Exif\0"):
                found |= traces.of_exif(segment.content)
            elif segment.content.startswith(b"http://ns.adobe.com/"):
                found |= traces.of_xmp(segment.content)
            elif segment.name == b"\xfe":
                found.add("comments")
    return found


def without_metadata(jpeg: bytes) -> bytes:
    """The same compressed pixels: these pictures keep their quality."""
    plain, at = [], 0
    for segment in anatomy.jpeg_segments(jpeg):
        if segment.name[0] not in JPEG_PLAIN_MARKERS and not segment.content.startswith((b"JFIF\0", b"Adobe")):
            plain.append(jpeg[at : segment.start])
            at = segment.end
    return b"".join((*plain, jpeg[at:]))


def check(pdf: Pdf) -> None:
    """Refuse what has no pages, and what unpacks to more than a reader's program can bear."""
    if not len(pdf.pages):
        raise Refusal("broken")
    total = 0
    for stream in pdf.objects:
        if isinstance(stream, Stream):
            total += _size(stream)
            if total > ALL_MOST:
                raise Refusal("bomb")


def has_pictures(pdf: Pdf) -> bool:
    return any(isinstance(one, Stream) and one.get("/Subtype") == Name.Image for one in pdf.objects)


def is_jpeg(one: Object) -> bool:
    return isinstance(one, Stream) and _filters(one) == ["/DCTDecode"]


def decoded(stream: Stream) -> bytes:
    """Unpack, but never more than STREAM_MOST: a few kilobytes can stand for gigabytes."""
    content = stream.read_raw_bytes()
    filters = _filters(stream)
    while filters[:1] == ["/FlateDecode"]:
        content = _inflated(content)
        filters.pop(0)
    if filters and set(filters) <= {"/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"}:
        # No bound to set here but the memory of the process.
        content = stream.read_bytes()
    if len(content) > STREAM_MOST:
        raise Refusal("bomb")
    return content


def _size(stream: Stream) -> int:
    if stream.get("/Subtype") == Name.Image:
        if int(stream.get("/Width", 0)) * int(stream.get("/Height", 0)) > BOMB_PIXELS:
            raise Refusal("bomb")
        if "/JPXDecode" in _filters(stream) and any(mark in stream.read_raw_bytes() for mark in _XMP_IN_PICTURE):
            raise Refusal("cannot-scrub")
        return 0
    return len(decoded(stream))


def _filters(stream: Object) -> list[str]:
    names = stream.get("/Filter", Array())
    return [str(name) for name in names] if isinstance(names, Array) else [str(names)]


def _inflated(content: bytes) -> bytes:
    try:
        unpacked = zlib.decompressobj().decompress(content, STREAM_MOST + 1)
    except zlib.error:
        return content
    if len(unpacked) > STREAM_MOST:
        raise Refusal("bomb")
    return unpacked
