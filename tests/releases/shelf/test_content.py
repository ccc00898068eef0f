"""Tables know their cells, their totals and their depth."""

from releases.scene import content, table, withheld


def test_cells_are_found_by_their_codes() -> None:
    made = table()
    assert made.cells["Durham", "Female"] == 3
    assert made.dimensions[0].depth("Durham") == 2
    assert made.dimensions[0].total == "All areas"


def test_across_takes_everything_else_together() -> None:
    assert table().across("sex") == (("Female", 74), ("Male", 55))


def test_withheld_is_counted_and_is_not_nought() -> None:
    made = content(withheld(table()))
    assert made.withheld == made.tables[0].withheld == 4
    assert None in made.tables[0].values
    assert made.table("found") == made.tables[0]
    assert made.table("nothing") is None
