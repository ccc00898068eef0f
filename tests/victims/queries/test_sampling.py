"""A sample of cases opens, or it is seen that it does not."""

import pytest

from pentameter.victims.models import Case, CaseKey
from pentameter.victims.queries.sampling import cases_that_open
from victims.ground import many

pytestmark = pytest.mark.django_db


def test_cases_open_with_their_keys_alone() -> None:
    assert cases_that_open(at_most=10) == (0, 0)
    first, second, third = (one.case_id for one in many(3))
    assert cases_that_open(at_most=10) == (3, 3)
    assert cases_that_open(at_most=2) == (2, 2)
    CaseKey.objects.filter(pk=first).update(wrapped=CaseKey.objects.get(pk=second).wrapped)
    assert cases_that_open(at_most=10) == (3, 2)
    Case.objects.filter(pk=second).update(identity=Case.objects.get(pk=third).identity)
    assert cases_that_open(at_most=10) == (3, 1)
    CaseKey.objects.filter(pk=third).delete()
    assert cases_that_open(at_most=10) == (2, 0), "what was erased is not tried"
