"""The receipt finds typing mistakes, takes digits of any script, and always stands for the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.report.receipt import LENGTH, NotAReceipt, derive, grouped, issue, read

RECEIPTS = st.binary(min_size=16, max_size=32).map(issue)
ZEROS = [char for char in map(chr, range(0x110000)) if unicodedata.decimal(char, None) == 0]


@given(receipt=RECEIPTS)
def test_a_receipt_is_20_digits_that_are_read_back(receipt):
    assert LENGTH == len(receipt)
    assert receipt.isascii()
    assert receipt.isdigit()
    assert receipt == read(receipt)


@given(receipt=RECEIPTS)
def test_every_single_wrong_digit_is_found(receipt):
    for place in range(LENGTH):
        for digit in set("0123456789") - {receipt[place]}:
            with pytest.raises(NotAReceipt):
                read(receipt[:place] + digit + receipt[place + 1 :])


@given(receipt=RECEIPTS)
def test_every_swap_of_two_neighbours_is_found(receipt):
    for place in range(LENGTH - 1):
        one, two = receipt[place : place + 2]
        if one != two:
            with pytest.raises(NotAReceipt):
                read(receipt[:place] + two + one + receipt[place + 2 :])


@given(receipt=RECEIPTS)
def test_a_digit_too_few_or_too_many_is_found(receipt):
    # A zero in front would not change the check digit.
    for typed in (receipt[:-1], receipt[1:], "0" + receipt, receipt + "0", receipt * 2):
        with pytest.raises(NotAReceipt):
            read(typed)


@pytest.mark.parametrize("typed", ["", " ", "receipt", "½" * 20, "一" * 20])
def test_what_has_no_digits_is_no_receipt(typed):
    with pytest.raises(NotAReceipt):
        read(typed)


@given(receipt=RECEIPTS, zero=st.sampled_from(ZEROS))
def test_the_digits_of_every_script_are_read(receipt, zero):
    assert receipt == read("".join(chr(ord(zero) + int(digit)) for digit in receipt))


@given(receipt=RECEIPTS, gap=st.sampled_from([" ", "\u00a0", "-", "–", "\t", "\r\n", " - ", "\u2067", "\u200f"]))
def test_spaces_and_hyphens_do_not_matter(receipt, gap):
    assert receipt == read(gap.join(["", *receipt, ""]))


@given(receipt=RECEIPTS)
def test_a_receipt_is_shown_in_five_groups_of_four(receipt):
    assert [4] * 5 == [len(group) for group in grouped(receipt).split(" ")]
    assert receipt == read(grouped(receipt))


def test_other_randomness_gives_another_receipt():
    assert 500 == len({issue(number.to_bytes(16)) for number in range(500)})


# A change of any of these would cost every reporter their mailbox: the receipts out there stay as they are.
def test_a_receipt_always_follows_from_its_randomness():
    assert "72440940952366730706" == issue(b"sixteen bytes....")


def test_what_a_receipt_stands_for_never_changes():
    # Its cost is a part of this: a cheaper derivation would give other values.
    derived = derive("72440940952366730706")

    assert "350dbdd4d0b7c75805aa9b72eb42d29d" == derived.report_id
    assert "bd5c167e4adc65ef9673694fd2f323eb" == derived.locator
    assert "6b5995c292965ae9c0905ab7c3ed5739f3cf103dac92072933f1ca13ee94a51e" == derived.reply_seed.hex()
    assert "d7638ace1d562c7bd71973707fccee2a60bdfa09b60c577152cf8b6d77364398" == derived.content_key.hex()


def test_nothing_that_a_receipt_stands_for_shows_another_part_or_the_receipt():
    receipt = "72440940952366730706"
    derived = derive(receipt)
    values = [derived.report_id, derived.locator, derived.reply_seed.hex(), derived.content_key.hex()]

    assert 4 == len({value[:32] for value in values})
    assert not [value for value in values if receipt in value or receipt.encode().hex() in value]


def test_another_receipt_stands_for_something_else():
    one, two = derive("72440940952366730706"), derive(issue(b"other randomness"))

    assert {one.report_id, one.locator}.isdisjoint({two.report_id, two.locator})
    assert one.reply_seed != two.reply_seed
    assert one.content_key != two.content_key
