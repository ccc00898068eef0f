"""Which counts are sensitive, and how far from the truth an attacker has to be kept."""

import numpy as np
import pytest
from tiny import flat, table

from safetables import BadInput, Protection, Rules, Table, Zeros
from safetables.rules import needs, needs_of_counts

COUNTS = np.array([0.0, 1.0, 4.0, 5.0, 90.0])


@pytest.mark.parametrize(
    ("rules", "places", "low", "high", "width"),
    [
        (Rules(5), [1, 2], [1, 1], [5, 5], [0, 0]),
        (Rules(5, zeros=Zeros.USABLE), [1, 2], [0, 0], [5, 5], [0, 0]),
        (Rules(5, zeros=Zeros.HIDDEN), [0, 1, 2], [0, 0, 0], [5, 5, 5], [0, 0, 0]),
        (Rules(5, protection=Protection.share(0.5)), [1, 2], [1, 2], [2, 6], [0, 0]),
        (Rules(5, protection=Protection.width(3)), [1, 2], [1, 4], [1, 4], [3, 3]),
    ],
    ids=["shown", "usable", "hidden", "share", "width"],
)
def test_small_counts(rules: Rules, places: list[int], low: list[int], high: list[int], width: list[int]) -> None:
    found = needs_of_counts(COUNTS, rules)
    assert (found.places.tolist(), found.low.tolist()) == (places, low)
    assert (found.high.tolist(), found.width.tolist()) == (high, width)


def _sums(largest: tuple[float, ...], value: float) -> Table:
    dimensions = flat(2)
    shares = {("a0",): largest, ("a1",): (400.0, 390.0, 380.0), ("Total",): (400.0, 390.0, 380.0)}
    return Table.of(dimensions, {("a0",): value, ("a1",): 2000.0}, whole=False, contributions=shares)


@pytest.mark.parametrize(
    ("rules", "largest", "value", "level"),
    [
        (Rules(p_percent=10), (90.0, 6.0), 100.0, 5.0),  # 9 wanted, 4 are there
        (Rules(p_percent=10), (50.0, 6.0), 100.0, None),
        (Rules(dominance=(1, 80.0)), (90.0, 6.0), 100.0, 12.5),  # 90 / 0.8 - 100
        (Rules(dominance=(1, 80.0)), (80.0, 6.0), 100.0, None),
        (Rules(dominance=(2, 95.0)), (90.0, 6.0), 100.0, 96 / 0.95 - 100),
    ],
    ids=["p", "no p", "dominance", "no dominance", "two"],
)
def test_dominated_sums(rules: Rules, largest: tuple[float, ...], value: float, level: float | None) -> None:
    """Levels by Hundepool et al. 2012."""
    found = needs(_sums(largest, value), rules)
    if level is None:
        assert not len(found)
        return
    assert found.places.tolist() == [1]
    assert found.high[0] == pytest.approx(value + level)
    assert found.low[0] == pytest.approx(value - level)


def test_a_table_of_sums_needs_a_rule_for_sums_and_its_contributions() -> None:
    with pytest.raises(BadInput, match="dominance or p %"):
        needs(_sums((90.0, 6.0), 100.0), Rules())
    bare = Table.of(flat(2), {("a0",): 1.5, ("a1",): 2.5}, whole=False)
    with pytest.raises(BadInput, match="largest contributions"):
        needs(bare, Rules(p_percent=10))


@pytest.mark.parametrize(
    "wrong",
    [
        {"threshold": 1},
        {"threshold": True},
        {"dominance": (0, 50.0)},
        {"dominance": (1, 100.0)},
        {"p_percent": 0.0},
    ],
    ids=["threshold", "truth", "n", "k", "p"],
)
def test_rules_that_are_none(wrong: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        Rules(**wrong)


def test_protection_that_is_none() -> None:
    with pytest.raises(BadInput):
        Protection.share(0)
    with pytest.raises(BadInput):
        Protection.width(0)
    assert str(Protection.share(0.3)) == "share 0.3"
    assert len(needs(table(flat(2), [3, 30]), Rules())) == 1
