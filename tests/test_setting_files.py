"""Settings that stand in files: values, and keys."""

import pytest

from portal.settings import BadSetting, Charity, Intake, Public, load


@pytest.mark.parametrize("empty", [{}, {"PORTAL_INTAKE_TOKEN": ""}])
def test_a_value_can_stand_in_a_file(environment, tmp_path, empty):
    file = tmp_path / "token"
    file.write_text("f" * 43 + "\n", encoding="utf-8")
    environment.pop("PORTAL_INTAKE_TOKEN")

    read = load(Intake, {**environment, **empty, "PORTAL_INTAKE_TOKEN_FILE": str(file)})

    assert "f" * 43 == read.intake_token


def test_a_value_itself_counts_more_than_its_file(environment, keys):
    assert keys.token == load(Intake, {**environment, "PORTAL_INTAKE_TOKEN_FILE": "/nowhere"}).intake_token


@pytest.mark.parametrize("content", [None, b"\xff\xfe secret"])
def test_a_file_that_cannot_be_read_is_named(environment, tmp_path, content):
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)
    environment.pop("PORTAL_INTAKE_TOKEN")

    with pytest.raises(BadSetting) as caught:
        load(Intake, {**environment, "PORTAL_INTAKE_TOKEN_FILE": str(file)})

    assert str(caught.value).startswith("PORTAL_INTAKE_TOKEN_FILE ")
    assert str(file) not in str(caught.value)


@pytest.mark.parametrize("content", ["", " \n", "short"])
def test_a_file_is_checked_like_a_value(environment, tmp_path, content):
    file = tmp_path / "token"
    file.write_text(content, encoding="utf-8")
    environment.pop("PORTAL_INTAKE_TOKEN")

    with pytest.raises(BadSetting, match=r"^PORTAL_INTAKE_TOKEN "):
        load(Intake, {**environment, "PORTAL_INTAKE_TOKEN_FILE": str(file)})


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o620, 0o610])
@pytest.mark.parametrize(
    ("zone", "name", "secret"),
    [
        (Charity, "PORTAL_CHARITY_PRIVATE_KEYS", "charity.private"),
        (Intake, "PORTAL_INTAKE_PRIVATE_KEY", "intake.private"),
    ],
)
def test_a_private_key_that_others_can_reach_is_refused(environment, keys, tmp_path, zone, name, secret, mode):
    loose = tmp_path / secret
    loose.write_bytes((keys.folder / secret).read_bytes())
    loose.chmod(mode)

    with pytest.raises(BadSetting, match=f"^{name} "):
        load(zone, {**environment, name: str(loose)})


def test_a_public_key_may_be_read_by_everybody(environment, keys, tmp_path):
    public = tmp_path / "charity.public"
    public.write_bytes(keys.charity_public)
    public.chmod(0o644)

    assert (
        keys.charity_public
        == load(Public, {**environment, "PORTAL_CHARITY_PUBLIC_KEY": str(public)}).charity_public_key
    )


def test_the_charity_can_hold_several_keys(environment, keys, tmp_path):
    old = tmp_path / "old.private"
    old.write_bytes(b"old")
    old.chmod(0o600)
    both = f"{keys.folder}/charity.private, {old}"

    assert (keys.charity_seed, b"old") == load(
        Charity, {**environment, "PORTAL_CHARITY_PRIVATE_KEYS": both}
    ).charity_private_keys
