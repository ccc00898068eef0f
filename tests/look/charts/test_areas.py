"""Areas: all 49 are on both maps, and the three absences look different."""

import pytest

from pentameter.look.charts.areas import Area, State, class_breaks, complete, dressed, outlines, tiles
from pentameter.look.charts.canvas import Canvas


def test_both_maps_show_the_same_49_areas() -> None:
    assert len(tiles()) == 49
    assert {tile.area for tile in tiles()} == set(outlines())
    assert len({(tile.column, tile.row) for tile in tiles()}) == 49


def test_who_is_not_given_has_sent_no_return() -> None:
    assert complete([Area("Durham", State.COUNT, 3)])["Kent"].state is State.NO_RETURN


def test_an_area_that_is_not_on_the_map_is_refused() -> None:
    with pytest.raises(ValueError, match="Atlantis is not an area"):
        complete([Area("Atlantis", State.NIL)])


def test_an_area_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        complete([Area("Durham", State.NIL), Area("Durham", State.NIL)])


def test_no_two_states_look_alike() -> None:
    known = complete([Area("Durham", State.COUNT, 3)])
    canvas = Canvas(100, "t")
    shown = [Area("x", s, 3) for s in State] + [Area("x", State.COUNT, 0)]
    looks = {tuple(dressed(canvas, area, class_breaks(known)).items()) for area in shown}
    assert len(looks) == len(shown)


@pytest.mark.parametrize(
    ("area", "words"),
    [
        (Area("Durham", State.COUNT, 2018), "Durham: 2,018"),
        (Area("Cumbria", State.NIL), "Cumbria: nil return: looked, found nothing"),
        (Area("Norfolk"), "Norfolk: no return"),
        (Area("Kent", State.WITHHELD), "Kent: withheld"),
    ],
)
def test_an_area_in_words(area: Area, words: str) -> None:
    assert area.words() == words
