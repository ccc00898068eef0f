import csv
from pathlib import Path

import pytest

from pentameter.intelligence.intake.normalise import agencies

TILES = Path(__file__).resolve().parents[5] / "shared/data/force_tiles.csv"


@pytest.mark.parametrize(
    ("written", "area"),
    [
        ("Durham", "Durham"),
        ("DURHAM", "Durham"),
        ("durham constabulary", "Durham"),
        ("Avon & Somerset", "Avon and Somerset"),
        ("avon-and-somerset", "Avon and Somerset"),
        ("metropolitan", "Metropolitan Police"),
        ("Metropolitan Police Service", "Metropolitan Police"),
        ("Police Service of Northern Ireland", "PSNI"),
        ("strathclyde", "Police Scotland"),
        ("Lothian and Borders Police", "Police Scotland"),
        ("garda eastern", "Garda Eastern"),
        ("Garda North Western", "Garda North-Western"),
        ("Hampshire", "Hampshire and Isle of Wight"),
    ],
)
def test_areas(written: str, area: str) -> None:
    assert agencies.area(written) == area


@pytest.mark.parametrize("written", ["", "Atlantis", "garda", "btp"])
def test_what_is_no_area(written: str) -> None:
    assert agencies.area(written) is None


@pytest.mark.parametrize(
    ("agency", "area"),
    [("durham", "Durham"), ("fife", "Police Scotland"), ("garda", ""), ("btp", ""), ("a-charity", "")],
)
def test_an_agency_s_own_area(agency: str, area: str) -> None:
    assert agencies.own_area(agency) == area


@pytest.mark.parametrize(
    ("written", "agency", "same"),
    [
        ("durham", "durham", True),
        ("Durham Constabulary", "durham", True),
        ("An Garda Síochána", "garda", True),
        ("north yorkshire", "north-yorkshire", True),
        ("cleveland", "durham", False),
        ("A Charity", "a-charity", True),
    ],
)
def test_whether_a_name_is_the_agency_s(written: str, agency: str, same: bool) -> None:
    assert agencies.is_same(written, agency) is same


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("cleveland", "cleveland"),
        ("Durham Constabulary", "durham"),
        ("A Charity", "a-charity"),
        ("Who?", None),
        ("", None),
    ],
)
def test_short_names(written: str, name: str | None) -> None:
    assert agencies.short_name(written) == name


def test_there_are_49_areas_each_its_own() -> None:
    assert len(agencies.areas()) == len(set(agencies.areas())) == 49
    assert all(agencies.area(area) == area for area in agencies.areas())


@pytest.mark.skipif(not TILES.exists(), reason=f"the shared facts are not beside the project: {TILES}")
def test_the_areas_are_those_of_the_tile_map() -> None:
    with TILES.open(encoding="utf-8") as tiles:
        assert {row["area"] for row in csv.DictReader(tiles)} == set(agencies.areas())
