"""Contact details are checked loosely: a wrong refusal would cost a report."""

import pytest

DETAILS = {"contact": "details", "route": ["phone", "email"], "consent": "no"}
PHONE = "01632 960 001"
EMAIL = "robin@example.org"


@pytest.mark.parametrize(
    "phone", [PHONE, "+44 (0)808 157-0192", "00 44 808/157 0192", "٠١٦٣٢ ٩٦٠ ٠٠١", "ext 12: 0163 296", "1632960"]
)
def test_a_phone_number_is_kept_as_people_write_it(keep, phone):
    assert phone == keep({**DETAILS, "phone": phone, "email": EMAIL})["phone"]


@pytest.mark.parametrize("phone", ["", "01632", "999", "call me", "robin@example.org"])
def test_what_cannot_be_called_is_no_phone_number(wrong, phone):
    assert {"phone"} == wrong({**DETAILS, "phone": phone, "email": EMAIL})


@pytest.mark.parametrize("email", [EMAIL, "a.b+c@mail.example.co.uk", "زهرة@مثال.إختبار", "o'neil_1@x.y"])
def test_an_email_address_is_kept_as_people_write_it(keep, email):
    assert email == keep({**DETAILS, "phone": PHONE, "email": email})["email"]


@pytest.mark.parametrize(
    "email", ["", "robin", "robin@", "@example.org", "robin@example", "a b@example.org", "a@b@c.d"]
)
def test_what_cannot_be_written_to_is_no_email_address(wrong, email):
    assert {"email"} == wrong({**DETAILS, "phone": PHONE, "email": email})


def test_whoever_leaves_details_says_how_they_can_be_reached_and_who_may_know(wrong):
    assert {"route", "consent"} == wrong({"contact": "details"})


@pytest.mark.parametrize(("route", "asked"), [("phone", "phone"), ("email", "email"), ("other", "route_other")])
def test_a_way_to_reach_a_reporter_needs_its_details(wrong, route, asked):
    assert {asked} == wrong({**DETAILS, "route": [route]})


@pytest.mark.parametrize("contact", ["anonymous", "receipt"])
def test_an_anonymous_reporter_needs_none(wrong, contact):
    assert set() == wrong({"contact": contact})
