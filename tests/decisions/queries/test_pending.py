"""Whether anything is being decided on a person."""

import pytest

from cast import decision_maker
from decisions import persons
from pentameter.decisions.models import Matter
from pentameter.decisions.queries.pending import being_decided
from pentameter.decisions.rules.states import Kind
from pentameter.decisions.services.matters import open_matter

pytestmark = pytest.mark.django_db


def test_while_it_is_open_or_may_still_be_asked_again() -> None:
    case_id, today = persons.run_out(), persons.today()
    assert not being_decided(case_id, today=today)
    matter = open_matter(case_id=case_id, kind=Kind.ASYLUM, opened_on=None, by=decision_maker())
    assert being_decided(case_id, today=today)
    rows = Matter.objects.filter(pk=matter)
    rows.update(state="withdrawn")
    assert not being_decided(case_id, today=today)
    rows.update(state="withdrawn", window_until=today)
    assert being_decided(case_id, today=today)
