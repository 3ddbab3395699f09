"""The processes that face the public cannot open a report: not by rule, not in fact."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def lint_imports(tmp_path):
    """Runs the contracts on a copy of the package, with one line added to one of its modules."""
    shutil.copytree(ROOT / "portal", tmp_path / "portal")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)

    def run(module=None, line=None):
        if module:
            with (tmp_path / module).open("a", encoding="utf-8") as file:
                file.write(f"\n{line}\n")
        command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False).returncode

    return run


def test_the_contracts_hold(lint_imports):
    assert 0 == lint_imports()


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("portal/web/public/views.py", "from portal.sealing import unseal"),
        ("portal/outbox/relay.py", "import portal.sealing.unseal"),
        ("portal/cases/intake.py", "from portal.cases.review import Review"),
        ("portal/app.py", "from portal.cases import review"),
        ("portal/report/answers.py", "import flask"),
        ("portal/storage/database.py", "from portal.outbox import outbox"),
        ("portal/web/intake/envelopes.py", "from portal.web.public import pages"),
    ],
)
def test_a_forbidden_import_is_found(lint_imports, module, line):
    assert 0 != lint_imports(module, line)


@pytest.mark.parametrize("module", ["portal.app", "portal.commands.serve", "portal.commands.relay"])
def test_a_public_process_does_not_even_load_the_code_that_opens_reports(module):
    program = f"import sys, {module}; print(*[name for name in sys.modules if 'unseal' in name or 'review' in name])"

    assert "\n" == subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
