"""The `portal` command. Each module holds one group of it; code is loaded only for the command that is run.

So the process of the public app never loads the code that opens reports.
"""

import importlib
import os

import click

#: Where each command lives. A new one is one line.
COMMANDS = {
    "run": "portal.commands.run",
    "serve": "portal.commands.serve",
    "relay": "portal.commands.relay",
    "build": "portal.commands.build",
    "keys": "portal.commands.keys",
    "cases": "portal.commands.cases",
    "outbox": "portal.commands.outbox",
    "schema": "portal.commands.schema",
}


class _Lazy(click.Group):
    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[name]).command
        return command


@click.group(cls=_Lazy)
@click.version_option(package_name="portal")
def portal() -> None:
    """Take reports from the public, seal them, and hand them to the charity."""
    # Keys, outbox and cases are for the user that runs this, and for no other on the machine.
    os.umask(0o077)
