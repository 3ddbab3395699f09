"""The charity reads whole reports, in the reporter's words, and lists them in an order that helps."""

import json

import pytest
from fixtures.reporter import WHOLE

from portal.report.forces import FORCES
from portal.report.questions import PEOPLE, QUESTIONS
from portal.sealing.keys import key_pair

SHORT = {"danger": "no", "what": ["bribes"], "area": "london", "force": "metropolitan", "story": "x"}
STRANGER = key_pair(b"the key of some other charity...").public


def lines(answer):
    assert 0 == answer.exit_code, answer.output
    return answer.output.splitlines()


def test_an_empty_store_lists_nothing(command):
    assert [] == lines(command("cases", "list"))


def test_a_case_is_listed_with_what_a_case_worker_chooses_by(command, arrive):
    report_id = arrive(SHORT)
    (line,) = lines(command("cases", "list"))

    assert line.startswith(report_id[:12])
    assert {"2026-11-23", "ordinary", "cy", "metropolitan", "bribes"} <= set(line.split())


def test_the_newest_case_stands_first_and_the_quarantine_lane_last(command, arrive):
    ids = [
        arrive(SHORT, number=number, lane=lane) for number, lane in enumerate(["ordinary", "quarantine", "ordinary"])
    ]

    assert [ids[2][:12], ids[0][:12], ids[1][:12]] == [line.split()[0] for line in lines(command("cases", "list"))]


def test_a_case_that_cannot_be_opened_is_listed_and_the_others_too(command, arrive):
    closed = arrive(SHORT, number=1, public=STRANGER)
    arrive(SHORT, number=2)
    listed = lines(command("cases", "list"))

    assert 2 == len(listed)
    assert listed[1].startswith(closed[:12])
    assert "metropolitan" not in listed[1]


def test_a_case_that_cannot_be_opened_is_not_shown(command, arrive):
    answer = command("cases", "show", arrive(SHORT, public=STRANGER))

    assert 1 == answer.exit_code
    assert "cannot be opened" in answer.output


@pytest.mark.parametrize("begins", ["1", "10000000", "1" + "0" * 31])
def test_a_case_is_found_by_the_beginning_of_its_id(command, arrive, begins):
    report_id = arrive(SHORT)

    assert f"case {report_id}" == lines(command("cases", "show", begins))[0]


@pytest.mark.parametrize("begins", ["f", "", "0", "%", "_"])
def test_no_case_or_more_than_one_is_an_error(command, arrive, begins):
    arrive(SHORT, number=16)
    arrive(SHORT, number=32)
    answer = command("cases", "show", begins)

    assert 1 == answer.exit_code
    assert answer.output.startswith("Error: ")


def test_the_whole_report_is_shown_in_the_words_of_the_reporter(command, arrive):
    shown = lines(command("cases", "show", arrive(WHOLE)))

    for line in WHOLE["story"].split("\n"):
        assert f"    {line}" in shown
    for text in ("Selling what they find", "Casnewydd – نيوبورت", "robin@example.org"):
        assert f"    {text}" in shown


@pytest.mark.parametrize("code", [code for code in WHOLE if code != PEOPLE.code])
def test_every_answer_stands_under_its_question(command, arrive, code):
    shown = lines(command("cases", "show", arrive(WHOLE)))
    start = shown.index(f"[{code}] {QUESTIONS[code].label}")
    below = "\n".join(shown[start + 1 :]).split("\n[")[0]

    given = WHOLE[code]
    options = {one.code: one.label for one in QUESTIONS[code].options}
    for one in given if isinstance(given, list) else [given]:
        expected = f"{options[one]} [{one}]" if options else str(one).split("\n")[-1]
        assert isinstance(one, dict) or expected in below
    if isinstance(given, dict):
        assert all(f"{part} {number}" in below for part, number in given.items())


def test_every_person_is_shown_with_their_number(command, arrive):
    shown = lines(command("cases", "show", arrive({**SHORT, "people": [{"name": "Sarge"}, {"name": "Guv"}]})))
    label = PEOPLE.questions[0].label

    assert "    Sarge" == shown[shown.index(f"[people 1 name] {label}") + 1]
    assert "    Guv" == shown[shown.index(f"[people 2 name] {label}") + 1]


@pytest.mark.parametrize("force", FORCES, ids=lambda force: force.code)
def test_every_force_has_its_name(command, arrive, force):
    shown = lines(command("cases", "show", arrive({**SHORT, "area": force.region, "force": force.code})))

    assert f"    {force.name} [{force.code}]" in shown


def test_a_code_that_is_not_known_any_more_is_shown_as_it_is(command, arrive):
    shown = lines(command("cases", "show", arrive({**SHORT, "what": ["withdrawn"]})))

    assert "    withdrawn [withdrawn]" in shown


def test_the_document_itself_can_be_had(command, arrive):
    answer = command("cases", "show", arrive(WHOLE), "--json")

    assert WHOLE == json.loads(answer.output)["answers"]
    assert "Casnewydd – نيوبورت" in answer.output


def test_without_the_private_key_nothing_is_opened(command, arrive):
    arrive(SHORT)
    answer = command("cases", "list", PORTAL_CHARITY_PRIVATE_KEYS="/nowhere")

    assert 1 == answer.exit_code
    assert "PORTAL_CHARITY_PRIVATE_KEYS" in answer.output


@pytest.mark.parametrize(
    "changes",
    [{"answers": None}, {"answers": []}, {"answers": {"what": 7}}, {"answers": {"what": [{}]}}, {"language": 7}],
)
def test_an_envelope_with_something_else_inside_does_not_end_the_list(command, arrive, changes):
    # Anybody can seal with the public key.
    strange = arrive(SHORT, number=1, **changes)
    good = arrive(SHORT, number=2)

    assert [good[:12], strange[:12]] == [line.split()[0] for line in lines(command("cases", "list"))]


@pytest.mark.parametrize("inside", [{}, {"danger": 7, "people": "x"}, {"story": ["a"]}], ids=str)
def test_what_is_inside_but_no_report_is_an_error_and_still_json(command, arrive, inside):
    report_id = arrive(SHORT, answers=inside, edition=None, language=7, received_on=[])
    shown, as_json = command("cases", "show", report_id), command("cases", "show", report_id, "--json")

    assert shown.exit_code in {0, 1}
    assert shown.exception is None or isinstance(shown.exception, SystemExit)
    assert inside == json.loads(as_json.output)["answers"]


def test_json_is_readable_and_steers_no_terminal(command, arrive):
    story = "Casnewydd – نيوبورت \u202e\u009b31m\U000e0001"
    answer = command("cases", "show", arrive({**SHORT, "story": story}), "--json")

    assert story == json.loads(answer.output)["answers"]["story"]
    assert "نيوبورت" in answer.output
    assert not {"\u202e", "\u009b", "\U000e0001"} & set(answer.output)
