"""Who remembers the last number that they saw misses no report, however it came in."""

from importlib import import_module

import pytest
from django.db import connection

import cast
from intelligence import ground
from pentameter.intelligence.models import DataKey, QuarantinedRow, Report
from pentameter.intelligence.queries.arrivals import arrivals, arrived
from pentameter.intelligence.services import mend_row, submit_report

pytestmark = pytest.mark.django_db


def numbers(agency: str = "durham", after: int = 0, limit: int = 100) -> list[int]:
    return [one.number for one in arrivals(agency, after=after, limit=limit)]


def test_every_way_in_counts_on() -> None:
    wave_id = ground.wave()
    cast.in_database(cast.cleveland_sergeant())
    ground.sent(ground.csv_of([ground.good(1), ground.bad(2), ground.good(3)]), wave_id)
    assert arrived() == {"durham": 2}
    row = QuarantinedRow.objects.get()
    mend_row(row_id=row.id, cells=ground.good(2), version=row.version, by=cast.durham_constable())
    submitted = submit_report(cells=ground.good(4), wave_id=wave_id, by=cast.durham_constable())
    submit_report(cells=ground.good(4, agency="cleveland"), wave_id=wave_id, by=cast.cleveland_sergeant())
    assert arrived() == {"cleveland": 1, "durham": 4}
    assert numbers() == [1, 2, 3, 4]
    assert arrivals("durham", after=3, limit=5)[0].report == submitted.report_id
    assert numbers(after=1, limit=2) == [2, 3]


def test_what_is_here_already_takes_no_number() -> None:
    wave_id = ground.wave()
    ground.sent(ground.csv_of([ground.good(1)]), wave_id)
    ground.sent(ground.csv_of([ground.good(1), ground.good(2)]), wave_id, name="again.csv")
    assert numbers() == [1, 2]


def test_reports_of_an_older_version_get_their_numbers() -> None:
    wave_id = ground.wave()
    ground.sent(ground.csv_of([ground.good(n) for n in range(1, 6)]), wave_id)
    DataKey.objects.update(arrived=0)
    expected = list(Report.objects.order_by("accepted_at", "id").values_list("id", flat=True))
    for number, report in enumerate(expected, 100):
        Report.objects.filter(pk=report).update(arrival=number)
    numbering = import_module("pentameter.intelligence.migrations.0005_arrivals")
    with connection.cursor() as cursor:
        cursor.execute(numbering._REPORTS)
        cursor.execute(numbering._KEYS)
    assert [one.report for one in arrivals("durham", after=0, limit=10)] == expected
    assert numbers() == [1, 2, 3, 4, 5]
    assert arrived() == {"durham": 5}
