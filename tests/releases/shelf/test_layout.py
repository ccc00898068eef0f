"""A table laid out for reading."""

from dataclasses import replace

from pentameter.releases.rules.adding_up import Says, added_up, flat
from pentameter.releases.shelf.content import Dimension
from pentameter.releases.shelf.layout import MOST_ACROSS, grid, said
from releases.scene import DAY, table, withheld


def test_the_last_dimension_goes_across_where_it_is_short() -> None:
    laid = grid(table())
    assert laid.heads == ("Nation and force",)
    assert laid.across == ("All sexes", "Female", "Male")
    assert [line.names[0] for line in laid.lines][:3] == ["All areas", "England", "Durham"]
    assert laid.lines[0].counts == (129, 74, 55)


def test_a_long_one_goes_down() -> None:
    weeks = flat("week", "Week", "All", [str(number) for number in range(MOST_ACROSS)])
    sexes = flat("sex", "Sex", "All sexes", ("F", "M"))
    counts = {("F", "0"): 3}
    laid = grid(added_up(Says("k", "T", "people found", "p", "s.", DAY), (sexes, weeks), counts))
    assert laid.heads == ("Sex", "Week")
    assert laid.across == ("People found",)
    assert len(laid.lines) == 3 * (MOST_ACROSS + 1)


def test_what_is_withheld_is_said_and_never_nought() -> None:
    rows = grid(withheld(table())).rows("[c]")
    assert ("Durham", "15", "[c]", "[c]") in rows
    assert said(1234) == "1,234"
    assert replace(table(), done="x").done == "x"


def test_what_is_a_part_stands_further_in_and_is_escaped() -> None:
    names = [row[0] for row in grid(table()).page_names]
    assert names[:3] == [
        '<span class="deep-0">All areas</span>',
        '<span class="deep-1">England</span>',
        '<span class="deep-2">Durham</span>',
    ]
    odd = replace(table(), dimensions=tuple(_renamed(one) for one in table().dimensions))
    assert "&lt;b&gt;" in str(grid(odd).page_names[0][0])


def _renamed(dimension: Dimension) -> Dimension:
    """A dimension whose total has a sign in its name that stands for something in HTML."""
    names = {one.code: f"<b>{one.code}" for one in dimension.codes}
    codes = tuple(replace(one, code=names[one.code], part_of=names.get(one.part_of, "")) for one in dimension.codes)
    return replace(dimension, codes=codes)
