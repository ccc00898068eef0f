"""Rows are read as they were written, ends at the end of the day where the law is, and nothing without the key."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pentameter.kernel import clock
from pentameter.victims.models import Case
from pentameter.victims.queries.consents import consent_stands
from pentameter.victims.queries.ledger import entries_of, rows_of, rows_of_many
from pentameter.victims.rules.consent import Purpose, Said
from victims.ground import rescued
from victims.records import NOTE, opened_by, says

pytestmark = pytest.mark.django_db


def test_a_row_is_read_as_it_was_written() -> None:
    done, until = rescued(), clock.today() + timedelta(days=7)
    given = says(done.case_id, Said.GIVEN, agency="northern-support", until=until)
    case = opened_by(done.case_id)
    (entry,) = entries_of(case.row, case.safe)
    assert (entry.row.id, entry.row.recipient, entry.towards) == (given, "northern-support", "Northern Support")
    assert (entry.facts.note, entry.facts.asked_by) == (NOTE, "the constable")
    midnight = datetime.combine(until + timedelta(days=1), datetime.min.time(), ZoneInfo(case.row.zone))
    assert entry.row.ends_at == midnight.astimezone(UTC)
    assert rows_of(case.row, None) == ()


def test_many_cases_cost_one_query() -> None:
    one, two = rescued(), rescued()
    for done in (one, two):
        says(done.case_id, Said.GIVEN)
    opened = {done.case_id: opened_by(done.case_id) for done in (one, two)}
    safes = {case_id: case.key for case_id, case in opened.items()}
    with CaptureQueriesContext(connection) as asked:
        found = rows_of_many([case.row for case in opened.values()], safes)
    assert len(asked) == 1
    assert {len(rows) for rows in found.values()} == {1}
    assert rows_of_many(Case.objects.all(), {}) == {}


def test_whether_it_stands_costs_one_query_with_an_open_case() -> None:
    done = rescued()
    case = opened_by(done.case_id)
    with CaptureQueriesContext(connection) as asked:
        assert not consent_stands(case, Purpose.SUPPORT).allowed
    assert len(asked) == 1
