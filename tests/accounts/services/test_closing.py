"""An agency leaves: its people and systems lose access at once; the last administrator stays."""

import pytest

from cast import administrator, caseworker, durham_constable, durham_sergeant, in_database
from pentameter.accounts.models import Agency, Membership, User
from pentameter.accounts.services.closing import close_agency
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


def test_everyone_of_it_loses_access() -> None:
    for person in (durham_constable(), caseworker()):
        in_database(person)
    done = close_agency(leaving="durham", receiving="northern-support", by=caseworker())
    assert done.people == (durham_constable().id,)
    assert not User.objects.get(pk=durham_constable().id).is_active
    assert not Membership.objects.filter(agency_id="durham", ended_at=None).exists()
    assert not Agency.objects.get(pk="durham").current
    assert User.objects.get(pk=caseworker().id).is_active


def test_only_for_the_agency_that_receives_and_never_the_last_administrator() -> None:
    for person in (administrator(), durham_sergeant(), caseworker()):
        in_database(person)
    with pytest.raises(Refused):
        close_agency(leaving="national-centre", receiving="durham", by=caseworker())
    with pytest.raises(Refused, match="last administrator"):
        close_agency(leaving="national-centre", receiving="durham", by=durham_sergeant())
