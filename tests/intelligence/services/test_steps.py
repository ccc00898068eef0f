"""One step of an import: judged by the day of receipt where the sender is, in few queries, by what exists."""

from datetime import UTC, date, datetime

import pytest

import cast
from intelligence import ground
from pentameter.intelligence.intake.drafts import Problem, RawRow
from pentameter.intelligence.models import IntakeFile
from pentameter.intelligence.services import steps

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2007, 10, 5, 22, 59, tzinfo=UTC), date(2007, 10, 5)),
        (datetime(2007, 10, 5, 23, 1, tzinfo=UTC), date(2007, 10, 6)),  # summer time
        (datetime(2007, 12, 5, 23, 1, tzinfo=UTC), date(2007, 12, 5)),
    ],
)
def test_rows_are_judged_by_the_day_of_receipt(at: datetime, day: date) -> None:
    ground.agencies()
    assert steps.ground_of("durham", at).today == day


def test_what_the_reader_found_wrong_stands() -> None:
    ground.agencies()
    fault = Problem("row", "quote", "Row 2: a quotation mark.")
    row = RawRow(2, ground.good(1), (fault,))
    assert steps.read_row(row, steps.ground_of("durham", datetime.now(UTC))) == (fault,)


def test_a_step_takes_the_same_queries_however_many_rows(django_assert_max_num_queries) -> None:
    file = IntakeFile.objects.get(pk=ground.received(ground.csv_of([ground.good(1)]), ground.wave()))
    first, *rows = [RawRow(n, ground.full(n)) for n in range(1, 300)]
    steps.take_reports(file, [first], cast.durham_constable())  # makes the key of an agency that has none yet
    with django_assert_max_num_queries(21):
        counts = steps.take_reports(file, rows, cast.durham_constable())
    assert counts == steps.Counts(accepted=298, quarantined=0, duplicate=0)
