"""People: lists of them, and one at a time. Every person's latest membership says where they stand."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from pentameter.accounts.models import Agency, Membership, User
from pentameter.accounts.queries.agencies import AgencyCard, card
from pentameter.accounts.rules import Place, Standing
from pentameter.kernel.actor import AgencySector, Role

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What a list of people is narrowed to. `within` is an agency that the reader may not look beyond."""

    text: str = ""
    agency: str = ""
    role: str = ""
    state: str = ""
    within: str = ""
    page: int = 1

    @property
    def active(self) -> int:
        """How many filters are set."""
        return sum(map(bool, (self.text, self.agency, self.role, self.state)))


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list."""

    id: UUID
    name: str
    username: str
    agency: AgencyCard
    role: Role
    active: bool
    is_demo: bool
    second_factor: bool
    last_sign_in: datetime | None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page of a list of people."""

    lines: tuple[PersonLine, ...]
    total: int
    narrowed: PeopleFilter

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // PAGE_SIZE))


@dataclass(frozen=True, slots=True)
class Spell:
    """A time at one agency in one role."""

    id: int
    agency: str
    role: Role
    began_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Person:
    """One person with their history. No secret is here: of second factors, only the kinds."""

    line: PersonLine
    email: str
    joined_at: datetime
    spells: tuple[Spell, ...]
    factors: tuple[str, ...] = field(default=())
    has_password: bool = True


def people(narrowed: PeopleFilter) -> PeoplePage:
    """A page of people in order of name. Two SQL queries."""
    found = _latest().filter(_condition(narrowed))
    start = (narrowed.page - 1) * PAGE_SIZE
    shown = found.order_by("user__name", "user__username")[start : start + PAGE_SIZE]
    return PeoplePage(lines=tuple(_line(one) for one in shown), total=found.count(), narrowed=narrowed)


def everyone() -> tuple[PersonLine, ...]:
    """Everyone with an account, open or closed, in order of name."""
    return tuple(_line(one) for one in _latest().order_by("user__name", "user__username"))


def person(user_id: UUID) -> Person | None:
    """One person, or None. Three SQL queries."""
    latest = _latest().filter(user_id=user_id).first()
    if latest is None:
        return None
    spells = Membership.objects.filter(user_id=user_id).select_related("agency").order_by("-began_at")
    return Person(
        line=_line(latest),
        email=latest.user.email,
        joined_at=latest.user.joined_at,
        spells=tuple(Spell(one.pk, one.agency.name, Role(one.role), one.began_at, one.ended_at) for one in spells),
        factors=tuple(Authenticator.objects.filter(user_id=user_id).order_by("type").values_list("type", flat=True)),
        has_password=latest.user.has_usable_password(),
    )


def standing(user_id: UUID) -> Standing | None:
    """Where a person stands, as the rules need it. None if there is no such person."""
    latest = _latest().filter(user_id=user_id).first()
    if latest is None:
        return None
    return Standing(
        user_id=str(user_id),
        active=latest.user.is_active,
        agency=latest.agency_id,
        role=Role(latest.role),
        administrators=administrators(),
    )


def administrators() -> int:
    """How many administrators there are who may act."""
    return Membership.objects.filter(role=Role.ADMINISTRATOR, ended_at=None, user__is_active=True).count()


def place(slug: str) -> Place | None:
    """An agency, as the rules need it."""
    row = Agency.objects.filter(slug=slug).first()
    return Place(row.slug, AgencySector(row.sector), row.current) if row else None


def demo_accounts_present() -> int:
    """How many open accounts of the demonstration there are. A real installation must have none."""
    counted = User.objects.filter(is_demo=True, is_active=True).aggregate(found=Count("pk"))
    return int(counted["found"])


def demo_people() -> tuple[PersonLine, ...]:
    """The people of the demonstration, in order of role."""
    found = _latest().filter(user__is_demo=True, user__is_active=True)
    order = list(Role)
    return tuple(sorted((_line(one) for one in found), key=lambda line: order.index(line.role)))


def _latest() -> QuerySet[Membership]:
    newest = Membership.objects.filter(user=OuterRef("user")).order_by("-began_at", "-pk").values("pk")[:1]
    factors = Authenticator.objects.filter(user=OuterRef("user")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    found = Membership.objects.filter(pk=Subquery(newest)).select_related("user", "agency")
    return found.annotate(has_factor=Exists(factors))


def _condition(narrowed: PeopleFilter) -> Q:
    condition = Q(user__name__icontains=narrowed.text) | Q(user__username__icontains=narrowed.text)
    if narrowed.within:
        condition &= Q(agency_id=narrowed.within)
    if narrowed.agency:
        condition &= Q(agency_id=narrowed.agency)
    if narrowed.role:
        condition &= Q(role=narrowed.role)
    if narrowed.state:
        condition &= Q(user__is_active=narrowed.state == "open")
    return condition


def _line(latest: Membership) -> PersonLine:
    user = latest.user
    return PersonLine(
        id=user.pk,
        name=user.name,
        username=user.username,
        agency=card(latest.agency),
        role=Role(latest.role),
        active=user.is_active,
        is_demo=user.is_demo,
        second_factor=bool(getattr(latest, "has_factor", False)),
        last_sign_in=user.last_login,
    )
