"""No limit refuses honest reporters."""

import pytest
from limits import parse

from portal.limits import rules

RULES = {name: rule for name, rule in vars(rules).items() if name.isupper()}
PEOPLE_BEHIND_ONE_ADDRESS = 30


def test_both_acts_of_the_form_have_a_limit():
    assert {"SEND", "CHECK"} <= set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_a_limit_is_understood_and_leaves_room_for_many_behind_one_address(name):
    rule = parse(RULES[name])

    assert PEOPLE_BEHIND_ONE_ADDRESS <= rule.amount
    # Longer than a day could not be counted: the keys are thrown away.
    assert rule.get_expiry() <= 24 * 60 * 60


def test_checking_may_take_many_tries_for_each_report():
    check, send = parse(rules.CHECK), parse(rules.SEND)

    assert 5 <= (check.amount / check.get_expiry()) / (send.amount / send.get_expiry())
