"""The middle price, against the standard library's."""

import statistics
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.api import Prices
from pentameter.picture.rules.prices import PriceLine, median, price_line

prices = st.lists(st.decimals("0.01", "99999999", places=2), min_size=1, max_size=60)


@given(prices)
def test_number_range_and_median(found: list[Decimal]) -> None:
    line = price_line(Prices("GBP", tuple(sorted(Counter(found).items()))))
    assert line == PriceLine("GBP", len(found), min(found), statistics.median(found), max(found))


def test_halfway_between_the_two_in_the_middle() -> None:
    assert median([(Decimal(40), 2), (Decimal(60), 2)]) == Decimal(50)
    assert median([(Decimal(40), 1), (Decimal("60.50"), 2)]) == Decimal("60.50")


def test_of_nothing_there_is_no_median() -> None:
    with pytest.raises(ValueError, match="no price"):
        median([])
