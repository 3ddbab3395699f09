"""`portal run`: everything on one machine, each trust zone a process of its own."""

import os
import signal
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import click

from portal.commands import keys
from portal.commands.supervisor import Program, Supervisor, answers, port_is_free
from portal.sealing.keys import fingerprint
from portal.settings import Intake, Public, Relaying, variable

# Seconds. Compressing the documents of many languages takes a while on a slow machine.
START = 60

SCREEN = """
  The portal is running.

    for the public     http://{host}:{port}/
    intake endpoint    http://{host}:{intake_port}/v1/openapi.json
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
    if not (folder / "charity.private").exists():
        keys.make_all(folder)
    environment = {**defaults(folder), **os.environ}
    host, port, intake_port = (environment[name] for name in ("PORTAL_HOST", "PORTAL_PORT", "PORTAL_INTAKE_PORT"))
    _check_ports(host, {"PORTAL_PORT": port, "PORTAL_INTAKE_PORT": intake_port})
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
    if all(answers(host, int(one), within=START) for one in (port, intake_port)):
        key = fingerprint((folder / "charity.public").read_bytes())
        click.echo(SCREEN.format(host=host, port=port, intake_port=intake_port, folder=folder, fingerprint=key))
    supervisor.watch()


def defaults(folder: Path) -> dict[str, str]:
    """What lets everything run on one machine; any of it can be set otherwise."""
    host, intake_port = (
        os.environ.get("PORTAL_HOST", "127.0.0.1"),
        os.environ.get("PORTAL_INTAKE_PORT", "8001"),
    )
    return {
        "PORTAL_OPERATOR": "Example Reporting Charity",
        # Of the numbers that the regulator keeps for drama: nobody can be called by mistake.
        "PORTAL_PHONE": "0808 157 0192",
        "PORTAL_HOST": host,
        "PORTAL_PORT": "8000",
        "PORTAL_INTAKE_HOST": host,
        "PORTAL_INTAKE_PORT": intake_port,
        "PORTAL_INTAKE_URL": f"http://{host}:{intake_port}",
        "PORTAL_DATABASE_URL": f"sqlite:///{folder}/outbox.sqlite",
        "PORTAL_CASES_DATABASE_URL": f"sqlite:///{folder}/cases.sqlite",
        "PORTAL_CHARITY_PUBLIC_KEY": f"{folder}/charity.public",
        "PORTAL_INTAKE_PRIVATE_KEY": f"{folder}/intake.private",
        "PORTAL_INTAKE_PUBLIC_KEY": f"{folder}/intake.public",
        "PORTAL_INTAKE_TOKEN_FILE": f"{folder}/intake.token",
    }


def only(zone: type, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without the settings of the other trust zones: what a process does not know, it cannot leak."""
    own = {variable(of) for of in fields(zone)}
    return {
        name: value
        for name, value in environment.items()
        if not name.startswith("PORTAL_") or name in own or name.removesuffix("_FILE") in own
    }


def _check_ports(host: str, ports: Mapping[str, str]) -> None:
    for name, port in ports.items():
        if not port.isdecimal():
            raise click.ClickException(f"{name} must be a port number")
        if not port_is_free(host, int(port)):
            raise click.ClickException(
                f"port {port} is taken by another program, perhaps by an earlier `make run`. "
                f"Stop that one, or choose another port: {name}={int(port) + 100} make run"
            )
