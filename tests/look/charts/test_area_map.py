"""The area map: all outlines, small, with its caveat."""

from hypothesis import given, settings

from pentameter.look.charts.area_map import AreaMap
from pentameter.look.charts.areas import Area
from tests.look import samples
from tests.look.charts import any as some
from tests.look.charts.drawing import read
from tests.look.charts.test_tile_map import area_lists


@settings(max_examples=10, deadline=None)
@given(area_lists, some.widths)
def test_any_counts(areas: list[Area], width: float) -> None:
    some.sound(AreaMap(title="Reports", areas=tuple(areas), **some.GIVEN), width)


def test_every_area_has_its_outline_and_its_words() -> None:
    drawing = read(samples.area_map().svg())
    outlines = [e for e in drawing.root.iter() if e.tag.endswith("path")]
    assert len(outlines) == 49
    assert all(e.attrib["d"].startswith("M") and e.attrib["d"].endswith("z") for e in outlines)
    assert len(drawing.titles()) == 49


def test_it_stays_small() -> None:
    assert len(samples.area_map().on_page().encode()) < 60_000


def test_it_says_what_it_is_not() -> None:
    assert "four Garda regions are approximate" in samples.area_map().note
    assert "display only" in samples.area_map().file()
