"""`portal run`: everything on one machine, each trust zone a process of its own."""

import os
import signal
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import click

from portal.commands import keys
from portal.commands.reading import settings
from portal.commands.supervisor import Program, Supervisor, answers, port_is_free
from portal.sealing.keys import fingerprint
from portal.settings import Intake, Public, Relaying, variable

SCREEN = """
  The portal is running.

    for the public     http://{public.host}:{public.port}/
    intake endpoint    http://{intake.intake_host}:{intake.intake_port}/v1/openapi.json
    relay              hands sealed reports from the one to the other

  See what has arrived, in another terminal in this folder:

    .venv/bin/portal cases list
    .venv/bin/portal cases show ID

  Keys and databases are in {folder}/. The charity's key is {fingerprint}.
  The operator's name and phone number are examples: set your own before real use (README.md).

  Ctrl-C stops everything. Nothing that waits is lost.
"""


@click.command("run")
def command() -> None:
    """Run the public app, the relay and the intake, with keys of their own made on the first run."""
    folder = Path("instance")
    # With some there, new ones would not fit them: charity.private may have been moved to the charity.
    if not any((folder / name).exists() for name in keys.make_all_names()):
        keys.make_all(folder)
    environment = {**defaults(folder, os.environ), **os.environ}
    # Read here too: a bad setting stops the start, instead of a process that dies again and again.
    public, intake = settings(Public, environment), settings(Intake, environment)
    settings(Relaying, environment)
    _check_port(public.host, public.port, "PORTAL_PORT")
    _check_port(intake.intake_host, intake.intake_port, "PORTAL_INTAKE_PORT")
    supervisor = Supervisor(
        [
            Program("public app", ("serve", "public"), only(Public, environment)),
            Program("relay", ("relay",), only(Relaying, environment)),
            Program("intake", ("serve", "intake"), only(Intake, environment)),
        ]
    )
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, supervisor.stop)
    supervisor.start()
    key = fingerprint(public.charity_public_key)
    supervisor.watch(
        ready=lambda: answers(public.host, public.port) and answers(intake.intake_host, intake.intake_port),
        announce=lambda: click.echo(SCREEN.format(public=public, intake=intake, folder=folder, fingerprint=key)),
    )


def defaults(folder: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """What lets everything run on one machine; any of it can be set otherwise in `environment`."""
    host = environment.get("PORTAL_INTAKE_HOST", "127.0.0.1")
    port = environment.get("PORTAL_INTAKE_PORT", "8001")
    values = {
        "PORTAL_OPERATOR": "Example Reporting Charity",
        # Of the numbers that the regulator keeps for drama: nobody can be called by mistake.
        "PORTAL_PHONE": "0808 157 0192",
        "PORTAL_INTAKE_URL": f"http://{host}:{port}",
        "PORTAL_DATABASE_URL": f"sqlite:///{folder}/outbox.sqlite",
        "PORTAL_CASES_DATABASE_URL": f"sqlite:///{folder}/cases.sqlite",
        "PORTAL_CHARITY_PUBLIC_KEY": f"{folder}/charity.public",
        "PORTAL_INTAKE_PRIVATE_KEY": f"{folder}/intake.private",
        "PORTAL_INTAKE_PUBLIC_KEY": f"{folder}/intake.public",
        "PORTAL_INTAKE_TOKEN_FILE": f"{folder}/intake.token",
        "PORTAL_MAILBOX_TOKEN_FILE": f"{folder}/mailbox.token",
    }
    return {name: value for name, value in values.items() if f"{name}_FILE" not in environment}


def only(zone: type, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without the settings of the other trust zones: what a process does not know, it cannot leak."""
    own = {variable(of) for of in fields(zone)}
    return {
        name: value
        for name, value in environment.items()
        if not name.startswith("PORTAL_") or name in own or name.removesuffix("_FILE") in own
    }


def _check_port(host: str, port: int, name: str) -> None:
    if not port_is_free(host, port):
        raise click.ClickException(
            f"port {port} is taken by another program, perhaps by an earlier `make run`. "
            f"Stop that one, or choose another port: {name}={port + 100} make run"
        )
