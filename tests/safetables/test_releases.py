"""Several releases of the same people: found, or made safe, or refused; never let through."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from tiny import flat, nested, table, true_bounds

from safetables import (
    About,
    BadInput,
    Dimension,
    Earlier,
    Published,
    Refusal,
    Relation,
    Rules,
    Table,
    attack,
    protect,
)
from safetables.published import suppressed

RULES = Rules(threshold=4)
RELEASES = 200


def _random(seed: int) -> Table:
    draws = np.random.default_rng(seed)
    dimensions = (flat(3), flat(2, 2), flat(2, 3), (nested(),))[seed % 4]
    many = int(np.prod([len(one.leaves) for one in dimensions]))
    return table(dimensions, draws.integers(0, 9, many).tolist())


def _inner(whole: Table) -> NDArray[np.int64]:
    return whole.values.ravel()[whole.inner].astype(int)


@pytest.mark.parametrize("seed", range(RELEASES // 2))
def test_a_second_release_leaves_every_small_count_its_interval_or_is_refused(seed: int) -> None:
    whole = _random(seed)
    first = protect(whole, Rules(threshold=3))
    try:
        second = protect(whole, RULES, earlier=Earlier(first.published, (whole,)))
    except Refusal as refusal:
        assert refusal.cells  # noqa: PT017 - what was published by a laxer rule cannot be called back
        assert not attack(first.published, RULES, truths=[whole]).safe
        return
    both = [*first.published, *second.published]
    assert attack(both, RULES, truths=[whole, whole]).safe
    if np.isfinite(min(float(one.high.ravel()[0]) for one in both)):  # else there is no end of tables
        low, high = true_bounds(both)
        small = (whole.values > 0) & (whole.values < RULES.threshold)
        assert (high[small] >= RULES.threshold).all()
        assert (low[small] <= whole.values[small]).all()


@pytest.mark.parametrize("seed", range(RELEASES // 2))
def test_a_small_change_between_two_days_is_found_or_made_safe(seed: int) -> None:
    """Made blindly, a change that both days print is found; made after the first, none is let through."""
    before = replace(_random(seed), about=About("first", as_at="2007-10-07"))
    grown = _inner(before) + np.random.default_rng(seed + 1000).integers(0, 3, len(_inner(before)))
    after = replace(table(before.dimensions, grown.tolist()), about=About("second", as_at="2007-10-14"))
    first, blind = protect(before, RULES), protect(after, RULES)
    change = after.values - before.values
    printed = ~first.table.hidden & ~blind.table.hidden & (change > 0) & (change < RULES.threshold)
    found = attack([first.table, blind.table], RULES, truths=[before, after])
    assert sum("change" in one.bound.name for one in found.given_away) >= printed.sum()
    try:
        second = protect(after, RULES, earlier=Earlier(first.published, (before,)))
    except Refusal:
        return
    assert attack([first.table, second.table], RULES, truths=[before, after]).safe
    shown = ~first.table.hidden & ~second.table.hidden
    assert not (shown & (change > 0) & (change < RULES.threshold)).any()


def _shown(whole: Table, hidden: list[int]) -> Published:
    mask = np.isin(np.arange(whole.values.size), hidden)
    return suppressed(whole, mask, least=1.0)


def test_the_same_cell_of_two_tables_is_one_number() -> None:
    area = Dimension.flat("area", ["n", "s"])
    one = table((area, Dimension.flat("sex", "FM")), [3, 20, 30, 40])
    other = table((area,), [23, 70])
    hidden = [4, 5, 1, 2, 3, 6, 7, 8, 0]  # all of the first table
    found = attack([_shown(one, hidden), _shown(other, [])], Rules(threshold=10))
    assert found.by_name["area n, sex F"].high == 22


def test_nested_areas_of_another_table_are_tied_by_a_hierarchy() -> None:
    regions = table((Dimension.flat("area", ["north", "south"], "all"),), [23, 70])
    areas = table((Dimension.flat("area", ["n1", "n2", "s1", "s2"], "all"),), [20, 3, 40, 30])
    published = [_shown(regions, []), _shown(areas, [2, 3])]  # n2 and s1 are hidden
    assert attack(published, Rules(threshold=10)).safe
    found = attack(published, Rules(threshold=10), links=[nested()])
    assert [(one.bound.name, one.bound.high) for one in found.given_away] == [("area n2", 3.0), ("area s1", 40.0)]
    assert "area north (23)" in found.given_away[0].by


def test_overlapping_groups_are_further_relations() -> None:
    groups = table((Dimension.flat("group", ["children", "women", "neither"]),), [30, 50, 40])
    either = Relation(
        ((1.0, {"group": "children"}), (1.0, {"group": "women"}), (-1.0, {"group": "neither"})), 40.0, 42.0
    )
    found = attack([_shown(groups, [1, 2])], Rules(threshold=10), relations=[either])
    assert found.by_name["group children"].high == 79
    with pytest.raises(BadInput, match="names group nobody"):
        attack([_shown(groups, [1])], relations=[Relation(((1.0, {"group": "nobody"}),))])


def test_tables_that_contradict_each_other_are_named() -> None:
    one, other = table(flat(2), [20, 30]), table(flat(2), [20, 31])
    with pytest.raises(BadInput, match="the total is 50 in one table and 51 in"):
        attack([_shown(one, []), _shown(other, [])])


def test_counts_that_fall_contradict_growth_unless_they_may() -> None:
    days = [
        _shown(replace(table(flat(2), inner), about=About("a", as_at=day)), [])
        for day, inner in (("1", [20, 30]), ("2", [8, 30]))
    ]
    with pytest.raises(BadInput, match="contradict"):
        attack(days)
    assert attack(days, grows=False)
    assert attack(days, grows=None).safe
