"""A hold that is asked for by its reference stands while she may still ask for a reconsideration."""

import pytest

from cast import auditor, removals_officer
from decisions import persons
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.decisions.services.holds import look_up_hold
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case

pytestmark = pytest.mark.django_db


def stands(case_id: object) -> bool:
    reference = Case.objects.get(pk=case_id).reference
    return look_up_hold(reference=reference, by=removals_officer()).stands


def test_it_stands_while_her_days_run_from_the_serving() -> None:
    case_id = persons.run_out()
    assert not stands(case_id)
    persons.served_late(case_id)
    assert stands(case_id)
    assert Entry.objects.filter(event="hold_looked_up").count() == 2


def test_it_stands_no_more_when_they_are_over() -> None:
    case_id = persons.run_out()
    persons.served_late(case_id, served=31)
    assert not stands(case_id)


def test_who_has_no_use_for_it_is_refused() -> None:
    with pytest.raises(Refused):
        look_up_hold(reference="H-0000-0000", by=auditor())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_answer() -> None:
    no_row_no_act(lambda: look_up_hold(reference="H-0000-0000", by=removals_officer()))
