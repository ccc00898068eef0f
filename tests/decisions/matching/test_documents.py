"""Document numbers with slips."""

import pytest

from pentameter.decisions.matching.documents import Numbers, compare, number


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("DM1234567", "dm 123-4567", Numbers.SAME),
        ("DMO234567", "DM0234567", Numbers.SAME),
        ("DM1234567", "DM1234576", Numbers.A_SLIP),
        ("DM1234567", "DM123456", Numbers.A_SLIP),
        ("DM1234567", "DM1934568", Numbers.TWO_SLIPS),
        ("DM1234567", "DM7654321", Numbers.DIFFERENT),
        ("", "DM1234567", Numbers.UNKNOWN),
        ("1234", "1234", Numbers.UNKNOWN),
        ("XX00000", "XX00000", Numbers.UNKNOWN),
        ("1234567", "1234567", Numbers.UNKNOWN),
        ("unknown", "unknown", Numbers.UNKNOWN),
    ],
)
def test_two_numbers(one: str, other: str, expected: Numbers) -> None:
    assert compare(number(one), number(other)) is expected
    assert compare(number(other), number(one)) is expected
