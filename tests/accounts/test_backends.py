"""How the account of a request is loaded."""

import pytest
from django.test import Client

import cast
from pentameter.accounts.backends import SignedIn
from pentameter.accounts.models import Membership, User
from pentameter.kernel import clock

pytestmark = pytest.mark.django_db


def test_an_account_comes_with_its_membership_in_one_query(django_assert_num_queries) -> None:
    known = cast.in_database(cast.garda())
    with django_assert_num_queries(1):
        user = SignedIn().get_user(known.pk)
        assert user is not None
        assert user.member is not None
        assert (user.username, user.member.agency.name) == (known.username, "Garda")


def test_an_account_without_one_is_an_account_still_and_a_closed_one_is_not() -> None:
    pk = cast.in_database(cast.garda()).pk
    Membership.objects.update(ended_at=clock.now())
    user = SignedIn().get_user(pk)
    assert user is not None
    assert user.member is None
    User.objects.update(is_active=False)
    assert SignedIn().get_user(pk) is None


def test_whose_membership_ends_is_signed_out_at_the_next_request(client: Client) -> None:
    cast.sign_in(client, cast.garda())
    assert client.get("/").status_code == 200
    Membership.objects.update(ended_at=clock.now())
    assert client.get("/")["Location"].startswith("/sign-in/")
    assert "_auth_user_id" not in client.session
