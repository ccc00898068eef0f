"""What became of files, counted."""

from uuid import uuid4

import pytest

import cast
from intelligence import ground
from pentameter.intelligence.models import QuarantinedRow
from pentameter.intelligence.queries.intake import (
    file_card,
    files_in_progress,
    files_of,
    next_waiting,
    totals_by_agency,
    unfinished,
    waiting_rows,
)
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


def test_an_agency_sees_its_own_files_latest_first_in_two_queries(django_assert_num_queries) -> None:
    wave_id = ground.wave()
    one = ground.sent(ground.csv_of([ground.bad(1), ground.good(2)]), wave_id)
    two = ground.sent(ground.csv_of([ground.good(3)]), wave_id)
    ground.sent(ground.csv_of([ground.good(1, agency="cleveland")]), wave_id, by=cast.cleveland_sergeant())
    with django_assert_num_queries(2):
        files = files_of("durham")
    assert [(file.id, file.waiting) for file in files] == [(two.id, 0), (one.id, 1)]


def test_what_is_under_way_and_what_waits() -> None:
    wave_id = ground.wave()
    ground.sent(ground.csv_of([ground.bad(1), ground.bad(2)]), wave_id)
    left = ground.received(ground.csv_of([ground.good(3)]), wave_id)
    assert (files_in_progress("durham"), files_in_progress("cleveland")) == (1, 0)
    assert (waiting_rows("durham"), waiting_rows("cleveland")) == (2, 0)
    assert unfinished() == (left,)


def test_the_next_row_comes_after_and_then_from_the_beginning() -> None:
    card = ground.sent(ground.csv_of([ground.bad(n) for n in (1, 2, 3)]), ground.wave())
    first, second, third = QuarantinedRow.objects.order_by("row_number")
    assert next_waiting(card.id, after=first.row_number, beside=first.id) == (second.id, 2)
    assert next_waiting(card.id, after=third.row_number, beside=third.id) == (first.id, 2)
    QuarantinedRow.objects.exclude(pk=first.id).update(state="mended")
    assert next_waiting(card.id, after=first.row_number, beside=first.id) == (None, 0)


def test_the_sums_of_every_agency() -> None:
    wave_id = ground.wave()
    for numbers in ((1, 2), (2, 3)):
        ground.sent(ground.csv_of([*(ground.good(n) for n in numbers), ground.bad(numbers[0] + 90)]), wave_id)
    (durham,) = totals_by_agency()
    assert (durham.agency, durham.files, durham.rows) == ("durham", 2, 6)
    assert (durham.accepted, durham.quarantined, durham.duplicate) == (3, 2, 1)


def test_another_agency_s_file_is_as_if_it_never_was() -> None:
    card = ground.sent(ground.csv_of([ground.good(1)]), ground.wave())
    refusals = []
    for file_id in (card.id, uuid4()):
        with pytest.raises(Refused) as refusal:
            file_card(file_id, by=cast.cleveland_sergeant())
        refusals.append((refusal.value.reason, refusal.value.hidden))
    assert refusals[0] == refusals[1]
