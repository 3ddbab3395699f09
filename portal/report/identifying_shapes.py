"""What identifies by its shape alone, as patterns for folded text.

Every repetition is bounded and none holds another: no text can make a search slower than its length. Most begin with
a cheap look at the next characters, which is what most of a text costs.
"""

import re

from portal.report.identifying_words import AFTER_TIMES, BEFORE_HOURS, HOURS, any_of

# The part before the @ is found from its first character on, so no character is looked at for every one before it.
EMAIL = re.compile(r"(?<![\w.%+'-])[\w%+][\w.%+'-]{0,63}@[\w-][\w.-]{0,200}\.[^\W\d_]{2,24}(?![\w@])")

# Ranks are written before collar numbers: “PC 234567 a tall man” and “PC12 hit him” name an officer.
_RANKS = "PC|PS|DC|DS|DI|CI|NO"

# From the prefixes that HMRC gives out (National Insurance Manual, NIM39110). The last letter must be there.
INSURANCE = re.compile(
    rf"""(?<!\w)(?=[A-Z]{{2}}[ \d-])(?!(?:{_RANKS})[ ])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]
    [ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D](?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)

# Every postcode area, with Jersey, Guernsey and the Isle of Man. “The M1 2nd exit” and “E1 6ft tall” are none.
POSTCODE = re.compile(
    r"""(?<!\w)(?=[A-Z]{1,2}\d)(?:
    AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|
    G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|
    NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|
    W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE
    )(?:\d\d?|\d[A-Z])(?![ ]\d(?-i:st|nd|rd|th|ft|hr|yr))[ ]?\d[ABD-HJLNP-UW-Z]{2}(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)

# “SO15 was told”, “the A127 and”: units and roads look like the first half of a plate.
_NO_WORD = """(?!(?:
    all|and|any|are|but|can|day|for|get|got|had|has|her|let|man|may|men|met|new|not|now|off|one|our|out|per|put|ran|
    saw|say|see|she|the|too|two|was|way|who|you)(?!\\w))"""

# Since 2001, then 1983 to 2001, then Northern Ireland's. Older shapes are too much like other words and numbers.
PLATE = re.compile(
    rf"""(?<!\w)(?=[A-Za-z]{{1,3}}[ \d])(?!(?i:{_RANKS})\d\d[ ])(?:
      (?i:[A-HJ-PR-Y]{{2}}(?!00|01)\d\d{_NO_WORD}[A-HJ-PR-Z]{{3}})
    | [A-HJ-PR-Y]{{2}}(?!00|01)\d\d[ ](?i:{_NO_WORD})[A-HJ-PR-Z]{{3}}
    | [a-hj-pr-y]{{2}}(?!00|01)\d\d[ ]{_NO_WORD}[a-hj-pr-z]{{3}}
    | (?i:[A-HJ-NPR-TV-Y][1-9]\d\d?{_NO_WORD}[A-HJ-PR-Z]{{3}})
    | [A-HJ-NPR-TV-Y][1-9]\d\d[ ](?i:{_NO_WORD})[A-HJ-PR-Z]{{3}}
    | [A-Z](?:[A-HJ-PR-VWY]Z|I[ABJLW]|[JOUX]I)[ ]?(?!19|20)\d{{4}}
    )(?!\w)""",
    re.VERBOSE,
)

_AFTER_A_WORD = "|".join(rf"(?<=\b{re.escape(word)}[ ])" for word in BEFORE_HOURS)

# To the minute. “3pm” is left alone: so many people were about at three. 14.32 alone is an amount of money.
TIME = re.compile(
    rf"""(?=\d)(?:(?<![\w:])|(?<=\dT))(?:
      (?:[01]?\d|2[0-3]):[0-5]\d(?!\d|:\w)(?:[ ]?(?:{any_of(AFTER_TIMES)})(?!\w))?
    | (?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?!\d|:\w)
    | (?<![£$€¥.,])(?:0?[1-9]|1[0-2])\.[0-5]\d[ ]?(?:{any_of(AFTER_TIMES)})(?!\w)
    | (?:(?=0)|{_AFTER_A_WORD})(?:[01]\d|2[0-3])(?!00)[0-5]\d[ ]?(?:{any_of(HOURS)})(?!\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
