"""Fixtures stand in `fixtures/`, a file for each kind of thing that tests talk to."""

import os
import shutil

import pytest
from hypothesis import settings

# How long an example takes says nothing on a machine that does other work too. A submission is judged by examples
# that can be had again; on a desk they differ each time.
settings.register_profile("patient", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("patient")

pytest_plugins = ["fixtures.keys", "fixtures.apps", "fixtures.validity", "fixtures.running", "fixtures.browsers"]


def pytest_terminal_summary(terminalreporter):
    """A test that did not run says so in the last lines."""
    for report in terminalreporter.stats.get("skipped", []):
        terminalreporter.write_line(f"NOT RUN: {report.nodeid}: {report.longrepr[2]}", red=True)


@pytest.fixture(scope="session")
def program():
    """The path of a program that tests need; `tests/tools/install` brings it."""

    def find(name):
        path = shutil.which(name)
        assert path, f"{name} is missing: run tests/tools/install"
        return path

    return find
