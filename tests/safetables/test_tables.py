"""Tables: what adds up to what, and what is wrong is named."""

import numpy as np
import pytest
from tiny import flat, nested, table

from safetables import BadInput, Dimension, Table
from safetables.dimensions import dimension_of
from safetables.tables import additions, named


def test_codes_come_after_what_they_are_part_of() -> None:
    area = Dimension.from_pairs("area", [("n1", "north"), ("all", ""), ("north", "all"), ("south", "all")])
    assert area.codes == ("all", "north", "n1", "south")
    assert area.parents == (-1, 0, 1, 0)
    assert Dimension.from_pairs("area", area.to_pairs()) == area
    assert nested().families == ((0, (1, 4)), (1, (2, 3)), (4, (5, 6)))


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        ([("a", "b"), ("b", "a")], "exactly one code is the total"),
        ([("t", ""), ("u", "")], "these are: 't', 'u'"),
        ([("t", ""), ("a", "x")], "'a' is a part of 'x', which has no row"),
        ([("t", ""), ("a", "t"), ("a", "b"), ("b", "t")], "'a' is a part of 't' and of 'b'"),
        ([("t", ""), ("a", "b"), ("b", "a")], "'a' is, by way of others, a part of itself"),
        ([("t", ""), ("", "t")], "a code is blank"),
    ],
)
def test_a_hierarchy_that_is_none_is_said(pairs: list[tuple[str, str]], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        Dimension.from_pairs("area", pairs)


def test_the_total_of_a_column_is_known_by_its_name() -> None:
    assert dimension_of("sex", ["F", "ALL", "M"]).codes == ("ALL", "F", "M")
    assert dimension_of("sex", ["F", "M"]).codes == ("Total", "F", "M")


def test_every_relation_holds_in_a_table() -> None:
    whole = table((nested(), *flat(2, 3)[1:]), list(range(12)))
    assert whole.relations.shape == (3 * 4 + 7, 28)
    assert not (whole.relations @ whole.values.ravel()).any()
    assert whole.value(("north", "b1")) == 1 + 4
    assert int(whole.inner.sum()) == 12
    assert additions([Dimension.flat("x", [])]).shape == (0, 1)


def test_totals_that_are_given_have_to_add_up() -> None:
    cells = {("a0",): 3, ("a1",): 4, ("Total",): 8}
    with pytest.raises(BadInput, match="the total is given as 8, its parts add up to 7"):
        Table.of(flat(2), cells)
    assert Table.of(flat(2), {**cells, ("Total",): 7}).computed == 0
    assert Table.of(flat(2), {("a0",): 3, ("a1",): 4}).computed == 1


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({("a0",): 3}, "no count for a a1"),
        ({("a0",): -1, ("a1",): 2}, "a0: -1 is negative"),
        ({("a0",): 1.5, ("a1",): 2}, "1.5 is not whole"),
        ({("a0",): float("nan"), ("a1",): 2}, "is not a number"),
        ({("a0",): float("inf"), ("a1",): 2}, "beyond what can be counted"),
        ({("a9",): 3}, "'a9' is no code of dimension 'a'"),
        ({("a0", "b0"): 3}, "has 2 codes where the table has 1"),
    ],
)
def test_a_cell_that_is_wrong_is_named(cells: dict[tuple[str, ...], float], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        Table.of(flat(2), cells)


def test_what_is_missing_counts_nobody_only_if_that_is_said() -> None:
    whole = Table.of(flat(2), {("a0",): 3}, missing=0.0)
    assert whole.values.tolist() == [3, 3, 0]


def test_dimensions_are_needed_and_unlike_and_not_endless() -> None:
    with pytest.raises(BadInput, match="at least one dimension"):
        Table.of([], {})
    with pytest.raises(BadInput, match="Two dimensions"):
        Table.of([*flat(2), *flat(3)], {})
    with pytest.raises(BadInput, match="at most"):
        Table.of([Dimension.flat(name, map(str, range(2000))) for name in "xy"], {})


def test_cells_have_names() -> None:
    assert named(flat(2, 2), ("a0", "Total")) == "a a0"
    assert named(flat(2, 2), ("Total", "Total")) == "the total"
    assert np.array_equal(table(flat(2), [1, 2]).values, [3, 1, 2])
