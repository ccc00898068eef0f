"""Agencies: those of 2007 and of today."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from pentameter.accounts.models import Agency, Succession
from pentameter.accounts.roster import TO_CONFIRM
from pentameter.kernel.actor import AgencySector, Jurisdiction


@dataclass(frozen=True, slots=True)
class AgencyCard:
    """An agency, as other contexts see it."""

    slug: str
    name: str
    sector: AgencySector
    jurisdiction: Jurisdiction
    area: str
    current: bool
    time_zone: str = "Europe/London"
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One agency took another's place: the other's name, its page where it has one, and when."""

    slug: str
    words: str
    succeeded_on: str
    to_confirm: bool

    @property
    def on_words(self) -> str:
        """When, as people write it: "1 April 2013", or the year where no more is known."""
        if len(self.succeeded_on) != len("2013-04-01"):
            return self.succeeded_on
        day = date.fromisoformat(self.succeeded_on)
        return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency with what is known of it, and whom it followed or was followed by."""

    card: AgencyCard
    name_2007: str
    kind: str
    existed_in_2007: bool
    counted_in_55: str
    codes: tuple[str, str]
    region: str
    source: str
    verification: str
    successors: tuple[Change, ...]
    predecessors: tuple[Change, ...]

    @property
    def to_confirm(self) -> bool:
        """Whether something about it is still to be confirmed."""
        return TO_CONFIRM in self.verification


@dataclass(frozen=True, slots=True)
class AgencyFilter:
    """What a list of agencies is narrowed to. `when` is "", "2007" or "today"."""

    text: str = ""
    sector: str = ""
    jurisdiction: str = ""
    when: str = ""

    @property
    def active(self) -> int:
        """How many filters are set."""
        return sum(map(bool, (self.text, self.sector, self.jurisdiction, self.when)))


def agencies() -> dict[str, AgencyCard]:
    """Every agency by its slug, in order of name."""
    return {row.slug: card(row) for row in Agency.objects.order_by("name")}


def agency(slug: str) -> AgencyCard | None:
    """One agency, or None."""
    row = Agency.objects.filter(slug=slug).first()
    return card(row) if row else None


def slugs() -> frozenset[str]:
    """The slugs of all agencies."""
    return frozenset(Agency.objects.values_list("slug", flat=True))


def time_zone(slug: str) -> str:
    """The legal time zone of an agency, as its name in the tz database."""
    found = Agency.objects.filter(slug=slug).values_list("time_zone", flat=True).first()
    return found or "Europe/London"


def agency_rows(narrowed: AgencyFilter) -> tuple[AgencyRow, ...]:
    """The agencies of a list, in order of name. Three SQL queries."""
    wanted = Agency.objects.filter(_condition(narrowed)).prefetch_related("successors__successor")
    return tuple(_row(one) for one in wanted.prefetch_related("predecessors__predecessor").order_by("name"))


def agency_row(slug: str) -> AgencyRow | None:
    """One agency with whom it followed or was followed by, or None."""
    found = Agency.objects.filter(slug=slug).prefetch_related("successors__successor", "predecessors__predecessor")
    return next((_row(one) for one in found), None)


def card(row: Agency) -> AgencyCard:
    """The agency as other contexts see it."""
    return AgencyCard(
        slug=row.slug,
        name=row.name,
        sector=AgencySector(row.sector),
        jurisdiction=Jurisdiction(row.jurisdiction),
        area=row.area,
        current=row.current,
        time_zone=row.time_zone,
        kind=row.kind,
    )


def _condition(narrowed: AgencyFilter) -> Q:
    condition = Q(name__icontains=narrowed.text) | Q(name_2007__icontains=narrowed.text)
    if narrowed.sector:
        condition &= Q(sector=narrowed.sector)
    if narrowed.jurisdiction:
        condition &= Q(jurisdiction=narrowed.jurisdiction)
    if narrowed.when:
        condition &= Q(existed_in_2007=True) if narrowed.when == "2007" else Q(current=True)
    return condition


def _row(row: Agency) -> AgencyRow:
    return AgencyRow(
        card=card(row),
        name_2007=row.name_2007,
        kind=row.kind,
        existed_in_2007=row.existed_in_2007,
        counted_in_55=row.counted_in_55,
        codes=(row.area_code, row.numeric_code),
        region=row.region,
        source=row.source,
        verification=row.verification,
        successors=tuple(_change(one, one.successor_id or "", one.words) for one in row.successors.all()),
        predecessors=tuple(_change(one, one.predecessor_id, one.predecessor.name) for one in row.predecessors.all()),
    )


def _change(one: Succession, slug: str, words: str) -> Change:
    return Change(slug=slug, words=words, succeeded_on=one.succeeded_on, to_confirm=one.to_confirm)
