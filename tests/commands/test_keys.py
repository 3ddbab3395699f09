"""Keys are made once, for one user, and never written over."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from portal import settings
from portal.commands.keys import make_all
from portal.sealing.keys import fingerprint, key_pair

SECRET = ("charity.private", "intake.private", "intake.token", "mailbox.token")
ALL = (*SECRET, "charity.public", "intake.public")


def test_all_keys_are_made(command, tmp_path):
    answer = command("keys", "new", "made/here")

    assert 0 == answer.exit_code
    assert set(ALL) == {file.name for file in (tmp_path / "made/here").iterdir()}


@pytest.mark.parametrize("name", SECRET)
def test_a_secret_is_for_its_owner_alone(command, tmp_path, name):
    command("keys", "new", "made")

    assert 0o600 == (tmp_path / "made" / name).stat().st_mode & 0o777
    assert 0o700 == (tmp_path / "made").stat().st_mode & 0o777


@pytest.mark.usefixtures("command")  # with an umask that hides nothing
@pytest.mark.parametrize("name", SECRET)
def test_a_secret_does_not_depend_on_the_umask(tmp_path, name):
    make_all(tmp_path / "made")

    assert 0o600 == (tmp_path / "made" / name).stat().st_mode & 0o777


def test_the_private_keys_fit_the_public_ones(command, tmp_path):
    command("keys", "new", "made")
    made = {name: (tmp_path / "made" / name).read_bytes() for name in ALL}

    assert key_pair(made["charity.private"]).public == made["charity.public"]
    intake = Ed25519PrivateKey.from_private_bytes(made["intake.private"])
    assert intake.public_key().public_bytes_raw() == made["intake.public"]


def test_the_name_of_the_key_is_said_and_no_secret_is(command, tmp_path):
    answer = command("keys", "new", "made")
    made = {name: (tmp_path / "made" / name).read_bytes() for name in ALL}

    assert fingerprint(made["charity.public"]) in answer.output
    assert made["intake.token"].decode() not in answer.output
    assert made["mailbox.token"].decode() not in answer.output
    assert made["charity.private"].hex() not in answer.output


def test_keys_are_other_keys_every_time(command, tmp_path):
    command("keys", "new", "one")
    command("keys", "new", "two")

    assert not [
        name for name in ALL if (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    ]


@pytest.mark.parametrize("name", ALL)
def test_a_key_is_never_written_over(command, tmp_path, name):
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / name).write_bytes(b"dear")
    answer = command("keys", "new", "made")

    assert 1 == answer.exit_code
    assert [name] == [file.name for file in (tmp_path / "made").iterdir()]
    assert b"dear" == (tmp_path / "made" / name).read_bytes()


def test_new_keys_are_good_settings(command, tmp_path, environment):
    command("keys", "new", "made")
    files = {
        "PORTAL_CHARITY_PUBLIC_KEY": "charity.public",
        "PORTAL_CHARITY_PRIVATE_KEYS": "charity.private",
        "PORTAL_INTAKE_PRIVATE_KEY": "intake.private",
        "PORTAL_INTAKE_PUBLIC_KEY": "intake.public",
        "PORTAL_INTAKE_TOKEN_FILE": "intake.token",
        "PORTAL_MAILBOX_TOKEN_FILE": "mailbox.token",
    }
    environment |= {name: str(tmp_path / "made" / file) for name, file in files.items()}
    for name in ("PORTAL_INTAKE_TOKEN", "PORTAL_MAILBOX_TOKEN"):
        environment.pop(name)

    assert all(settings.load(zone, environment) for zone in settings.ZONES)
