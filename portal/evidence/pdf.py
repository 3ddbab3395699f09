"""PDF: every object is looked through for hidden data, and what is left is saved as a new file without a history.

The pages stay as they are: what is drawn, and text that lies under a black box, is not touched.
"""

import io
import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from portal.evidence import pdf_rules as rules
from portal.evidence import pdf_streams, traces
from portal.evidence.kinds import Kind
from portal.evidence.results import Cleaned, Refusal

END_REACH = 1024
_LOCK = re.compile(rb"/Encrypt\b")
_SAVING = re.compile(rb"startxref\s+\d+\s+%%EOF")


def traces_of(content: bytes, _: Kind = Kind.PDF) -> set[str]:
    with _opened(content) as pdf:
        # A linearised file is saved once and ends twice.
        again = len(_SAVING.findall(content)) > 1 + pdf.is_linearized
        codes = {code for holder in _holders(pdf) for _, code in _hidden(holder)} - {""}
        return codes | _of_info(pdf) | pdf_streams.of_pictures(pdf) | ({"history"} if again else set())


def clean(content: bytes, kind: Kind) -> Cleaned:
    found = traces_of(content)
    target = io.BytesIO()
    with _opened(content) as pdf:
        pdf_streams.check(pdf)
        _strip(pdf)
        # `deterministic_id`: the file's id says what is in it, not where and when it was made.
        remains = ("text", "covered", *(("faces", "picture-text") if pdf_streams.has_pictures(pdf) else ()))
        pdf.save(target, deterministic_id=True, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return Cleaned(kind, target.getvalue(), frozenset(found), remains)


def _opened(content: bytes) -> Pdf:
    if b"%%EOF" not in content[-END_REACH:]:
        raise Refusal("broken")
    # Asked of the bytes: to open a locked file, even without a password, the library wants random numbers from /dev.
    if _LOCK.search(content):
        raise Refusal("cannot-scrub")
    return Pdf.open(io.BytesIO(content), suppress_warnings=True)


def _strip(pdf: Pdf) -> None:
    for key in set(pdf.Root.keys()) - rules.ROOT:
        del pdf.Root[key]
    if Name.Names in pdf.Root:
        pdf.Root.Names = Dictionary({key: pdf.Root.Names[key] for key in ("/Dests",) if key in pdf.Root.Names})
    for holder in list(_holders(pdf)):
        for key in {key for key, _ in _hidden(holder)}:
            del holder[key]
        if pdf_streams.is_jpeg(holder):
            holder.write(pdf_streams.without_metadata(holder.read_raw_bytes()), filter=Name.DCTDecode)
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]


def _holders(pdf: Pdf) -> Iterator[Object]:
    """Every dictionary and stream, those inside others too."""
    for top in pdf.objects:
        waiting: list[object] = [top]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Dictionary | Stream):
                yield one
                inside = [one[key] for key in one.keys()]  # noqa: SIM118 – a stream has keys and is no mapping
            else:
                inside = list(one) if isinstance(one, Array) else []
            waiting += [each for each in inside if not getattr(each, "is_indirect", True)]


def _hidden(holder: Object) -> Iterator[tuple[str, str]]:
    """The keys that must go, each with its code; the code is empty where nothing was told."""
    keys = set(holder.keys())
    codes = dict(rules.HIDDEN)
    if "/Rect" in keys and "/Subtype" in keys and holder.Subtype != Name.Widget:
        codes |= rules.ANNOTATION
    if "/ByteRange" in keys:
        codes |= rules.SIGNATURE
    if "/S" in keys and (str(holder.get("/S")) in rules.ACTIONS or _is_local(holder.get("/URI"))):
        codes |= dict.fromkeys(keys, "scripts")
    yield from ((key, codes[key]) for key in keys & set(codes))
    if "/OpenAction" in keys:
        yield "/OpenAction", "scripts" if isinstance(holder.OpenAction, Dictionary) else ""
    if "/Metadata" in keys:
        packet = holder.Metadata
        yield from (("/Metadata", code) for code in _of_packet(packet))


def _of_packet(packet: Object) -> set[str]:
    return traces.of_xmp(pdf_streams.decoded(packet)) if isinstance(packet, Stream) else {"other"}


def _of_info(pdf: Pdf) -> set[str]:
    info = pdf.trailer.get("/Info")
    if isinstance(info, Dictionary) and len(info.keys()):
        return traces.of_names(info.keys()) or {"other"}
    return set()


def _is_local(address: Object | None) -> bool:
    return address is not None and str(address).lower().startswith("file:")
