import pytest

from pentameter.config.demo.senders import Format
from pentameter.config.demo.shipments import Fate, Line, Shipment


@pytest.mark.parametrize(("form", "first"), [(Format.CSV, 2), (Format.XLSX, 2), (Format.NRM_JSON, 1)])
def test_rows_are_numbered_as_the_senders_program_does(form: Format, first: int) -> None:
    made = Shipment("a/b", "durham", "reports", 1, form, (Line({}), Line({}, Fate.QUARANTINED), Line({})))
    assert [number for number, _ in made.numbered()] == [first, first + 1, first + 2]
    assert made.count(Fate.ACCEPTED) == 2
    assert made.count(Fate.DUPLICATE) == 0
