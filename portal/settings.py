"""Settings are read once, from PORTAL_* variables. A process gets only those of its own trust zone.

Each setting is one line below. `NAME_FILE` may hold the path of a file with the value. There are no default
secrets; what is missing or unsafe stops the start, by name.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from ipaddress import ip_address
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

Zone = TypeVar("Zone")

SHORTEST_TOKEN = 32


class BadSetting(ValueError):
    """Says which variable is missing or unsafe, and why. Never shows the value."""


def setting(about: str, *, default: str | None = None, read: Callable[[str], Any] = str) -> Any:
    """`default` is read like a value of the environment; without one the variable must be set."""
    # Not in the repr: a value must not reach a log by way of one.
    return field(repr=False, metadata={"about": about, "default": default, "read": read})


def _port(text: str) -> int:
    if not (re.fullmatch(r"[0-9]{1,5}", text) and 0 < int(text) < 2**16):
        raise BadSetting("must be a port number, from 1 to 65535")
    return int(text)


def _number(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,3}", text):
        raise BadSetting("must be a whole number, from 1 to 9999")
    return int(text)


def _yes_or_no(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise BadSetting("must be yes or no")
    return text == "yes"


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.replace(",", " ").split() if name)


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadSetting("must be an address that starts with https://")
    return text


def _safe_address(text: str) -> str:
    """HTTPS, or plain HTTP within this machine."""
    host = urlsplit(_web_address(text)).hostname or ""
    if urlsplit(text).scheme == "http" and not _is_this_machine(host):
        raise BadSetting("must start with https:// when it leaves this machine")
    return text


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _token(text: str) -> str:
    if len(text) < SHORTEST_TOKEN:
        raise BadSetting(f"must have at least {SHORTEST_TOKEN} characters; `portal keys new` makes one")
    return text


def _key_file(text: str) -> bytes:
    try:
        return Path(text).read_bytes()
    except OSError:
        raise BadSetting("must be the path of a key file that can be read") from None


def _private_key(text: str) -> bytes:
    key = _key_file(text)
    if Path(text).stat().st_mode & 0o077:
        raise BadSetting("is a private key that other users of this machine can read; chmod 600 it")
    return key


def _private_keys(text: str) -> tuple[bytes, ...]:
    return tuple(_private_key(path) for path in _names(text))


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """What reads and writes the outbox needs."""

    database_url: str = setting("The outbox", default="sqlite:///instance/outbox.sqlite")


@dataclass(frozen=True, kw_only=True)
class Public(Waiting):
    """What the public app needs. Nothing here can open a report, or hand one over."""

    operator: str = setting("Who runs the service. Shown on every page")
    phone: str = setting("Phone number for those who would rather speak. Shown on every page")
    phone_hours: str = setting("When the phone is answered, in figures", default="24/7")
    service: str = setting("Visible name of the service; neutral, as it stands in histories", default="Speak up")
    charity_public_key: bytes = setting("File: the key that reports are sealed with", read=_key_file)
    intake_url: str = setting("The charity's side, without /v1: mailboxes are read there", read=_safe_address)
    mailbox_token: str = setting("What the public app shows there; also the intake's setting", read=_token)
    limits_url: str = setting("Where rate limits count: memory, or a Redis address", default="memory://")
    exit_url: str = setting("Where Exit leads", default="https://www.bbc.co.uk/weather", read=_web_address)
    hosts: tuple[str, ...] = setting("Host names that are answered", default="127.0.0.1 localhost", read=_names)
    https_only: bool = setting(
        "`yes` behind HTTPS: browsers then come back only by HTTPS", default="no", read=_yes_or_no
    )
    host: str = setting("Address that the public app listens on", default="127.0.0.1")
    port: int = setting("Port of the public app", default="8000", read=_port)
    trusted_proxy: str = setting("Address of the proxy in front, whose forwarded headers count", default="")
    threads: int = setting("Threads that answer", default="8", read=_number)


@dataclass(frozen=True, kw_only=True)
class Relaying(Waiting):
    """What the relay needs."""

    intake_url: str = setting("The intake endpoint, without /v1", read=_safe_address)
    intake_token: str = setting("What the portal shows to the intake", read=_token)
    intake_public_key: bytes = setting("File: verifies the intake's acknowledgements", read=_key_file)


@dataclass(frozen=True, kw_only=True)
class Storing:
    """What reads or writes the cases needs."""

    cases_database_url: str = setting("The cases", default="sqlite:///instance/cases.sqlite")


@dataclass(frozen=True, kw_only=True)
class Intake(Storing):
    """What the reference intake needs. Nothing here can open a report."""

    intake_token: str = setting("What the portal shows to the intake", read=_token)
    mailbox_token: str = setting("What the public app shows for mailboxes", read=_token)
    intake_private_key: bytes = setting("File: signs acknowledgements", read=_private_key)
    intake_host: str = setting("Address that the intake listens on", default="127.0.0.1")
    intake_port: int = setting("Port of the intake", default="8001", read=_port)


@dataclass(frozen=True, kw_only=True)
class Charity(Storing):
    """What opens reports. Only where the charity works, never on the public machine."""

    charity_private_keys: tuple[bytes, ...] = setting(
        "Files: the keys that open reports, newest first",
        default="instance/charity.private",
        read=_private_keys,
    )


ZONES = (Public, Relaying, Intake, Charity)


def variable(of: Field[Any]) -> str:
    return f"PORTAL_{of.name.upper()}"


def load(zone: type[Zone], environment: Mapping[str, str]) -> Zone:
    """Read the settings of one zone. Raises BadSetting."""
    return zone(**{of.name: _read(of, environment) for of in fields(zone)})  # type: ignore[arg-type]


def _read(of: Field[Any], environment: Mapping[str, str]) -> Any:
    name = variable(of)
    text = environment.get(name)
    if not text and (path := environment.get(f"{name}_FILE")):
        try:
            text = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise BadSetting(f"{name}_FILE must be the path of a text file that can be read") from None
    if not text:
        text = of.metadata["default"]
    if text is None:
        raise BadSetting(f"{name} is missing: {of.metadata['about']}")
    try:
        return of.metadata["read"](text)
    except BadSetting as problem:
        raise BadSetting(f"{name} {problem}") from None
