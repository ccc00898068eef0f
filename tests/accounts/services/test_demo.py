"""The people of the demonstration: one for each role, and nowhere else."""

import pytest
from allauth.mfa.models import Authenticator

from pentameter.accounts.models import User
from pentameter.accounts.queries.people import demo_accounts_present
from pentameter.accounts.rules import ROLES_OF
from pentameter.accounts.services.agencies import seed_agencies
from pentameter.accounts.services.demo import PASSWORD, current_code, demo_accounts, seed_demo_people
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def agencies() -> None:
    seed_agencies(by=SYSTEM)


def test_every_role_of_a_person_has_an_account() -> None:
    accounts = seed_demo_people(by=SYSTEM)
    assert {one.role for one in accounts} == frozenset().union(*ROLES_OF.values())
    assert {one.password for one in accounts} == {PASSWORD}
    assert "durham.constable" in {one.username for one in accounts}
    assert seed_demo_people(by=SYSTEM) == accounts
    assert demo_accounts_present() == User.objects.count() > len(accounts)  # officers of other forces beside


def test_each_has_a_second_factor_and_recovery_codes() -> None:
    for one in seed_demo_people(by=SYSTEM):
        held = Authenticator.objects.filter(user__username=one.username)
        assert set(held.values_list("type", flat=True)) == {"totp", "recovery_codes"}
        assert len(current_code(User.objects.get(username=one.username).pk)) == 6


def test_a_real_installation_has_none(settings) -> None:
    seed_demo_people(by=SYSTEM)
    settings.IS_DEMO = False
    assert demo_accounts() == ()
    assert current_code(User.objects.get(username="auditor").pk) == ""
    assert demo_accounts_present() > 0, "the doctor finds what is left"
    with pytest.raises(Refused, match="no demonstration accounts"):
        seed_demo_people(by=SYSTEM)
