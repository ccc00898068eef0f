"""The flow chart of routes."""

from uuid import UUID
from xml.etree import ElementTree

from entities.network.networks import DAY
from pentameter.entities.network.flow_drawing import NOWHERE, FlowChart
from pentameter.entities.network.routes import Flow


def _flow(source: str, *through: str, area: str = "Durham", count: int = 1, said: bool = True) -> Flow:
    return Flow(source, through, area, said, tuple(UUID(int=n) for n in range(count)))


def _chart(*flows: Flow) -> FlowChart:
    return FlowChart(title="Routes", source="reports.", as_of=DAY, flows=flows)


def test_bands_are_as_thick_as_reports_are_many_and_all_end_in_the_last_column() -> None:
    svg = ElementTree.fromstring(str(_chart(_flow("RO", "FR", count=8), _flow("AL", count=2)).svg()))
    bands = [one for one in svg.iter() if one.tag.endswith("path")]
    assert sorted(float(one.attrib["stroke-width"]) for one in bands) == [72.0, 288.0, 288.0]
    ends = {one.attrib["d"].rpartition(" ")[2].partition(",")[0] for one in bands}
    assert len(ends) == 2


def test_what_is_under_the_pointer_is_told_in_words() -> None:
    drawn = str(_chart(_flow("RO", "FR", area="", count=2)).svg())
    assert "Romania to France: 2 reports" in drawn
    assert f"France to {NOWHERE}: 2 reports" in drawn


def test_the_table_says_what_is_said_and_what_is_inferred() -> None:
    rows = _chart(_flow("RO", "FR", "BE"), _flow("AL"), _flow("VN", said=False)).table().rows
    assert rows == (
        ("Romania", "France, then Belgium", "Durham", "1", "said by reports"),
        ("Albania", "directly", "Durham", "1", "said by reports"),
        ("Vietnam", "not known", "Durham", "1", "inferred from nationality"),
    )


def test_many_ways_are_all_in_the_table_and_the_largest_are_drawn() -> None:
    flows = [_flow("RO", area=f"Area {n}") for n in range(60)]
    chart = _chart(*flows)
    assert len(chart.table().rows) == 60
    assert str(chart.svg()).count("<path") == chart.drawn


def test_nothing_to_draw_is_said() -> None:
    assert "Nothing to draw." in str(_chart().svg())
