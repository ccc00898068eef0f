"""Investigations in a list, without anybody's name; and what waits for whom."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from pentameter.access.api import Operation, Reach, decide, reach
from pentameter.justice.models import Investigation, Participation, PipelineEvent, Suspect
from pentameter.justice.queries.outcomes import standing_convictions
from pentameter.justice.rules.investigations import Part
from pentameter.justice.rules.next import BEFORE_CHARGE, UNDER_CHECK
from pentameter.justice.rules.screen import TO_DO, CheckState
from pentameter.justice.rules.stages import Stage
from pentameter.kernel.actor import Actor, Jurisdiction

PAGE = 50
_BEFORE = [one.value for one in BEFORE_CHARGE]
_UNDER = [one.value for one in UNDER_CHECK]
_TO_CHECK = [one.value for one in TO_DO]
_COURT = [one.value for one in Stage if one not in BEFORE_CHARGE | {Stage.NO_ACTION}]
_SENT = Participation.objects.filter(investigation=OuterRef("pk"), part=Part.PROSECUTION.value, ended_at=None)
_GUILTY = PipelineEvent.objects.filter(standing_convictions(), suspect=OuterRef("suspects"), struck_at=None)
_CONVICTED = Q(suspects__stage__in=_COURT) & Q(Exists(_GUILTY))
"""A conviction stands against the suspect, also where another charge has further to go."""
STATES = {
    "check": ("Check to be made", Q(suspects__check_told__in=_TO_CHECK, suspects__stage__in=_UNDER)),
    "review": ("Charge to be reviewed", Q(suspects__check_told=CheckState.REVIEW.value, suspects__stage__in=_UNDER)),
    "before": ("Before a charge", Q(suspects__stage__in=_BEFORE)),
    "court": ("Before the court, or decided", Q(suspects__stage__in=_COURT)),
    "convicted": ("With a conviction", _CONVICTED),
    "unsent": ("Not sent to prosecutors", Q(~Exists(_SENT))),
}
"""What a list can be narrowed to, by name: words, and the condition for whoever is not told of protection."""
_WHOLE = {"check": Q(suspects__check_state__in=_TO_CHECK, suspects__stage__in=_UNDER)}
"""The same for whoever is."""


@dataclass(frozen=True, slots=True)
class InvestigationLine:
    """An investigation in a list. `checks` counts suspects for whom the non-punishment check has to be made, before a
    charge or again after it, or a charge has to be reviewed.
    """

    id: UUID
    reference: str
    name: str
    agency: str
    place: Jurisdiction
    wave: str
    opened_on: date
    suspects: int
    checks: int
    in_court: int
    convicted: int


@dataclass(frozen=True, slots=True)
class InvestigationFilter:
    """What a list is narrowed to."""

    text: str = ""
    place: Jurisdiction | None = None
    state: str = ""
    page: int = 1

    @property
    def active(self) -> int:
        """How many are set."""
        return sum((bool(self.text), self.place is not None, bool(self.state)))


@dataclass(frozen=True, slots=True)
class Investigations:
    """A page of the list."""

    lines: tuple[InvestigationLine, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class JusticeDuties:
    """What waits: suspects to be checked by the actor's prosecutors, before a charge or again after it; charges that
    they have to review; and arrests of the actor's force left open.
    """

    checks: int
    reviews: int
    arrests: int


def investigations(chosen: InvestigationFilter, by: Actor) -> Investigations:
    """The investigations that the actor may list, latest first. Two SQL queries."""
    found = seen_by(by).filter(id__in=_narrowed(chosen, whole=is_told(by)))
    total = found.count()
    pages = max(1, -(-total // PAGE))
    page = min(max(chosen.page, 1), pages)
    state = "suspects__check_state" if is_told(by) else "suspects__check_told"
    under, suspects = Q(suspects__stage__in=_UNDER), Count("suspects", distinct=True)
    rows = found.select_related("agency", "wave").annotate(
        of_all=suspects,
        to_check=Count("suspects", distinct=True, filter=under & Q(**{f"{state}__in": _TO_CHECK})),
        in_court=Count("suspects", distinct=True, filter=Q(suspects__stage__in=_COURT)),
        guilty=Count("suspects", distinct=True, filter=_CONVICTED),
    )
    ordered = rows.order_by("-opened_on", "-opened_at", "id")[(page - 1) * PAGE : page * PAGE]
    lines = tuple(
        InvestigationLine(
            *(row.id, row.reference, row.name, row.agency.name, Jurisdiction(row.jurisdiction)),
            *(row.wave.name if row.wave else "", row.opened_on),
            *(row.of_all, row.to_check, row.in_court, row.guilty),
        )
        for row in ordered
    )
    return Investigations(lines, total, page, pages)


def seen_by(by: Actor) -> QuerySet[Investigation]:
    """What a list may hold: everything, or those in which the actor's agency takes part."""
    found = reach(by, Operation.VIEW_INVESTIGATIONS)
    if found is Reach.ANY:
        return Investigation.objects.all()
    if found is None or not by.agency:
        return Investigation.objects.none()
    return Investigation.objects.filter(id__in=_of_agency(by.agency))


def waiting(by: Actor) -> JusticeDuties:
    """What waits for the actor's agency. At most three SQL queries."""
    checks = reviews = arrests = 0
    mine = Suspect.objects.filter(investigation__in=seen_by(by).values("id"))
    if decide(by, Operation.CHECK_SUSPECT).allowed:
        under = mine.filter(stage__in=_UNDER)
        reviews = under.filter(check_state=CheckState.REVIEW.value).count()
        checks = under.filter(check_state__in=_TO_CHECK).count() - reviews
    if decide(by, Operation.CHANGE_INVESTIGATION).allowed:
        arrests = mine.filter(stage=Stage.ARRESTED.value, investigation__agency_id=by.agency).count()
    return JusticeDuties(checks, reviews, arrests)


def is_told(by: Actor) -> bool:
    """Whether lists count for the actor what only those are told who check suspects."""
    return decide(by, Operation.CHECK_SUSPECT).allowed


def _of_agency(agency: str) -> QuerySet[Investigation, UUID]:
    rows = Investigation.objects.filter(agencies__agency_id=agency, agencies__ended_at=None)
    return rows.order_by().values_list("id", flat=True)


def _narrowed(chosen: InvestigationFilter, *, whole: bool) -> QuerySet[Investigation, UUID]:
    wanted = Q()
    if chosen.text:
        wanted &= Q(name__icontains=chosen.text) | Q(reference__iexact=chosen.text)
    if chosen.place:
        wanted &= Q(jurisdiction=chosen.place.value)
    if chosen.state in STATES:
        wanted &= _WHOLE.get(chosen.state, STATES[chosen.state][1]) if whole else STATES[chosen.state][1]
    return Investigation.objects.filter(wanted).order_by().values_list("id", flat=True)
