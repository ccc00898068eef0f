"""The tile map: 49 tiles, each with its words, whatever is counted."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.areas import Area, State, tiles
from pentameter.look.charts.tile_map import TileMap
from tests.look import samples
from tests.look.charts import any as some
from tests.look.charts.drawing import read

area_lists = st.lists(
    st.builds(Area, st.sampled_from([tile.area for tile in tiles()]), st.sampled_from(State), some.counts),
    unique_by=lambda area: area.name,
)


@settings(max_examples=25, deadline=None)
@given(area_lists, some.widths)
def test_any_counts(areas: list[Area], width: float) -> None:
    some.sound(TileMap(title="Reports", areas=tuple(areas), **some.GIVEN), width)


def test_every_tile_is_said() -> None:
    drawing = read(samples.tile_map().svg())
    said = [word.text for word in drawing.words()]
    assert {tile.label for tile in tiles()} <= set(said)
    assert len(drawing.titles()) == 49
    assert said.count("nil") == 3


def test_tiles_with_reports_open_them() -> None:
    shown = samples.tile_map()
    assert len(read(shown.svg()).links()) == sum(1 for area in shown.areas if area.href)


def test_the_table_has_all_areas_and_the_sum_of_the_map() -> None:
    shown = samples.tile_map()
    rows = shown.table().rows
    numbers = [int(value.replace(",", "")) for _, value in rows if value[0].isdigit()]
    assert len(rows) == 49
    assert sum(numbers) == sum(area.count or 0 for area in shown.areas)


def test_the_legend_names_only_what_occurs() -> None:
    areas = (Area("Durham", State.COUNT, 4),)
    words = {word.text for word in read(TileMap(title="Reports", areas=areas, **some.GIVEN).svg()).words()}
    assert "no return" in words
    assert "withheld" not in words
