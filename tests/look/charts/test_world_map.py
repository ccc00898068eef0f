"""The world: every country has a place, ways stay on the drawing, and what has no place is in the table alone."""

import pytest

from pentameter.intelligence.intake.normalise.tables import rows as table
from pentameter.look.charts.chart import NARROW, Width
from pentameter.look.charts.world_map import WorldMap, WorldWay, land, places
from tests.look.charts import any as some
from tests.look.charts.drawing import read

COLUMNS = (("From", ""), ("To", ""))


def drawn(*ways: WorldWay) -> WorldMap:
    names = {code: code for code in places()}
    rows = tuple((way.stops[0], way.stops[-1]) for way in ways)
    return WorldMap(title="W", ways=ways, names=names, rows=rows, columns=COLUMNS, **some.GIVEN)


def test_every_country_that_the_intake_knows_has_a_place_on_earth() -> None:
    known = {row["alpha2"] for row in table("countries.csv")}
    assert known <= places().keys()
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in places().values())
    assert places()["GB"] == (-2.0, 54.0)


def test_rings_of_land_are_closed_and_cross_no_edge_of_the_map() -> None:
    assert len(land()) > 50
    assert all(ring[0] == ring[-1] for ring in land())
    assert all(abs(ring[i][0] - ring[i - 1][0]) < 60 for ring in land() for i in range(1, len(ring)))


@pytest.mark.parametrize("width", [float(NARROW), float(Width.FULL)])
@pytest.mark.parametrize("stops", [("RO", "GB"), ("CN", "RU", "IE"), ("NZ", "AR", "GB"), ("GB", "GB")], ids=str)
def test_any_way_is_sound(width: float, stops: tuple[str, ...]) -> None:
    some.sound(drawn(WorldWay(stops, 7, "a way")), width)


def test_thick_bands_are_many_reports() -> None:
    chart = drawn(WorldWay(("RO", "GB"), 40, "many"), WorldWay(("AL", "GB"), 10, "few"))
    bands = [e for e in read(chart.svg()).root.iter() if e.attrib.get("stroke-opacity") == "0.5"]
    many, few = (float(one.attrib["stroke-width"]) for one in bands)
    assert abs(many - 2 * few) < 0.2  # by area of the band's end: four times as many are twice as thick


def test_a_country_without_a_place_is_in_the_table_alone() -> None:
    chart = drawn(WorldWay(("XX", "GB"), 7, "from nowhere"))
    assert "from nowhere" not in chart.svg()
    assert "Nothing to draw." in chart.svg()
    assert chart.table().rows == (("XX", "GB"),)
