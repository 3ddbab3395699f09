"""`portal keys`: make keys, once, on a machine that you trust."""

import os
import secrets
from pathlib import Path

import click
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from portal.sealing.keys import SEED_LENGTH, fingerprint, key_pair

PRIVATE, PUBLIC = 0o600, 0o644


@click.group("keys")
def command() -> None:
    """Make keys."""


@command.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def new(folder: Path) -> None:
    """Make the charity's, the intake's and the portal's keys in FOLDER. Never writes over a key."""
    if any((folder / name).exists() for name in make_all_names()):
        raise click.ClickException(f"there are keys in {folder} already; nothing was changed")
    make_all(folder)
    public = (folder / "charity.public").read_bytes()
    click.echo(f"Keys are in {folder}. The charity's key is {fingerprint(public)}: compare it by another way.")
    click.echo("charity.private opens every report. Move it to the charity, and keep a copy in a safe.")


def make_all_names() -> tuple[str, ...]:
    return ("charity.private", "charity.public", "intake.private", "intake.public", "intake.token", "mailbox.token")


def make_all(folder: Path) -> None:
    """Write all six files. Those that are secret can be read by their owner alone."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    pair = key_pair(secrets.token_bytes(SEED_LENGTH))
    signing = Ed25519PrivateKey.generate()
    _write(folder / "charity.private", pair.seed, PRIVATE)
    _write(folder / "charity.public", pair.public, PUBLIC)
    _write(folder / "intake.private", signing.private_bytes_raw(), PRIVATE)
    _write(folder / "intake.public", signing.public_key().public_bytes_raw(), PUBLIC)
    _write(folder / "intake.token", secrets.token_urlsafe(32).encode(), PRIVATE)
    _write(folder / "mailbox.token", secrets.token_urlsafe(32).encode(), PRIVATE)


def _write(file: Path, content: bytes, mode: int) -> None:
    # Made with its mode: between creating and changing a file, another user could open it.
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as opened:
        opened.write(content)
