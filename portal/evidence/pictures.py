"""JPEG, PNG, HEIC and WebP: turned the right way up, put on a fresh canvas, and encoded again from the pixels alone."""

import io

import pillow_heif
from PIL import Image, ImageOps, MpoImagePlugin, WebPImagePlugin

from portal.evidence import picture_traces
from portal.evidence.kinds import LARGEST, Kind
from portal.evidence.picture_traces import BOMB_PIXELS
from portal.evidence.results import Cleaned, Refusal

#: How many pixels are decoded in the worker's memory, at four bytes each, twice. WebP's decoder keeps two more copies.
PIXELS = {Kind.JPEG: 26_000_000, Kind.PNG: 26_000_000, Kind.HEIC: 26_000_000, Kind.WEBP: 12_600_000}
PLAIN_MODES = ("1", "L", "LA", "RGB", "RGBA")
# Tried in turn until the picture is within the limit of a file.
QUALITIES = (88, 75, 60)

REMAINS = ("faces", "picture-text", "background")
FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG", Kind.HEIC: "HEIF", Kind.WEBP: "WEBP"}

# Everything is loaded now: later, the process can open no file, not even one of Pillow's own.
Image.preinit()
pillow_heif.register_heif_opener()
pillow_heif.options.DECODE_THREADS = 1
pillow_heif.options.THUMBNAILS = False
Image.MAX_IMAGE_PIXELS = None  # BOMB_PIXELS is ours, and is checked before a pixel is decoded
# The opener of JPEG asks for the first when a file holds several pictures.
OPENERS = (MpoImagePlugin, WebPImagePlugin)

traces_of = picture_traces.traces_of


def clean(content: bytes, kind: Kind) -> Cleaned:
    found = traces_of(content, kind)
    try:
        picture = Image.open(io.BytesIO(content), formats=[FORMATS[kind]])
        if _shrunk(picture, kind):
            found.add("detail")
        target = Kind.JPEG if kind == Kind.HEIC else kind
        encoded = _encoded(_fresh(picture), target, lossless=b"VP8L" in content[:64])
    except MemoryError:
        raise Refusal("cannot-scrub") from None
    return Cleaned(target, encoded, frozenset(found), REMAINS)


def _shrunk(picture: Image.Image, kind: Kind) -> bool:
    """Have a very large JPEG decoded at half its width and height; refuse what the memory does not hold."""
    pixels = picture.width * picture.height
    if pixels > BOMB_PIXELS:
        raise Refusal("bomb")
    if pixels <= PIXELS[kind]:
        return False
    if kind != Kind.JPEG:
        raise Refusal("cannot-scrub")
    picture.draft(None, (picture.width // 2, picture.height // 2))
    return True


def _fresh(picture: Image.Image) -> Image.Image:
    """Only pixels go onto the new canvas: `save` would carry over some of what came with the old one."""
    picture.load()
    # WebP's decoder keeps two canvases of its own for as long as the picture has it.
    vars(picture).pop("_decoder", None)
    # In place, and one after the other: two copies of the largest picture are all that the memory holds.
    ImageOps.exif_transpose(picture, in_place=True)
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
    elif picture.mode not in PLAIN_MODES:
        picture = picture.convert("RGB")
    canvas = Image.new(picture.mode, picture.size)
    canvas.paste(picture)
    return canvas


def _encoded(canvas: Image.Image, kind: Kind, *, lossless: bool) -> bytes:
    if kind == Kind.JPEG and canvas.mode not in {"L", "RGB"}:
        canvas = canvas.convert("RGB")
    for quality in QUALITIES:
        options = {
            Kind.JPEG: {"quality": quality},
            Kind.PNG: {"compress_level": 4},
            Kind.WEBP: {"quality": quality, "method": 1, "lossless": lossless},
        }
        target = io.BytesIO()
        canvas.save(target, FORMATS[kind], **options[kind])
        if target.tell() <= LARGEST:
            return target.getvalue()
    raise Refusal("cannot-scrub")
