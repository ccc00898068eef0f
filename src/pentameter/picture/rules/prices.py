"""Advertised prices: how many, the middle one, and the range. Currencies are never put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pentameter.intelligence.api import Prices


@dataclass(frozen=True, slots=True)
class PriceLine:
    """The prices of one currency, in that currency. `currency` is empty where none was given."""

    currency: str
    count: int
    low: Decimal
    median: Decimal
    high: Decimal


def price_line(prices: Prices) -> PriceLine:
    """Number, lowest, median and highest of the prices of a currency (at least one)."""
    return PriceLine(
        currency=prices.currency,
        count=sum(count for _, count in prices.prices),
        low=prices.prices[0][0],
        median=median(prices.prices),
        high=prices.prices[-1][0],
    )


def median(prices: Sequence[tuple[Decimal, int]]) -> Decimal:
    """The middle price, or halfway between the two in the middle. `prices` ascend, each with how often it occurs."""
    total = sum(count for _, count in prices)
    return (_at(prices, (total - 1) // 2) + _at(prices, total // 2)) / 2


def _at(prices: Sequence[tuple[Decimal, int]], position: int) -> Decimal:
    for price, count in prices:
        if position < count:
            return price
        position -= count
    raise ValueError("There is no price at this position.")
