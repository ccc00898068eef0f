"""Who people are."""

import pytest

import cast
from pentameter.accounts.models import Membership, User
from pentameter.accounts.queries.actors import actor_of_user
from pentameter.kernel import clock

pytestmark = pytest.mark.django_db(transaction=False)


def test_an_account_stands_for_its_person() -> None:
    user = cast.in_database(cast.garda())
    assert actor_of_user(user.pk, second_factor=True) == cast.garda()
    assert actor_of_user(user.pk).agency_name == "Garda"


@pytest.mark.parametrize("ended", ["closed", "no agency", "demonstration over"])
def test_who_may_not_act_is_nobody(ended: str, settings) -> None:
    user = cast.in_database(cast.garda())
    if ended == "closed":
        User.objects.update(is_active=False)
    elif ended == "no agency":
        Membership.objects.update(ended_at=clock.now())
    else:
        User.objects.update(is_demo=True)
        assert actor_of_user(user.pk)
        settings.IS_DEMO = False
    assert actor_of_user(user.pk) is None
