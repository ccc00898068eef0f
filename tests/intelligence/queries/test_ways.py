"""Ways, counted for each reader. That they are those of a recount is tested with the services that keep them."""

from datetime import date

import pytest

import cast
from intelligence import ground, many
from pentameter.intelligence.models import Report
from pentameter.intelligence.queries.reports import Filter
from pentameter.intelligence.queries.ways import CountedWay, nationalities, ways_counted
from pentameter.kernel.actor import SYSTEM


def test_the_nationalities_are_those_of_victims_each_once() -> None:
    mentioned = [
        {"role": "victim", "nationality": "MD"},
        {"role": "possible_victim", "nationality": "LT"},
        {"role": "victim", "nationality": "LT"},
        {"role": "victim"},
        {"role": "suspect", "nationality": "GB"},
        {"number": "+447700900417"},
    ]
    assert nationalities(mentioned) == ("LT", "MD")


@pytest.mark.django_db
def test_each_reader_is_told_of_what_they_may_read(django_assert_num_queries) -> None:
    many.seeded_agencies()
    wave_id = ground.wave()
    many.fill(wave_id, 300, first=date(2007, 10, 1))
    for reader in (cast.durham_constable(), cast.garda(), cast.prosecutor()):
        mine = many.readable_by(reader)
        with django_assert_num_queries(1):
            found = ways_counted(reader, Filter(wave=wave_id), everything=False)
        assert found is not None
        assert sum(one.reports for one in found) == len(mine)
        assert {one.area for one in found} == {one.area for one in mine}
    everything = ways_counted(SYSTEM, Filter(wave=wave_id), everything=True)
    assert everything is not None
    assert sum(one.reports for one in everything) == Report.objects.count()


@pytest.mark.django_db
def test_a_filter_narrows_them_and_a_week_cannot() -> None:
    wave_id = ground.wave()
    ground.sent(ground.csv_of([ground.good(1, route="LT; GB"), ground.good(2, theme="forced_labour")]), wave_id)
    reader = cast.durham_constable()
    found = ways_counted(reader, Filter(wave=wave_id, theme="sexual_exploitation"), everything=False)
    assert found == (CountedWay(("LT", "GB"), (), "Durham", 1),)
    assert (
        ways_counted(reader, Filter(wave=wave_id, source_grade="2", theme="sexual_exploitation"), everything=False)
        == found
    )
    assert ways_counted(reader, Filter(wave=wave_id, source_grade="1"), everything=False) == ()
    assert ways_counted(reader, Filter(wave=wave_id, week=date(2007, 10, 1)), everything=False) is None
