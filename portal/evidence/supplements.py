"""The "supplemental information" units of H.264 and H.265, where cameras and programs leave times and their names."""

from collections.abc import Iterator

from av.packet import Packet
from av.stream import Stream

#: By codec: where the configuration says how many bytes a length has (ISO/IEC 14496-15), how the type of a unit is
#: cut out of its first byte (shift and mask), and the types to leave out.
UNITS = {"h264": (4, 0, 0x1F, {6}), "hevc": (21, 1, 0x3F, {39, 40})}
CONFIGURED = 1


def without_supplements(packet: "Packet[Stream]", stream: Stream) -> "Packet[Stream]":
    """The packet itself, or a copy without these units. It stays as it is when its units cannot be told apart."""
    known, settings = UNITS.get(stream.codec_context.name), stream.codec_context.extradata or b""
    if not known or len(settings) <= known[0] or settings[0] != CONFIGURED:
        return packet
    at, shift, mask, dropped = known
    coded, length = bytes(packet), (settings[at] & 3) + 1
    units = list(_units(coded, length))
    kept = b"".join(unit for unit in units if unit[length] >> shift & mask not in dropped)
    if not kept or len(kept) == len(coded) or sum(map(len, units)) != len(coded):
        return packet
    return _copied(packet, kept)


def _units(coded: bytes, length: int) -> Iterator[bytes]:
    """Each with its length before it."""
    at = 0
    while at + length < len(coded):
        end = at + length + int.from_bytes(coded[at : at + length])
        if end <= at + length:
            return
        yield coded[at:end]
        at = end


def _copied(packet: "Packet[Stream]", coded: bytes) -> "Packet[Stream]":
    copy: Packet[Stream] = Packet(coded)
    copy.pts, copy.dts, copy.duration = packet.pts, packet.dts, packet.duration
    copy.time_base, copy.is_keyframe = packet.time_base, packet.is_keyframe
    return copy
