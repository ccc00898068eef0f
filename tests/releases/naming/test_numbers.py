"""Numbers that lead to somebody are found however they are written; dates, roads and amounts are not."""

import pytest

from pentameter.releases.naming import numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("call 07700 900417", True),
        ("0 7 7 0 0 9 0 0 4 1 7", True),
        ("oh seven seven double oh nine double oh four one seven", True),
        ("+353 87 123 4567", True),
        ("087-123 4567", True),
        ("٠٧٧٠٠٩٠٠٤١٧", True),
        ("(0191) 498 0123", True),
        ("on 01/12/2026, 10 people", False),
        ("In 2007 and 2026", False),
        ("1,234,567,890 pounds", False),
        ("2026-12-01 10:30:00", False),
        ("call 0800 0121 700, or 116 123, or 999", False),
        ("for two or three of one to five", False),
    ],
)
def test_telephones(text: str, found: bool) -> None:
    assert numbers.has_telephone(text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DH1 3LE", True),
        ("in dh13le they", True),
        ("D H 1 3 L E", True),
        ("D02 X285", True),
        ("d02x285", True),
        ("SW1A 1AA", True),
        ("the A1 2nd exit", False),
        ("the A12 near the river", False),
        ("M25 for an hour", False),
        ("in 2 weeks at 9 am", False),
    ],
)
def test_postcodes(text: str, found: bool) -> None:
    assert numbers.has_postcode(text, numbers.one_by_one(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AB12 CDE", True),
        ("ab12cde", True),
        ("A123 BCD", True),
        ("ABC 123D", True),
        ("BIZ 1234", True),
        ("07-D-12345", True),
        ("07d12345", True),
        ("A B 1 2 C D E", True),
        ("the A12 and the M25 for", False),
        ("IN 2007 up 10 men on 11 December", False),
        ("BBC 2007", False),
    ],
)
def test_plates(text: str, found: bool) -> None:
    assert numbers.has_plate(text, numbers.one_by_one(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a.b@example.org", True),
        ("a.b (at) example dot org", True),
        ("a b at example dot org", True),
        ("a [at] b [dot] ie", True),
        ("look at site.com", False),
        ("we met at ten. The rest", False),
    ],
)
def test_emails(text: str, found: bool) -> None:
    assert numbers.has_email(text) is found
