"""A table laid out for reading."""

from dataclasses import replace

from pentameter.releases.rules.adding_up import Says, added_up, flat
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
