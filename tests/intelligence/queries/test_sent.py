"""What an agency sent, in counts that add up."""

import pytest

import cast
from intelligence import ground
from pentameter.intelligence.queries.sent import Sent, sent_by

pytestmark = pytest.mark.django_db


def test_accepted_set_aside_and_here_already_add_up(django_assert_num_queries) -> None:
    wave = ground.wave()
    ground.sent(ground.csv_of([ground.full(1), ground.bad(2)]), wave, name="a.csv")
    ground.sent(ground.csv_of([ground.full(1), ground.good(3)]), wave, name="b.csv")
    with django_assert_num_queries(1):
        found = sent_by(cast.durham_constable().agency)
    assert (found.files, found.rows, found.accepted, found.quarantined, found.duplicate) == (2, 4, 2, 1, 1)
    assert (found.waiting, found.in_progress, found.refused) == (1, 0, 0)
    assert found.last_at is not None


def test_who_sent_nothing_has_sent_nothing() -> None:
    assert sent_by("kent") == Sent()
