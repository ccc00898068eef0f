"""Lists of reports: narrowed, in pages, in a fixed number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from intelligence import ground
from pentameter.intelligence.queries.reports import PAGE, Filter, page_of
from pentameter.intelligence.services import list_reports
from pentameter.kernel import clock

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        (Filter(), 3),
        (Filter(theme="forced_labour"), 1),
        (Filter(words="orchard"), 1),
        (Filter(words="dur-00001"), 1),
        (Filter(agency="kent"), 0),
        (Filter(advertised=True), 1),
        (Filter(scheme="3x5x2", source_grade="2"), 3),
    ],
)
def test_filters(narrowed: Filter, found: int) -> None:
    rows = [
        ground.good(1, theme="forced_labour"),
        ground.good(2, text="Workers at an orchard."),
        ground.good(3, advertised="yes"),
    ]
    ground.sent(ground.csv_of(rows), ground.wave())
    assert list_reports(by=cast.durham_constable(), narrowed=narrowed).total == found


def test_pages_come_latest_first_and_none_is_lost() -> None:
    days = [(clock.today() - timedelta(days=n)).isoformat() for n in range(PAGE + 3)]
    ground.sent(ground.csv_of([ground.good(n, reported_on=day) for n, day in enumerate(days)]), ground.wave())
    first, last = (
        page_of(cast.durham_constable(), Filter(), number=number, count_withheld=False) for number in (1, 99)
    )
    assert (first.pages, last.number, last.first) == (2, 2, PAGE + 1)
    shown = [*first.lines, *last.lines]
    assert [line.reported_on.isoformat() for line in shown] == days
    assert len({line.id for line in shown}) == PAGE + 3


def test_a_page_takes_the_same_queries_however_much_is_on_it() -> None:
    wave_id, taken = ground.wave(), []
    for rows in (range(1), range(1, 20)):
        ground.sent(ground.csv_of([ground.good(n) for n in rows]), wave_id)
        with CaptureQueriesContext(connection) as queries:
            page_of(cast.cleveland_sergeant(), Filter(), number=1, count_withheld=True)
        taken.append(len(queries))
    assert taken[0] == taken[1] <= 5
