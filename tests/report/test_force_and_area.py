"""The area and the force fit together, whatever was ticked on the way."""

import pytest

from portal.report.forces import BY_REGION, REGIONS_OF_SEVERAL


@pytest.mark.parametrize(("area", "force"), [(area, one.code) for area in BY_REGION for one in BY_REGION[area]])
def test_every_force_can_be_reported_from_its_area(keep, area, force):
    answers = keep({"area": area, "force": force})

    assert (area, force) == (answers["area"], answers["force"])


@pytest.mark.parametrize("area", REGIONS_OF_SEVERAL)
def test_a_force_of_another_area_does_not_count(wrong, area):
    other = next(one.code for region, forces in BY_REGION.items() if region != area for one in forces)

    assert {"force"} == wrong({"area": area, "force": other})


@pytest.mark.parametrize("area", REGIONS_OF_SEVERAL)
@pytest.mark.parametrize("force", ["other-police", "not-sure"])
def test_another_force_or_none_can_be_named_in_every_area(keep, area, force):
    assert force == keep({"area": area, "force": force})["force"]


@pytest.mark.parametrize("left", ["", "metropolitan", "other-police", "not-sure"])
@pytest.mark.parametrize(
    ("area", "force"),
    [
        ("scotland", "police-scotland"),
        ("northern-ireland", "northern-ireland"),
        ("not-sure", "not-sure"),
    ],
)
def test_where_there_is_one_force_it_is_filled_in(keep, area, force, left):
    answers = keep({"area": area, "force": left, "force_other": "Some other"})

    assert force == answers["force"]
    assert "force_other" not in answers
