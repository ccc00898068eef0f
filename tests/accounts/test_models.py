"""What the database itself holds true about people and agencies."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

import cast
from pentameter.accounts.models import AgencyToken, Membership, Succession, User
from pentameter.kernel import clock
from pentameter.kernel.ids import new_id

pytestmark = pytest.mark.django_db(transaction=False)


def refuses(act) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


def test_usernames_and_addresses_are_one_persons() -> None:
    user = cast.in_database(cast.durham_constable())
    refuses(lambda: User.objects.create_user(user.username, "other@example.org", "Other"))
    refuses(lambda: User.objects.create_user("other", user.email, "Other"))


def test_a_membership_does_not_end_before_it_began() -> None:
    member = Membership.objects.get(user=cast.in_database(cast.durham_constable()))
    before = member.began_at - timedelta(seconds=1)
    refuses(lambda: Membership.objects.filter(pk=member.pk).update(ended_at=before))


def test_two_tokens_have_two_digests() -> None:
    durham = cast.agency(cast.durham_constable())
    now = clock.now()
    facts = {"agency": durham, "label": "x", "digest": "d" * 64, "issued_at": now, "issued_by": "system"}
    AgencyToken.objects.create(id=new_id(), expires_at=now, **facts)
    refuses(lambda: AgencyToken.objects.create(id=new_id(), expires_at=now, **facts))


def test_a_succession_is_told_once() -> None:
    durham = cast.agency(cast.durham_constable())
    Succession.objects.create(predecessor=durham, words="Another")
    refuses(lambda: Succession.objects.create(predecessor=durham, words="Another"))


def test_everything_says_what_it_is() -> None:
    user = cast.in_database(cast.durham_constable())
    assert str(user) == "Aidan Thornley"
    assert str(Membership.objects.get(user=user)) == "force_officer at durham"
