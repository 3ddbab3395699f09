"""Count callers without knowing them: a keyed hash of the address, under a key that lives only in memory."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import date
from ipaddress import IPv6Address, ip_address
from threading import Lock


class CallerKeys:
    """`today` tells the day: at midnight UTC the key is thrown away, and with it every count."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._lock = Lock()
        self._day: date | None = None
        self._key = b""

    def of(self, address: str) -> str:
        """A name for the caller, good for today. It cannot be turned back without this process's memory."""
        return self.digest(_network(address).encode()).hex()

    def digest(self, content: bytes) -> bytes:
        """16 bytes that follow from `content` and today's key."""
        return hashlib.blake2b(content, key=self._key_of_today(), digest_size=16).digest()

    def _key_of_today(self) -> bytes:
        with self._lock:
            if self._day != self._today():
                self._day, self._key = self._today(), secrets.token_bytes(32)
            return self._key


def _network(address: str) -> str:
    # A phone has a whole /64 of IPv6 addresses to itself and changes among them.
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return address
    # An IPv4 address in IPv6 clothes (::ffff:192.0.2.1); all of them lie in one /64.
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(IPv6Address(int(parsed) >> 64 << 64))
