"""Lists in the README are checked against the code; its words are not."""

import re
from dataclasses import fields
from pathlib import Path

from portal.settings import ZONES, variable

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_every_setting_stands_in_the_table_with_its_default():
    table = dict(re.findall(r"^\| `(PORTAL_\w+)` \|[^|]*\| *`?([^`|]*?)`? *\|", README, flags=re.MULTILINE))
    settings = {variable(one): one.metadata["default"] for zone in ZONES for one in fields(zone)}

    assert {name: default or "" for name, default in settings.items()} == {
        name: "" if default in {"–", "must be set"} else default for name, default in table.items()
    }


def test_every_picture_and_page_that_it_names_exists():
    root = Path(__file__).parents[1]
    named = re.findall(r"\]\(((?!https?:)[^)#]+)", README)

    assert named
    assert [] == [name for name in named if not (root / name).exists()]
