"""The register of forces, read once from `forces.toml`."""

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class Force:
    """A police force or police body. `names` are (language tag, name) pairs where it has a name of its own."""

    code: str
    name: str
    region: str
    nation: str
    type: str
    oversight: str
    coverage: str
    name_cy: str | None = None
    aliases: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    successors: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        return (("cy", self.name_cy),) if self.name_cy else ()


def _read() -> tuple[Force, ...]:
    def value(given: Any) -> Any:
        return tuple(given) if isinstance(given, list) else given

    text = resources.files("portal.report").joinpath("forces.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)["force"]
    return tuple(Force(**{key: value(given) for key, given in table.items()}) for table in tables)


#: Every force, in the order of its English name.
FORCES = _read()

#: Forces that can be chosen today: one that has merged into another stays above for old reports only.
CHOOSABLE = tuple(force for force in FORCES if not force.valid_to)

BY_REGION: dict[str, tuple[Force, ...]] = {
    region: tuple(force for force in CHOOSABLE if force.region == region)
    for region in dict.fromkeys(force.region for force in CHOOSABLE)
}

#: The regions where the reporter must say which force it is; in the others the region says it.
REGIONS_OF_SEVERAL = tuple(region for region, forces in BY_REGION.items() if len(forces) > 1)
