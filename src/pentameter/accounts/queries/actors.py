"""Who people are, as every other context sees them."""

from datetime import UTC, datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from pentameter.accounts.models import Membership
from pentameter.kernel.actor import Actor, AgencySector, Jurisdiction, Role


def actor_of(request: HttpRequest) -> Actor | None:
    """The actor of a request: signed in, active, and a member of an agency now. None otherwise."""
    user = request.user
    if not user.is_authenticated:
        return None
    member = user.member or member_of(user.pk)
    if member is None:
        return None
    shown = _factor_shown_at(request) if getattr(member, "has_factor", False) else None
    return actor_from(member, second_factor=shown is not None, factor_at=shown)


def member_of(user_id: UUID) -> Membership | None:
    """The membership of an account that counts now, with both its ends and `has_factor`. One SQL query."""
    factors = Authenticator.objects.filter(user_id=OuterRef("user_id"))
    return _current().annotate(has_factor=Exists(factors)).filter(user_id=user_id).first()


def actor_of_user(user_id: UUID, *, second_factor: bool = False) -> Actor | None:
    """The actor that an account stands for. None if it may not act now."""
    member = _current().filter(user_id=user_id).first()
    return actor_from(member, second_factor=second_factor) if member else None


def actor_from(member: Membership, *, second_factor: bool, factor_at: datetime | None = None) -> Actor:
    """The actor of a membership whose user and agency are loaded."""
    return Actor(
        id=str(member.user_id),
        role=Role(member.role),
        agency=member.agency_id,
        sector=AgencySector(member.agency.sector),
        jurisdiction=Jurisdiction(member.agency.jurisdiction),
        second_factor=second_factor,
        factor_at=factor_at,
        name=member.user.name,
        agency_name=member.agency.name,
    )


def _current() -> QuerySet[Membership]:
    """Memberships that count now. In a real installation the demonstration's accounts never do."""
    members = Membership.objects.select_related("agency", "user").filter(ended_at=None, user__is_active=True)
    return members if settings.IS_DEMO else members.filter(user__is_demo=False)


def _factor_shown_at(request: HttpRequest) -> datetime | None:
    methods = request.session.get("account_authentication_methods", [])
    shown = [float(method.get("at", 0)) for method in methods if method.get("method") == "mfa"]
    return datetime.fromtimestamp(max(shown), UTC) if shown else None
