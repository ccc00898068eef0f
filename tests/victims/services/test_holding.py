"""A closed case takes nothing more."""

from uuid import UUID

import pytest

from cast import durham_constable
from pentameter.access.api import Compartment, Operation
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case
from pentameter.victims.queries.opening import OpenCase
from pentameter.victims.rules.cases import CaseState
from pentameter.victims.services.holding import held
from victims.ground import rescued

pytestmark = pytest.mark.django_db


def test_an_open_case_is_held_and_a_closed_one_says_what_to_do() -> None:
    done = rescued()
    assert hold(done.case_id).row.pk == done.case_id
    Case.objects.filter(pk=done.case_id).update(state=CaseState.CLOSED.value)
    with pytest.raises(Refused, match="Open it again first"):
        hold(done.case_id)


def hold(case_id: UUID) -> OpenCase:
    return held(
        case_id=case_id, operation=Operation.CHANGE_CASE, compartment=Compartment.IDENTITY, by=durham_constable()
    )
