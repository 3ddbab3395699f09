"""A process knows the settings of its own trust zone: what it does not know, it cannot leak."""

from dataclasses import fields

import pytest

from portal import settings
from portal.commands.run import defaults, only
from portal.settings import ZONES, Charity, Intake, Public, Relaying, variable

OWN = {zone: {variable(of) for of in fields(zone)} for zone in ZONES}
EVERYTHING = {name: "x" for names in OWN.values() for name in names}
FILES = {f"{name}_FILE": "/x" for name in EVERYTHING}


@pytest.mark.parametrize("zone", ZONES)
def test_a_zone_gets_its_own_settings_and_the_files_of_them(zone):
    passed = only(zone, {**EVERYTHING, **FILES, "PATH": "/bin", "PORTAL_MISSPELT": "x"})

    assert OWN[zone] | {f"{name}_FILE" for name in OWN[zone]} | {"PATH"} == set(passed)


@pytest.mark.parametrize("zone", [Public, Relaying, Intake])
def test_no_running_process_is_told_where_the_key_of_the_charity_is(zone):
    assert not [name for name in only(zone, {**EVERYTHING, **FILES}) if "CHARITY_PRIVATE" in name]


def test_the_public_app_gets_nothing_to_hand_a_report_over_with():
    passed = only(Public, {**EVERYTHING, **FILES})

    assert not [name for name in passed if "INTAKE_TOKEN" in name or "INTAKE_P" in name or "CASES" in name]


def test_the_intake_gets_nothing_of_the_outbox():
    assert "PORTAL_DATABASE_URL" not in only(Intake, EVERYTHING)


def test_values_pass_unchanged():
    assert "8080" == only(Public, {"PORTAL_PORT": "8080"})["PORTAL_PORT"]


@pytest.fixture
def folder(command, tmp_path):
    command("keys", "new", "made")
    return tmp_path / "made"


@pytest.mark.parametrize("zone", [Public, Relaying, Intake])
def test_the_defaults_of_one_machine_are_enough_for_every_process(folder, zone):
    assert settings.load(zone, only(zone, defaults(folder, {})))


def test_the_intake_is_not_opened_to_the_network_with_the_public_app(folder):
    environment = {"PORTAL_HOST": "0.0.0.0"}  # noqa: S104 – as on a phone in the same house
    everything = {**defaults(folder, environment), **environment}

    assert "127.0.0.1" == settings.load(Intake, everything).intake_host
    assert "http://127.0.0.1:8001" == settings.load(Relaying, everything).intake_url


def test_the_relay_follows_the_intake_to_another_port(folder):
    environment = {"PORTAL_INTAKE_PORT": "9001", "PORTAL_INTAKE_HOST": "127.0.0.2"}

    assert (
        "http://127.0.0.2:9001" == settings.load(Relaying, {**defaults(folder, environment), **environment}).intake_url
    )


@pytest.mark.parametrize("name", ["PORTAL_DATABASE_URL", "PORTAL_OPERATOR", "PORTAL_CHARITY_PUBLIC_KEY"])
def test_a_value_in_a_file_counts_more_than_a_default(folder, name):
    assert name in defaults(folder, {})
    assert name not in defaults(folder, {f"{name}_FILE": "/x"})


def test_the_charity_does_not_follow_from_the_defaults_of_the_public_machine(folder):
    assert not set(defaults(folder, {})) & (OWN[Charity] - OWN[Intake])
