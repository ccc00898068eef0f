"""What stands against disposing of a record, asked of those who know."""

import pytest

from cast import caseworker, durham_sergeant
from pentameter.access.api import Operation
from pentameter.intelligence.api import report_at_review
from pentameter.kernel import clock
from pentameter.retention.queries.due import due_for
from pentameter.retention.queries.facts import of_report, whom_it_names
from pentameter.retention.queries.handovers import side, still_held
from pentameter.retention.rules.groups import Kind
from pentameter.retention.services.items import SHELVES
from retention.ground import long_ago, old_case, old_report

pytestmark = pytest.mark.django_db


def test_of_a_report_whom_it_names_is_asked_apart() -> None:
    item = old_report()
    seen = report_at_review(item)
    assert seen is not None
    facts = of_report(seen)
    assert (facts.protects, facts.investigated, facts.under_hold, facts.gone) == (None, False, False, False)
    assert whom_it_names(facts, item).protects is False
    assert facts.due == long_ago(2)


def test_of_a_case_everything_is_known() -> None:
    item = SHELVES[Kind.CASE].held(old_case(), Operation.ERASE_CASE, caseworker(), today=clock.today())
    facts = item.facts
    assert (facts.protects, facts.being_decided, facts.all_there) == (False, False, True)
    assert due_for(durham_sergeant(), today=clock.today()).cases == ()


def test_what_an_agency_still_holds() -> None:
    old_report()
    assert still_held("durham", today=clock.today()).reports
    assert not still_held("kent", today=clock.today()).reports
    assert side("nowhere") is None
