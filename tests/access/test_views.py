"""The page of rules: the six questions, and that it says what binds the reader."""

import pytest
from django.test import Client

import cast
from pentameter.access.queries import ROLES
from pentameter.kernel.actor import Role
from pentameter.work.api import fresh_key

pytestmark = pytest.mark.django_db(transaction=False)
PAGE = "/rules/access/"


@pytest.mark.parametrize("person", cast.EVERYONE)
def test_works_for_everyone_in_their_own_role(client: Client, person) -> None:
    cast.sign_in(client, person())
    page = client.get(PAGE).content.decode()
    assert f"As {person().role.label} you may" in page
    if person().role is Role.REMOVALS_OFFICER:
        assert "Because support never depends on immigration status." in page


@pytest.mark.parametrize("role", ROLES)
def test_every_role_can_be_read(client: Client, role: Role) -> None:
    cast.sign_in(client, cast.auditor())
    page = client.get(f"{PAGE}?role={role.value}")
    assert page.status_code == 200
    assert f"{role.label.capitalize()}: what this role may do" in page.content.decode() or role is Role.AUDITOR


@pytest.mark.parametrize("role", ["nonsense", "system", "", "%00"])
def test_a_role_that_is_none_shows_ones_own(client: Client, role: str) -> None:
    cast.sign_in(client, cast.auditor())
    assert "As auditor you may" in client.get(f"{PAGE}?role={role}").content.decode()


def test_nobody_signed_in_is_asked_to(client: Client) -> None:
    assert client.get(PAGE)["Location"] == f"/sign-in/?next={PAGE}"


def test_wrong_method(client: Client) -> None:
    cast.sign_in(client, cast.auditor())
    assert client.post(PAGE, {"idempotency_key": fresh_key()}).status_code == 405
