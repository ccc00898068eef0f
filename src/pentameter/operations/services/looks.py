"""Looking at operations: the question and the row that says who asked it, in one transaction."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access import api as access
from pentameter.accounts import api as accounts
from pentameter.audit import api as audit
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.operations.queries import agency as agency_queries
from pentameter.operations.queries import cards, coverage
from pentameter.operations.queries import results as result_queries
from pentameter.operations.queries.agency import AgencyInWave, Duty, FiledReturn
from pentameter.operations.queries.cards import OperationCard
from pentameter.operations.queries.coverage import CoverageGrid
from pentameter.operations.queries.results import ResultsPage
from pentameter.operations.services.subjects import missing, of_operation, of_returns, of_wave


@dataclass(frozen=True, slots=True)
class OperationsPage:
    """Every operation, and what the actor may do with them."""

    operations: tuple[OperationCard, ...]
    duties: tuple[Duty, ...]
    may_manage: bool


@dataclass(frozen=True, slots=True)
class OperationPage:
    """One operation, and whether the actor may change it."""

    operation: OperationCard
    may_manage: bool


@dataclass(frozen=True, slots=True)
class WavePage:
    """A wave with everyone who takes part. `addable` are agencies that do not, for those who may add them."""

    grid: CoverageGrid
    addable: tuple[accounts.AgencyCard, ...]
    may_manage: bool
    may_file: bool


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """One agency in a wave, and what the actor may do there."""

    agency: AgencyInWave
    may_manage: bool
    may_file: bool


@dataclass(frozen=True, slots=True)
class DutyPage:
    """What is expected of the actor's agency, and what it said already of the week in question."""

    duty: Duty
    week: date | None
    filed: FiledReturn | None


@transaction.atomic
def show_operations(*, by: Actor, today: date) -> OperationsPage:
    """The list of operations, with what they expect of the actor's own agency."""
    require(access.decide(by, access.Operation.VIEW_OPERATIONS))
    found = cards.operations()
    audit.looked(audit.Event.OPERATIONS_SHOWN, by=by, kind="operation", ids=[one.slug for one in found])
    may_file = access.decide(by, access.Operation.FILE_RETURN).allowed
    duties = agency_queries.duties(by.agency, today) if may_file else ()
    return OperationsPage(found, duties, _may_manage(by))


@transaction.atomic
def show_operation(*, slug: str, by: Actor) -> OperationPage:
    """One operation and its waves."""
    require(access.decide(by, access.Operation.VIEW_OPERATIONS, of_operation(slug)))
    found = cards.operation(slug)
    if found is None:
        raise missing()
    audit.looked(audit.Event.OPERATIONS_SHOWN, by=by, kind="operation", ids=[slug])
    return OperationPage(found, _may_manage(by))


@transaction.atomic
def show_wave(*, wave_id: UUID, by: Actor, today: date) -> WavePage:
    """A wave: who takes part, who has looked when."""
    require(access.decide(by, access.Operation.VIEW_OPERATIONS, of_wave(wave_id)))
    grid = coverage.coverage(wave_id, today)
    if grid is None:
        raise missing()
    audit.looked(audit.Event.WAVE_SHOWN, by=by, kind="wave", ids=[wave_id])
    taking_part = {line.participant.agency for line in grid.taking_part}
    may_manage = _may_manage(by) and not grid.wave.is_history
    others = (card for slug, card in accounts.agencies().items() if slug not in taking_part) if may_manage else ()
    return WavePage(grid, tuple(others), may_manage, _may_file(by, wave_id, by.agency) and by.agency in taking_part)


@transaction.atomic
def show_agency(*, wave_id: UUID, agency: str, by: Actor, today: date) -> AgencyPage:
    """An agency's part in a wave and everything it said."""
    require(access.decide(by, access.Operation.VIEW_OPERATIONS, of_wave(wave_id)))
    found = agency_queries.agency_in_wave(wave_id, agency, today)
    if found is None:
        raise missing()
    shown = [wave_id, agency, *(one.id for one in found.returns)]
    audit.looked(audit.Event.RETURNS_SHOWN, by=by, kind="return", ids=shown)
    return AgencyPage(found, _may_manage(by), _may_file(by, wave_id, agency))


@transaction.atomic
def show_duty(*, wave_id: UUID, week: date | None, by: Actor, today: date) -> DutyPage:
    """What a wave expects of the actor's own agency now, and what it said of `week` (the first one owed, if None)."""
    require(access.decide(by, access.Operation.FILE_RETURN, of_returns(wave_id, by.agency)))
    found = next((one for one in agency_queries.duties(by.agency, today) if one.wave.id == wave_id), None)
    if found is None:
        raise missing()
    chosen = week or found.first_owed
    filed = agency_queries.current_return(wave_id, by.agency, chosen) if chosen else None
    shown = [wave_id, by.agency, *([filed.id] if filed else [])]
    audit.looked(audit.Event.RETURNS_SHOWN, by=by, kind="return", ids=shown)
    return DutyPage(found, chosen, filed)


@transaction.atomic
def show_results(*, slug: str, by: Actor) -> ResultsPage:
    """What was published of an operation."""
    require(access.decide(by, access.Operation.VIEW_OPERATIONS, of_operation(slug)))
    found = result_queries.results(slug)
    if found is None or not found.waves:
        raise missing()
    audit.looked(audit.Event.OPERATIONS_SHOWN, by=by, kind="operation", ids=[slug])
    return found


def _may_manage(by: Actor) -> bool:
    return access.decide(by, access.Operation.MANAGE_OPERATIONS).allowed


def _may_file(by: Actor, wave_id: UUID, agency: str) -> bool:
    return access.decide(by, access.Operation.FILE_RETURN, of_returns(wave_id, agency)).allowed
