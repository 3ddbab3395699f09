"""Read the settings of a command, or say which one is missing and stop."""

import os
from collections.abc import Mapping

import click

from portal.settings import BadSetting, Zone, load


def settings(zone: type[Zone], environment: Mapping[str, str] = os.environ) -> Zone:
    try:
        return load(zone, environment)
    except BadSetting as problem:
        raise click.ClickException(f"{problem}. README.md lists the settings.") from None
