"""What is asked about an account while someone signs in with it."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from pentameter.accounts import oidc
from pentameter.accounts.models import Agency, Membership, User
from pentameter.accounts.rules import Account


def account_of(user_id: UUID) -> Account:
    """What decides whether the account may sign in."""
    user = User.objects.get(pk=user_id)
    member = Membership.objects.filter(user_id=user_id, ended_at=None).exists()
    return Account(active=user.is_active, is_demo=user.is_demo, is_member=member)


def member_by_email(agency: str, addresses: Sequence[str]) -> User | None:
    """The agency's present member with one of these addresses, if there is exactly one."""
    wanted = Q()
    for address in addresses:
        wanted |= Q(email__iexact=address)
    if not wanted:
        return None
    here = User.objects.filter(wanted, is_active=True, memberships__agency_id=agency, memberships__ended_at=None)
    found = list(here.distinct()[:2])
    return found[0] if len(found) == 1 else None


def agency_sign_in_weaknesses() -> list[str]:
    """What is wrong with the agencies' own sign-ins, a sentence each. None where none is configured."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    return oidc.weaknesses(apps, frozenset(Agency.objects.filter(current=True).values_list("slug", flat=True)))


def name_taken(username: str) -> bool:
    """Whether someone has this username, in capitals or not."""
    return User.objects.filter(username__iexact=username).exists()


def address_taken(email: str) -> bool:
    """Whether someone has this e-mail address, in capitals or not."""
    return User.objects.filter(email__iexact=email).exists()
