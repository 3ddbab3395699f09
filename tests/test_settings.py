"""Settings are refused at the start, by name, and their values are shown to nobody."""

from dataclasses import fields

import pytest

from portal.settings import ZONES, BadSetting, Charity, Intake, Public, Relaying, load, variable

#: A zone, a variable of it, and a value that it must refuse.
BAD = [
    (Public, "PORTAL_PORT", "0"),
    (Public, "PORTAL_PORT", "65536"),
    (Public, "PORTAL_PORT", "8 000"),
    (Public, "PORTAL_PORT", "-8000"),
    (Public, "PORTAL_PORT", "٨٠٠٠"),
    (Public, "PORTAL_PORT", "9" * 5_000),
    (Public, "PORTAL_THREADS", "eight"),
    (Public, "PORTAL_THREADS", "0"),
    (Public, "PORTAL_THREADS", "9" * 5_000),
    (Public, "PORTAL_HTTPS_ONLY", "true"),
    (Public, "PORTAL_HTTPS_ONLY", "YES!"),
    (Public, "PORTAL_EXIT_URL", "www.example.org"),
    (Public, "PORTAL_EXIT_URL", "javascript:void"),
    (Public, "PORTAL_EXIT_URL", "https:///weather"),
    (Public, "PORTAL_EXIT_URL", "https://[broken"),
    (Public, "PORTAL_EXIT_URL", "https://user:secret℀x/"),
    (Public, "PORTAL_CHARITY_PUBLIC_KEY", "/nowhere/charity.public"),
    (Public, "PORTAL_CHARITY_PUBLIC_KEY", "/"),
    (Public, "PORTAL_INTAKE_URL", "http://intake.example.org"),
    (Public, "PORTAL_MAILBOX_TOKEN", "short token"),
    (Relaying, "PORTAL_INTAKE_URL", "http://intake.example.org"),
    (Relaying, "PORTAL_INTAKE_URL", "http://192.0.2.1:8001"),
    (Relaying, "PORTAL_INTAKE_URL", "http://127.0.0.1.example.org"),
    (Relaying, "PORTAL_INTAKE_URL", "http://127.0.0.1@example.org"),
    (Relaying, "PORTAL_INTAKE_URL", "ftp://127.0.0.1"),
    (Relaying, "PORTAL_INTAKE_URL", "intake.example.org"),
    (Relaying, "PORTAL_INTAKE_TOKEN", "x" * 31),
    (Relaying, "PORTAL_INTAKE_PUBLIC_KEY", "/nowhere/intake.public"),
    (Intake, "PORTAL_INTAKE_PORT", "eighty"),
    (Intake, "PORTAL_INTAKE_TOKEN", "short token"),
    (Intake, "PORTAL_INTAKE_PRIVATE_KEY", "/nowhere/intake.private"),
    (Charity, "PORTAL_CHARITY_PRIVATE_KEYS", "/nowhere/charity.private"),
]
NEEDED = [
    (Public, "PORTAL_OPERATOR"),
    (Public, "PORTAL_PHONE"),
    (Public, "PORTAL_CHARITY_PUBLIC_KEY"),
    (Public, "PORTAL_INTAKE_URL"),
    (Public, "PORTAL_MAILBOX_TOKEN"),
    (Relaying, "PORTAL_INTAKE_URL"),
    (Relaying, "PORTAL_INTAKE_TOKEN"),
    (Relaying, "PORTAL_INTAKE_PUBLIC_KEY"),
    (Intake, "PORTAL_INTAKE_TOKEN"),
    (Intake, "PORTAL_MAILBOX_TOKEN"),
    (Intake, "PORTAL_INTAKE_PRIVATE_KEY"),
]
EVERY = [(zone, of) for zone in ZONES for of in fields(zone)]


@pytest.mark.parametrize("zone", ZONES)
def test_a_whole_environment_is_read(zone, environment):
    assert load(zone, environment)


@pytest.mark.parametrize(("zone", "name", "value"), BAD, ids=lambda one: str(getattr(one, "__name__", one))[:40])
def test_a_bad_value_is_named_and_never_shown(environment, zone, name, value):
    with pytest.raises(BadSetting) as caught:
        load(zone, {**environment, name: value})

    assert str(caught.value).startswith(f"{name} ")
    assert value not in str(caught.value)
    # No traceback shows the error that it came from.
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(("zone", "name"), NEEDED)
@pytest.mark.parametrize("empty", [None, ""])
def test_what_is_missing_is_named(environment, zone, name, empty):
    environment = {**environment, name: empty} if empty is not None else environment
    if empty is None:
        environment.pop(name)

    with pytest.raises(BadSetting, match=f"^{name} "):
        load(zone, environment)


@pytest.mark.parametrize("zone", ZONES)
def test_everything_that_is_not_needed_has_a_default(zone, environment):
    needed = {name: environment[name] for of, name in NEEDED if of is zone}
    if zone is Charity:  # the default is a file, and there is none
        needed = {"PORTAL_CHARITY_PRIVATE_KEYS": environment["PORTAL_CHARITY_PRIVATE_KEYS"]}

    assert load(zone, needed) == load(
        zone, {**needed, **{variable(of): "" for of in fields(zone) if variable(of) not in needed}}
    )
    assert {variable(of) for of in fields(zone) if of.metadata["default"] is None} == {
        name for of, name in NEEDED if of is zone
    }


def test_no_secret_has_a_default():
    secret = [of for _, of in EVERY if "token" in of.name or "private_key" in of.name]

    expected = {"intake_token", "mailbox_token", "intake_private_key", "charity_private_keys"}
    assert expected == {of.name for of in secret}
    # A path is none: the keys themselves lie in a file.
    assert {None, "instance/charity.private"} == {of.metadata["default"] for of in secret}


def test_values_are_read_into_what_they_mean(environment):
    changed = {"PORTAL_PORT": "8080", "PORTAL_THREADS": "2", "PORTAL_HTTPS_ONLY": "yes", "PORTAL_HOSTS": "a.org, b.org"}
    read = load(Public, {**environment, **changed})

    assert (8080, 2, True) == (read.port, read.threads, read.https_only)
    assert ("a.org", "b.org") == read.hosts


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8001", "http://localhost:8001", "http://[::1]:8001", "https://intake.example.org/take"]
)
def test_the_intake_is_reached_by_https_or_on_this_machine(environment, url):
    assert url == load(Relaying, {**environment, "PORTAL_INTAKE_URL": url}).intake_url


@pytest.mark.parametrize("zone", ZONES)
def test_a_zone_that_is_printed_shows_no_value(zone, environment):
    read = load(zone, environment)

    assert f"{zone.__name__}()" == repr(read)


@pytest.mark.parametrize(("zone", "of"), EVERY, ids=lambda one: getattr(one, "name", None))
def test_every_setting_says_what_it_is_for(zone, of):
    assert zone
    assert of.metadata["about"]


def test_the_public_zone_can_neither_open_a_report_nor_hand_one_over():
    assert ["mailbox_token"] == [of.name for of in fields(Public) if "token" in of.name or "private" in of.name]


def test_the_intake_cannot_open_a_report():
    assert not [of.name for of in fields(Intake) if "charity" in of.name]
