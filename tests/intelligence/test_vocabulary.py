"""The words of intelligence: every scheme is whole."""

import pytest

from pentameter.intelligence.vocabulary import (
    HANDLING_CODES,
    INFORMATION_CODES,
    NEEDS_CONDITIONS,
    SOURCE_CODES,
    Indicator,
    Scheme,
)


@pytest.mark.parametrize(("scheme", "sizes"), [(Scheme.THREE_FIVE_TWO, (3, 5, 2)), (Scheme.FIVE_FIVE_FIVE, (5, 5, 5))])
def test_a_scheme_has_as_many_codes_as_its_name_says(scheme: Scheme, sizes: tuple[int, int, int]) -> None:
    assert tuple(len(codes[scheme]) for codes in (SOURCE_CODES, INFORMATION_CODES, HANDLING_CODES)) == sizes


def test_no_code_stands_for_two_things() -> None:
    """Codes of the two schemes never look alike, so that a grade without its scheme cannot be misread."""
    for codes in (SOURCE_CODES, INFORMATION_CODES, HANDLING_CODES):
        one, other = codes.values()
        assert not set(one) & set(other)


def test_codes_that_need_conditions_exist() -> None:
    assert all(needed <= set(HANDLING_CODES[scheme]) for scheme, needed in NEEDS_CONDITIONS.items())


def test_there_are_eleven_indicators() -> None:
    assert len(Indicator) == 11
