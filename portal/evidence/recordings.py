"""MP4, MOV and M4A: pictures and sound are put into a new file as they are, without all that came beside them.

They are not decoded. What a recorder hides inside the coded sound or pictures themselves stays; of that, only the
"supplemental information" of H.264 and H.265 goes, where cameras leave the time and the program.
"""

import io

import av
from av.container import InputContainer, OutputContainer
from av.stream import Stream

from portal.evidence import anatomy, ffmpeg, supplements, traces
from portal.evidence.kinds import Kind
from portal.evidence.results import Cleaned, Refusal

MUXERS = {Kind.MP4: "mp4", Kind.MOV: "mov", Kind.M4A: "ipod"}
KEPT = ("video", "audio")
MOST_STREAMS = 16
# AVFMT_FLAG_BITEXACT of libavformat.
BITEXACT = 0x400

#: What FFmpeg reads from the structure of every file, and says of none in particular.
PLAIN_NAMES = {"major_brand", "minor_version", "compatible_brands", "language", "vendor_id"}
PLAIN_HANDLERS = {"VideoHandler", "SoundHandler", "DataHandler"}
#: Boxes of hidden data. FFmpeg leaves them, empty, in some of its files.
HIDING = {b"udta", b"meta", b"uuid"}
REMAINS = {"video": ("faces", "picture-text", "background"), "audio": ("voices", "background")}


def traces_of(content: bytes, _: Kind) -> set[str]:
    found = set()
    with ffmpeg.opened(content, "mov") as source:
        for holder in (source, *source.streams):
            found |= _of_names(holder.metadata)
        for stream in source.streams:
            if ffmpeg.is_cover(stream):
                found.add("thumbnail")
            elif stream.type not in KEPT:
                found.add("other")
        if source.chapters():
            found.add("other")
    for box in anatomy.boxes(content):
        if box.name in HIDING:
            found |= _of_box(box)
    return found


def clean(content: bytes, kind: Kind) -> Cleaned:
    found = traces_of(content, kind)
    target = io.BytesIO()
    with ffmpeg.opened(content, "mov") as source, av.open(target, "w", format=MUXERS[kind]) as copy:
        streams = [stream for stream in source.streams if stream.type in KEPT and not ffmpeg.is_cover(stream)]
        if not streams or len(streams) > MOST_STREAMS:
            raise Refusal("broken")
        # Without this, FFmpeg signs its files.
        copy.flags |= BITEXACT
        _copy(source, copy, streams)
        remains = dict.fromkeys(code for stream in streams for code in REMAINS[stream.type])
    return Cleaned(kind, _blanked(target.getvalue()), frozenset(found), tuple(remains))


def _copy(source: InputContainer, copy: OutputContainer, streams: list[Stream]) -> None:
    targets = {stream.index: copy.add_stream_from_template(stream) for stream in streams}
    for packet in source.demux(streams):
        if packet.is_corrupt:
            raise Refusal("broken")
        # The last one of a stream is empty and has no time.
        if packet.dts is not None:
            stream = packet.stream
            kept = supplements.without_supplements(packet, stream)
            kept.stream = targets[stream.index]
            copy.mux(kept)


def _blanked(content: bytes) -> bytes:
    """Turn the empty boxes that FFmpeg leaves for hidden data into free space; no offset changes."""
    blank = bytearray(content)
    for box in anatomy.boxes(content):
        if box.name in HIDING:
            blank[box.start + 4 : box.end] = b"free".ljust(box.end - box.start - 4, b"\0")
    return bytes(blank)


def _of_names(metadata: dict[str, str]) -> set[str]:
    told = {name: value for name, value in metadata.items() if name not in PLAIN_NAMES and value}
    if told.get("handler_name") in PLAIN_HANDLERS:
        del told["handler_name"]
    return ffmpeg.of_names(told)


def _of_box(box: anatomy.Part) -> set[str]:
    """What FFmpeg tells nothing of; the names of the rest it has told already."""
    if b"<x:xmpmeta" in box.content:
        return traces.of_xmp(box.content)
    return {"other"} if box.name == b"uuid" else set()
