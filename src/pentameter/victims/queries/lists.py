"""The list of cases: what an actor may see of them, most urgent first.

How a clock stood yesterday says nothing of today: such a line says "protected", and that it is being worked out.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Case as Chosen
from django.db.models import Count, Exists, F, FilteredRelation, IntegerField, OuterRef, Q, QuerySet, Value, When

from pentameter.access.api import Operation, Reach, reach
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.keys import unwrap
from pentameter.victims.models import Case, Consent, NeedToKnow
from pentameter.victims.queries.opening import bound, unended
from pentameter.victims.queries.prepared import Question, put
from pentameter.victims.rules.cases import Age, CaseState, Identity, NeedKind
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.rules.events import Clock
from pentameter.victims.rules.protection import State
from pentameter.victims.rules.references import written

PAGE = 50
WORKED_OUT = "Protected; being worked out."


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What a list is narrowed to. `state` is "", "closed" or "all"; `support` "", "none" or "found"; `who` "nobody"."""

    words: str = ""
    state: str = ""
    support: str = ""
    who: str = ""

    @property
    def active(self) -> int:
        """How many filters are set."""
        return sum(map(bool, (self.words, self.state, self.support, self.who)))


EVERY_OPEN = CaseFilter()


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in a list."""

    id: UUID
    reference: str
    name: str
    state: CaseState
    age: Age
    agency: str
    support: str
    rescued_on: date
    protection: State
    sentence: str
    earliest_end: date | None


@dataclass(frozen=True, slots=True)
class CasePage:
    """A page of a list, and how many cases of it nobody supports."""

    lines: tuple[CaseLine, ...]
    total: int
    unsupported: int
    number: int
    narrowed: CaseFilter
    may_register: bool = False
    may_break_glass: bool = False
    may_import: bool = False
    may_export: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // PAGE))

    @property
    def first(self) -> int:
        """The number of the first line of this page."""
        return (self.number - 1) * PAGE + 1


def visible(by: Actor, at: datetime) -> QuerySet[Case]:
    """The cases that the actor may see in lists."""
    return _within(reach(by, Operation.VIEW_CASES), by.agency, by.id, at)


def _within(far: Reach | None, agency: str, person: str, at: datetime) -> QuerySet[Case]:
    if far is Reach.ANY:
        return Case.objects.all()
    if far is None or not agency:
        return Case.objects.none()
    own = Q(agency=agency)
    if far is Reach.OWN_AGENCY:
        return Case.objects.filter(own)
    needs = NeedToKnow.objects.filter(unended(at), _not_taken_back(), case=OuterRef("pk"), person=person)
    return Case.objects.filter(own | Q(support_agency=agency) | Q(Exists(needs)))


def _not_taken_back() -> Q:
    """Needs to know but shares since which she said no to sharing: opening them asks her consent in full."""
    no = Consent.objects.filter(
        case=OuterRef("case"),
        purpose=Purpose.SHARE.value,
        said__in=[Said.REFUSED.value, Said.WITHDRAWN.value],
        recorded_at__gte=OuterRef("began_at"),
    )
    return ~Q(kind=NeedKind.SHARE.value) | Q(~Exists(no))


def page_of(by: Actor, narrowed: CaseFilter, *, number: int) -> CasePage:
    """A page of the cases that the actor may see. Two SQL queries."""
    far = reach(by, Operation.VIEW_CASES)
    if far is None or not (by.agency or far is Reach.ANY):
        return CasePage((), 0, 0, 1, narrowed)
    counting, listing = (_put if narrowed.words else _put_once)(far, narrowed)
    meant = _meant(by.agency, by.id, clock.now(), clock.today())
    ((total, unsupported),) = counting.ask(meant)
    number = min(max(number, 1), max(1, -(-total // PAGE)))
    days: dict[str, date] = {}
    lines = tuple(_line(row, days) for row in listing.ask(meant, PAGE, (number - 1) * PAGE))
    return CasePage(lines, total, unsupported, number, narrowed)


_AGENCY, _PERSON = "(the agency of whoever asks)", "(whoever asks)"
_NOW, _TODAY = datetime(1, 1, 2, tzinfo=UTC), date(1, 1, 3)


def _meant(agency: str, person: str, now: datetime, today: date) -> dict[Any, Any]:
    """What is meant by each stand-in, as this database writes them."""
    moment, day = connection.ops.adapt_datetimefield_value, connection.ops.adapt_datefield_value
    return {_AGENCY: agency, _PERSON: person, moment(_NOW): moment(now), day(_TODAY): day(today)}


def _put(far: Reach, narrowed: CaseFilter) -> tuple[Question, Question]:
    """How many there are and how many of them nobody supports; and a page of them, for a length and a beginning."""
    found = _narrowed(_within(far, _AGENCY, _PERSON, _NOW), narrowed)
    unsupported = Count("pk", filter=Q(support_agency=None))
    counted = found.annotate(all=Value(1)).values("all").annotate(total=Count("pk"), unsupported=unsupported)
    listed = _urgent_first(found, _TODAY).values_list(*_COLUMNS)
    return put(counted.values_list("total", "unsupported")), put(listed, ending=" LIMIT %s OFFSET %s")


_put_once = lru_cache(maxsize=128)(_put)


def _narrowed(found: QuerySet[Case], narrowed: CaseFilter) -> QuerySet[Case]:
    if narrowed.state != "all":
        found = found.filter(state=(CaseState.CLOSED if narrowed.state == "closed" else CaseState.OPEN).value)
    if narrowed.support:
        found = found.filter(support_agency__isnull=narrowed.support == "none")
    if narrowed.words:
        found = found.filter(reference__icontains=written(narrowed.words) or narrowed.words.strip())
    if narrowed.who == "nobody":
        found = found.exclude(
            Exists(NeedToKnow.objects.filter(case=OuterRef("pk"), kind=NeedKind.ASSIGNED.value, ended_at=None))
        )
    return found


_COLUMNS = (
    *("id", "reference", "state", "age", "zone", "rescued_on", "identity", "key__wrapped"),
    *("agency__name", "support_agency__name"),
    *("removal__on", "removal__state", "removal__sentence", "removal__earliest_end"),
)


def _urgent_first(found: QuerySet[Case], today: date) -> QuerySet[Case]:
    """What is unknown first, then what could end soonest; what has ended last. Closed cases stand as the others do."""
    removal = FilteredRelation("standings", condition=Q(standings__clock=Clock.REMOVAL.value))
    fresh = Q(removal__on__gte=today)
    rank = Chosen(
        When(fresh & Q(removal__state=State.ENDED.value), then=Value(2)),
        When(fresh & ~Q(removal__state=State.UNKNOWN.value), then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    soonest = F("removal__earliest_end").asc(nulls_last=True)
    return found.annotate(removal=removal).order_by(rank, soonest, "-opened_at", "pk")


def _line(row: tuple[Any, ...], days: dict[str, date]) -> CaseLine:
    """A line of the list; `days` keeps today by zone."""
    facts = dict(zip(_COLUMNS, row, strict=True))
    case_id = facts["id"] if isinstance(facts["id"], UUID) else UUID(facts["id"])  # SQLite knows no such type
    zone = str(facts["zone"])
    if zone not in days:
        days[zone] = clock.today(ZoneInfo(zone))
    today = days[zone]
    fresh = facts["removal__on"] is not None and facts["removal__on"] >= today
    return CaseLine(
        id=case_id,
        reference=facts["reference"],
        name=_name(case_id, facts["identity"], facts["key__wrapped"]),
        state=CaseState(facts["state"]),
        age=Age(facts["age"]),
        agency=facts["agency__name"],
        support=facts["support_agency__name"] or "",
        rescued_on=facts["rescued_on"],
        protection=State(facts["removal__state"]) if fresh else State.UNKNOWN,
        sentence=facts["removal__sentence"] if fresh else WORKED_OUT,
        earliest_end=facts["removal__earliest_end"] if fresh else None,
    )


def _name(case_id: UUID, identity: bytes | None, wrapped: bytes | None) -> str:
    if wrapped is None or identity is None:
        return "Erased"
    return Identity.from_json(unwrap(case_id, wrapped).unseal(identity, bound_to=bound("identity", case_id))).shown
