"""Tables add up over their hierarchies, whatever groups are empty."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.releases.rules import adding_up
from pentameter.releases.rules.adding_up import Says, added_up, flat, nested, told_apart
from pentameter.releases.shelf.content import codes_of
from releases.scene import DAY, table

SAYS = Says("found", "Found", "people", "people", "returns.", DAY)


def test_parts_add_up_to_their_group_and_groups_to_all() -> None:
    made = table(3, 12, 40, 25, 31, 18)
    assert made.cells["All areas", "All sexes"] == 129
    assert made.cells["England", "All sexes"] == 80
    assert made.cells["England", "Female"] == 43
    assert made.cells["Durham", "All sexes"] == 15
    assert made.cells["Fife", "Male"] == made.cells["Scotland", "Male"] == 18


def test_an_empty_group_counts_nobody() -> None:
    made = added_up(SAYS, (flat("sex", "Sex", "All", ("Female", "Male")),), {("Female",): 4})
    assert made.values == (4, 4, 0)


def test_a_part_that_is_called_like_a_group_is_told_apart() -> None:
    assert told_apart("Scotland", ["Scotland"]) == "Scotland (agency)"
    areas = nested("area", "Area", "All areas", {"Scotland": ["Scotland", "Fife"]})
    assert codes_of(areas) == ("All areas", "Scotland", "Scotland (agency)", "Fife")
    assert [areas.depth(code) for code in codes_of(areas)] == [0, 1, 2, 2]


def test_what_nobody_could_read_is_not_made() -> None:
    many = [str(number) for number in range(adding_up.MOST_CELLS)]
    with pytest.raises(ValueError, match="cells"):
        added_up(SAYS, (flat("area", "Area", "All", many), flat("sex", "Sex", "All", ("F", "M"))), {})


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 400), min_size=6, max_size=6))
def test_every_total_is_the_sum_of_the_smallest_groups(counts: list[int]) -> None:
    made = table(*counts)
    slow: Counter[tuple[str, str]] = Counter()
    nation = {"Durham": "England", "Kent": "England", "Fife": "Scotland"}
    at = iter(counts)
    for force in ("Durham", "Kent", "Fife"):
        for sex in ("Female", "Male"):
            count = next(at)
            for area in (force, nation[force], "All areas"):
                for who in (sex, "All sexes"):
                    slow[area, who] += count
    assert {codes: count or 0 for codes, count in made.cells.items()} == {codes: slow[codes] for codes in made.cells}
