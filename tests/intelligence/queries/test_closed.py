"""Mentions that stay closed: who is told of them, and what opens them."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from intelligence import ground
from pentameter.intelligence.models import DataKey, Report
from pentameter.intelligence.queries.closed import closed_mentions_in, opened_facts
from pentameter.intelligence.queries.links import mentions_in
from pentameter.intelligence.vocabulary import MentionKind
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db

CLOSED = {"grade_scheme": "5x5x5", "source_grade": "B", "information_grade": "2", "handling_code": "4"}


@pytest.fixture
def reports() -> dict[str, Report]:
    """An open report and one that stays with its sender."""
    card = ground.sent(ground.csv_of([ground.full(1), ground.full(2, **CLOSED)]), ground.wave())
    assert ground.counts(card) == (2, 2, 0, 0)
    return {report.own_reference: report for report in Report.objects.all()}


@pytest.mark.parametrize("reader", [cast.durham_constable, cast.cleveland_sergeant, cast.garda])
def test_they_are_those_that_the_reader_is_shown_and_open_to_the_same_facts(
    reports: dict[str, Report], reader: Callable[[], Actor]
) -> None:
    ids = [one.id for one in reports.values()]
    shown = mentions_in(ids, reader())
    closed = closed_mentions_in(ids, reader())
    assert [(one.id, one.report, one.kind) for one in closed] == [
        (one.mention.id, one.mention.report, one.mention.kind) for one in shown
    ]
    assert opened_facts(closed) == {one.mention.id: one.mention.values for one in shown}


def test_what_is_kept_back_is_not_there(reports: dict[str, Report]) -> None:
    ids = [one.id for one in reports.values()]
    assert {one.report for one in closed_mentions_in(ids, cast.garda())} == {reports["DUR-00001"].id}
    assert len({one.report for one in closed_mentions_in(ids, cast.durham_constable())}) == 2


def test_things_of_one_kind_alone(reports: dict[str, Report]) -> None:
    ids = [one.id for one in reports.values()]
    people = closed_mentions_in(ids, cast.durham_constable(), kind=MentionKind.PERSON)
    assert people
    assert {one.kind for one in people} == {"person"}


def test_keys_are_asked_for_where_something_is_opened_and_once(reports: dict[str, Report]) -> None:
    with CaptureQueriesContext(connection) as captured:
        closed = closed_mentions_in([one.id for one in reports.values()], cast.durham_constable())
        opened_facts([])
    assert not [one for one in captured.captured_queries if DataKey._meta.db_table in one["sql"]]
    with CaptureQueriesContext(connection) as captured:
        opened_facts(closed)
    assert len(captured.captured_queries) == 1
    assert "sealed" not in repr(closed[0])
