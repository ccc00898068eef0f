"""The strip of who looked."""

import pytest

from cast import cleveland_sergeant
from operations import stage
from pentameter.operations import api, charts

pytestmark = pytest.mark.django_db


def test_each_agency_has_a_row_whose_table_says_the_same_in_words() -> None:
    wave = stage.wave()
    stage.joins(wave, "cleveland")
    stage.joins(wave, "durham", since=stage.SECOND)
    stage.files(wave, cleveland_sergeant(), stage.nil(stage.FIRST))
    grid = api.coverage(wave, stage.TODAY)
    assert grid is not None
    table = charts.strip(grid).table()
    assert [label for label, _ in table.columns] == ["Agency", "2007-10-01", "2007-10-08", "2007-10-15", "Last looked"]
    assert table.rows == (
        ("Cleveland", "looked, found nothing", "no return", "no return", "last looked 1 Oct"),
        ("Durham", "not taking part", "no return", "no return", "has not looked"),
    )
    assert charts.strip(grid).svg().count("not taking part") == 1, "said of Durham, and not explained as a look"
