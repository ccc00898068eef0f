"""A case's key opens its own case, and nothing once it is gone."""

import pytest

from pentameter.victims.keys import NoKey, safe_of, safes_of
from pentameter.victims.models import Case, CaseKey
from pentameter.victims.queries.opening import bound
from victims.ground import NAME, rescued

pytestmark = pytest.mark.django_db


def test_it_opens_its_own_case_and_no_other() -> None:
    one, other = rescued(), rescued()
    row = Case.objects.get(pk=one.case_id)
    assert row.identity is not None
    facts = safe_of(one.case_id).unseal(row.identity, bound_to=bound("identity", row.id))
    assert isinstance(facts, dict)
    assert facts["name"] == NAME
    assert set(safes_of([one.case_id, other.case_id])) == {one.case_id, other.case_id}


def test_without_its_key_nothing_opens() -> None:
    done = rescued()
    CaseKey.objects.filter(case_id=done.case_id).delete()
    with pytest.raises(NoKey):
        safe_of(done.case_id)
    assert safes_of([done.case_id]) == {}
