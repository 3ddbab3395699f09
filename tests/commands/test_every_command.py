"""Every command can be asked for help, and says by name which setting it misses."""

import os
import subprocess
import sys

import pytest

from portal.commands import COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_explains_itself(command, name):
    answer = command(name, "--help")

    assert 0 == answer.exit_code
    assert answer.output.startswith(f"Usage: portal {name} ")


def test_a_command_that_does_not_exist_is_an_error(command):
    assert 2 == command("frobnicate").exit_code


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (("serve", "public"), "PORTAL_CHARITY_PUBLIC_KEY"),
        (("serve", "intake"), "PORTAL_INTAKE_PRIVATE_KEY"),
        (("relay",), "PORTAL_INTAKE_TOKEN"),
    ],
)
def test_a_process_with_a_setting_missing_stops_at_once(environment, tmp_path, arguments, missing):
    environment.pop(missing)
    others = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
    stopped = subprocess.run(
        [sys.executable, "-m", "portal", *arguments],
        cwd=tmp_path,
        env={**others, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert 1 == stopped.returncode
    assert stopped.stderr.startswith(f"Error: {missing} ")
    assert not list(tmp_path.glob("*.sqlite"))
