"""The agencies that an installation begins with."""

import csv
from pathlib import Path

import pytest

from pentameter.accounts import roster
from pentameter.kernel.actor import AgencySector, Jurisdiction

SHARED = Path(__file__).resolve().parents[3] / "shared"
ALL = {line.slug: line for line in roster.agencies(demonstration=True)}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the facts beside the project, ../shared, are not here")
def test_every_force_of_the_facts_is_there_with_its_marks() -> None:
    with (SHARED / "domain" / "forces.csv").open(encoding="utf-8") as file:
        facts = list(csv.DictReader(file))
    for row in facts:
        line = ALL[row["slug"]]
        assert (line.verification, line.source) == (row["verification"], row["source"])
        assert (line.area_code, line.numeric_code) == (row["ons_pfa_code"], row["home_office_numeric_code"])
        assert line.existed_in_2007 == (row["existed_2007"] == "yes")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the facts beside the project, ../shared, are not here")
def test_every_area_is_one_that_can_be_drawn() -> None:
    with (SHARED / "data" / "force_tiles.csv").open(encoding="utf-8") as file:
        drawn = {row["area"] for row in csv.DictReader(file)}
    held = {line.area for line in ALL.values() if line.area and line.current}
    assert held <= drawn
    assert drawn - held == {area for area in drawn if area.startswith("Garda ")}


def test_the_territorial_forces_of_2007_are_52() -> None:
    counted = [one for one in ALL.values() if one.kind == "territorial" and one.existed_in_2007]
    assert len(counted) == 52


def test_ireland_keeps_its_own_time() -> None:
    irish = {one.slug for one in ALL.values() if one.jurisdiction is Jurisdiction.IRELAND}
    assert irish == {one.slug for one in ALL.values() if one.time_zone == "Europe/Dublin"}
    assert {"garda", "an-cuan", "prosecution-ireland"} <= irish


def test_every_sector_has_its_agency() -> None:
    assert {one.sector for one in ALL.values() if one.current} == set(AgencySector)


def test_invented_agencies_come_only_with_a_demonstration() -> None:
    real = {one.slug for one in roster.agencies(demonstration=False)}
    assert set(ALL) - real == {"northern-support", "shoreline-refuge", "an-cuan"}
    assert all("invented" in ALL[slug].name for slug in set(ALL) - real)


def test_successors_are_agencies_or_words() -> None:
    lines = roster.successions()
    assert all(line.predecessor in ALL and (not line.successor or line.successor in ALL) for line in lines)
    assert ("soca", "nca") in {(line.predecessor, line.successor) for line in lines}
    assert all(line.to_confirm for line in lines)
    assert {line.predecessor for line in lines} == {s for s, one in ALL.items() if not one.current} | {"glaa"}
