"""Days to ask again that run from the serving hold a person whom her clocks hold no more."""

from datetime import timedelta

import pytest

from decisions import persons
from pentameter.decisions.models import Matter
from pentameter.decisions.queries.windows import open_windows, windows_of
from pentameter.decisions.rules.states import Kind, Result

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("served", "is_open"), [(None, True), (5, True), (30, True), (31, False), (44, False)])
def test_a_window_is_open_from_the_decision_to_thirty_days_after_its_serving(served: int | None, is_open: bool) -> None:
    case_id = persons.run_out()
    persons.served_late(case_id, served=served)
    assert (case_id in open_windows()) is is_open
    assert (case_id in windows_of([case_id])) is is_open


def test_the_rule_has_the_last_word_where_the_day_was_not_kept() -> None:
    case_id = persons.run_out()
    made = persons.served_late(case_id, served=31)
    Matter.objects.filter(pk=made).update(window_until=None)
    assert open_windows() == frozenset()


def test_what_is_positive_or_not_decided_opens_none() -> None:
    case_id = persons.run_out()
    persons.taken_up(case_id, Kind.REASONABLE_GROUNDS)
    persons.decides(persons.taken_up(case_id, Kind.CONCLUSIVE_GROUNDS), persons.draft(Result.POSITIVE))
    assert open_windows() == frozenset()


def test_it_is_said_in_words() -> None:
    case_id = persons.run_out()
    persons.served_late(case_id)
    last = persons.today() + timedelta(days=25)
    assert f"until {last:%-d %B %Y}" in windows_of([case_id])[case_id]


def test_many_cases_take_one_query(django_assert_num_queries) -> None:
    for _ in range(2):
        persons.served_late(persons.run_out())
    with django_assert_num_queries(1):
        assert len(open_windows()) == 2
