"""Telephone numbers, e-mail addresses, postcodes and number plates in a text: each of them can lead to somebody.

They are found by their form, whether or not they are in use. Freephone and emergency numbers lead to nobody but those
who answer them, and pass.
"""

import re
import unicodedata
from collections.abc import Iterable

_FIGURE_WORDS = (
    "zero=0 oh=0 o=0 nought=0 nil=0 one=1 won=1 two=2 to=2 too=2 three=3 four=4 for=4 five=5 six=6 seven=7 eight=8 "
    "nine=9"
)
_WORDS = dict(pair.split("=") for pair in _FIGURE_WORDS.split())
_TWICE = {"double": 2, "treble": 3, "triple": 3}
_DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)")
_FIGURES = re.compile(r"(?<![\d.,£€$])\+?\(?\d(?:[ .\-()/·•*_~\u00a0\u2010-\u2014]{0,3}\d){7,16}(?!\d)")
_TELEPHONE = re.compile(r"(?:\+|00)\d{8,15}|0\d{8,10}|[127]\d{9}|8[35679]\d{7}")
_FREE = re.compile(r"(?:\+44|0044)?0?80[08]\d{6,7}|(?:\+353|00353)?1800\d{6}|(?:\+44|\+353)?116\d{3}")
_MAIL = re.compile(r"[\w.+\-]{1,64}\s?@\s?[\w\-]{1,64}(?:\s?\.\s?[\w\-]{2,63}){1,5}")
_MAIL_IN_WORDS = re.compile(
    r"[\w.+\-]{1,64}\s*(?:[\[({<]\s*(?:at|@)\s*[\])}>]|\sat\s)\s*[\w\-]{1,64}\s*(?:[\[({<]\s*(?:dot|\.)\s*[\])}>]|\sdot\s)\s*\w{2,63}",
    re.I,
)
_AREAS = (
    "AB|AL|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|"
    "FK|FY|GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|"
    "NR|NW|N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|"
    "WA|WC|WD|WF|WN|WR|WS|WV|W|YO|ZE"
)
_POSTCODE = re.compile(
    rf"(?<![A-Z\d])(?:GIR[ .\-]*0AA|(?:{_AREAS})\d[A-Z\d]?[ .\-\u00a0]{{0,3}}\d[ABD-HJLNP-UW-Z]{{2}})(?![A-Z\d])",
    re.I,
)
_EIRCODE = re.compile(r"(?<![A-Za-z\d])([AC-FHKNPRTV-Y]\d[\dW])[ .\-]{0,2}([\dAC-FHKNPRTV-Y]{4})(?![A-Za-z\d])", re.I)
_COUNTIES = "CE|CN|CW|DL|KE|KK|KY|LD|LH|LK|LM|LS|MH|MN|MO|OY|RN|SO|TN|TS|TW|WD|WH|WW|WX|C|D|G|L|T|W"
_PLATES = (
    re.compile(r"(?<![A-Za-z\d])[A-Z]{2}\d{2}[ .\-]?[A-Z]{3}(?![A-Za-z\d])", re.I),
    re.compile(r"(?<![A-Za-z\d])[A-Z]\d{1,3}[ .\-]?[A-Z]{3}(?![A-Za-z\d])"),
    re.compile(r"(?<![A-Za-z\d])[A-Z]{3}[ .\-]?\d{1,3}[A-Z](?![A-Za-z\d])"),
    re.compile(r"(?<![A-Za-z\d])(?:[a-z]\d{2,3}[a-z]{3}|[a-z]{3}\d{1,3}[a-z])(?![A-Za-z\d])", re.I),
    re.compile(r"(?<![A-Za-z\d])(?=[A-Z]*[IZ])(?![A-Z]{2} (?:19|20)\d\d)[A-Z]{2,3}[ .\-]?\d{3,4}(?![A-Za-z\d])"),
    re.compile(rf"(?<![A-Za-z\d])\d{{2,3}}[ \-](?:{_COUNTIES})[ \-]\d{{1,6}}(?![A-Za-z\d])"),
    re.compile(rf"(?<![A-Za-z\d])\d{{2,3}}-?(?:{_COUNTIES})-?\d{{1,6}}(?![A-Za-z\d])", re.I),
)


def has_telephone(text: str) -> bool:
    """Whether a telephone number stands in it, in figures or in words."""
    return any(_is_telephone(one[0]) for said in (text, _in_figures(text)) for one in _FIGURES.finditer(_undated(said)))


def has_email(text: str) -> bool:
    """Whether an e-mail address stands in it, also as "name (at) site dot org"."""
    return bool(_MAIL.search(text) or _MAIL_IN_WORDS.search(text))


def has_postcode(text: str, runs: Iterable[str] = ()) -> bool:
    """Whether a whole postcode or an Eircode stands in it. `runs`: what was written sign by sign."""
    return any(_POSTCODE.search(one) or any(map(_is_eircode, _EIRCODE.finditer(one))) for one in (text, *runs))


def has_plate(text: str, runs: Iterable[str] = ()) -> bool:
    """Whether a number plate of the United Kingdom or Ireland stands in it."""
    return any(plate.search(one) for one in (text, *runs) for plate in _PLATES)


def one_by_one(text: str) -> frozenset[str]:
    """Letters and figures that were written one by one, put together: "D H 1 3 L E"."""
    runs = re.findall(r"(?<!\w)(?:\w[\W_]{1,3}){4,}\w(?!\w)", text)
    return frozenset(re.sub(r"[\W_]", "", one) for one in runs)


def _is_telephone(text: str) -> bool:
    number = "".join(one for one in text if one.isdigit() or one == "+")
    number = number.replace("+440", "+44").replace("+3530", "+353")
    return bool(_TELEPHONE.fullmatch(number)) and not _FREE.fullmatch(number)


def _is_eircode(found: re.Match[str]) -> bool:
    """Its second half has a figure, or all of it stands in capitals: "A12 near" is a road."""
    return any(one.isdigit() for one in found[2]) or found[0].isupper()


def _undated(text: str) -> str:
    plain = "".join(str(unicodedata.digit(one)) if one.isdigit() and not one.isascii() else one for one in text)
    return _DATE.sub(" | ", plain)


def _in_figures(text: str) -> str:
    """Words for figures as figures: "oh seven double seven" is "0 7 77"."""
    said, times = [], 1
    for word in re.split(r"\s+|(?<=[a-z])[\-,](?=[a-z\s])", text.lower()):
        if word in _TWICE:
            times = _TWICE[word]
            continue
        said.append(_WORDS.get(word, word) * (times if word in _WORDS or word.isdigit() else 1))
        times = 1
    return " ".join(said)
