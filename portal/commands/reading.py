"""Read the settings of a command, or say which one is missing and stop."""

import os

import click

from portal.settings import BadSetting, Zone, load


def settings(zone: type[Zone]) -> Zone:
    try:
        return load(zone, os.environ)
    except BadSetting as problem:
        raise click.ClickException(f"{problem}. README.md lists the settings.") from None
