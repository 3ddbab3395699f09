"""Every force that can be reported is there, and can be chosen."""

import pytest

from portal.report.forces import BY_REGION, CHOOSABLE, FORCES, REGIONS_OF_SEVERAL
from portal.report.question import When
from portal.report.questions import QUESTIONS

ENGLAND = """
    avon-and-somerset bedfordshire cambridgeshire cheshire city-of-london cleveland cumbria derbyshire
    devon-and-cornwall dorset durham essex gloucestershire greater-manchester hampshire hertfordshire humberside
    kent lancashire leicestershire lincolnshire merseyside metropolitan norfolk north-yorkshire northamptonshire
    northumbria nottinghamshire south-yorkshire staffordshire suffolk surrey sussex thames-valley warwickshire
    west-mercia west-midlands west-yorkshire wiltshire
"""
NATIONS = {
    "england": set(ENGLAND.split()),
    "wales": {"dyfed-powys", "gwent", "north-wales", "south-wales"},
    "scotland": {"police-scotland"},
    "northern-ireland": {"northern-ireland"},
    "uk-wide": {
        "btp",
        "civil-nuclear-constabulary",
        "ministry-of-defence-police",
        "national-crime-agency",
    },
}
#: Who looks over all the forces of one nation.
OVERSIGHT = {"england": "iopc", "wales": "iopc", "scotland": "pirc", "northern-ireland": "pfni"}
OPTIONS = {option.code: option for option in QUESTIONS["force"].options}


def test_england_and_wales_have_their_43_forces():
    assert 43 == len(NATIONS["england"] | NATIONS["wales"])
    assert 43 == len([force for force in CHOOSABLE if force.nation in {"england", "wales"}])


@pytest.mark.parametrize("nation", NATIONS)
def test_the_forces_of_a_nation_are_there(nation):
    assert NATIONS[nation] == {force.code for force in CHOOSABLE if force.nation == nation}


def test_no_two_forces_share_a_code_or_a_name():
    assert len(FORCES) == len({force.code for force in FORCES})
    assert len(FORCES) == len({force.name for force in FORCES})


def test_forces_stand_in_the_order_of_their_names():
    assert sorted(FORCES, key=lambda force: force.name) == list(FORCES)


@pytest.mark.parametrize("force", FORCES, ids=lambda force: force.code)
def test_a_force_is_described_with_known_words(force):
    assert force.region in QUESTIONS["area"].option_codes
    assert force.type in {"territorial", "special", "agency"}
    assert set(force.oversight.split("-")) <= {"iopc", "pirc", "pfni"}
    assert OVERSIGHT.get(force.nation, force.oversight) == force.oversight
    assert force.coverage in {"stated", "inferred", "not-stated"}
    assert force.name not in force.aliases


@pytest.mark.parametrize("force", FORCES, ids=lambda force: force.code)
def test_a_force_that_merged_names_its_successors(force):
    assert bool(force.valid_to) == bool(force.successors)
    assert set(force.successors) <= {other.code for other in FORCES}


@pytest.mark.parametrize("code", [*NATIONS["wales"], "btp"])
def test_a_force_of_wales_has_its_welsh_name(code):
    assert dict(OPTIONS[code].names)["cy"].startswith("Heddlu ")


@pytest.mark.parametrize(
    "force", [one for one in CHOOSABLE if one.region in REGIONS_OF_SEVERAL], ids=lambda one: one.code
)
def test_a_force_is_offered_in_its_own_area_and_nowhere_else(force):
    assert When("area", (force.region,)) == OPTIONS[force.code].only
    assert OPTIONS[force.code].proper


def test_the_force_is_asked_just_where_there_are_several():
    assert {"scotland", "northern-ireland"} == set(BY_REGION) - set(REGIONS_OF_SEVERAL)
    assert {"not-sure"} == set(QUESTIONS["area"].option_codes) - set(BY_REGION)
    assert set(REGIONS_OF_SEVERAL) == set(QUESTIONS["force"].only.codes)


@pytest.mark.parametrize("code", ["other-police", "not-sure"])
def test_another_force_or_an_unsure_reporter_fits_every_area(code):
    assert OPTIONS[code].only is None
