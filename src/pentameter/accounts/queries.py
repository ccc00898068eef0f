"""Who people are."""

from dataclasses import dataclass

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from pentameter.accounts.models import Agency, Membership
from pentameter.kernel.actor import Actor, AgencySector, Jurisdiction, Role


def actor_of(request: HttpRequest) -> Actor | None:
    """The actor of a request: signed in, active, and a member of an agency now. None otherwise."""
    user = request.user
    if not user.is_authenticated:
        return None
    member = (
        Membership.objects.select_related("agency", "user")
        .filter(user_id=user.pk, ended_at=None, user__is_active=True)
        .first()
    )
    return _actor(member, second_factor=_by_second_factor(request)) if member else None


def _actor(member: Membership, *, second_factor: bool) -> Actor:
    return Actor(
        id=str(member.user_id),
        role=Role(member.role),
        agency=member.agency_id,
        sector=AgencySector(member.agency.sector),
        jurisdiction=Jurisdiction(member.agency.jurisdiction),
        second_factor=second_factor,
        name=member.user.name,
    )


def _by_second_factor(request: HttpRequest) -> bool:
    methods = request.session.get("account_authentication_methods", [])
    return any(method.get("method") == "mfa" for method in methods) and is_mfa_enabled(request.user)


@dataclass(frozen=True, slots=True)
class AgencyCard:
    """An agency, as other contexts see it."""

    slug: str
    name: str
    sector: AgencySector
    jurisdiction: Jurisdiction
    area: str
    current: bool
    time_zone: str


def agencies() -> dict[str, AgencyCard]:
    """Every agency by its slug, in order of name."""
    return {row.slug: _card(row) for row in Agency.objects.order_by("name")}


def agency(slug: str) -> AgencyCard | None:
    """One agency, or None."""
    row = Agency.objects.filter(slug=slug).first()
    return _card(row) if row else None


def _card(row: Agency) -> AgencyCard:
    return AgencyCard(
        slug=row.slug,
        name=row.name,
        sector=AgencySector(row.sector),
        jurisdiction=Jurisdiction(row.jurisdiction),
        area=row.area,
        current=row.current,
        time_zone=row.time_zone,
    )
