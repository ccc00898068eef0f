"""No ciphertext opens in another row, another column or under the key of another case."""

import pytest

from cast import caseworker
from pentameter.kernel.sealing import SealBroken
from pentameter.victims.models import Case, CaseKey
from pentameter.victims.services.whereabouts import read_whereabouts
from public_door import BOTH
from victims.ground import worked_with

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_moved_in_the_database_it_opens_for_nobody() -> None:
    hers, another = worked_with().case_id, worked_with().case_id
    Case.objects.filter(pk=hers).update(whereabouts=Case.objects.get(pk=another).whereabouts)
    with pytest.raises(SealBroken):
        read_whereabouts(case_id=hers, purpose="a visit", by=caseworker())
    Case.objects.filter(pk=another).update(whereabouts=Case.objects.get(pk=another).identity)
    with pytest.raises(SealBroken):
        read_whereabouts(case_id=another, purpose="a visit", by=caseworker())
    third = worked_with().case_id
    CaseKey.objects.filter(pk=third).update(wrapped=CaseKey.objects.get(pk=hers).wrapped)
    with pytest.raises(SealBroken):
        read_whereabouts(case_id=third, purpose="a visit", by=caseworker())
