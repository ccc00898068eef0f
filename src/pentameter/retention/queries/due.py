"""What is to be reviewed, and what waits for a second person: for the page and for Today."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pentameter.access.api import Operation, decide
from pentameter.intelligence import api as intelligence
from pentameter.kernel.actor import Actor
from pentameter.retention.queries.reviews import ReviewLine, proposals, settled
from pentameter.retention.rules.groups import Kind, due_on, group_of, years_before
from pentameter.victims import api as victims

MOST = 100
"""So many are listed; whoever reviewed those sees the next."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """A record to be reviewed: what it is called, from which day its period counts, when its review was due."""

    id: UUID
    called: str
    since: date
    due: date


@dataclass(frozen=True, slots=True)
class DuePage:
    """What is to be reviewed by the actor, at most `MOST` of each, and what waits for a second person."""

    cases: tuple[DueLine, ...]
    reports: tuple[DueLine, ...]
    proposed_cases: tuple[ReviewLine, ...]
    proposed_reports: tuple[ReviewLine, ...]
    may_review_cases: bool
    may_review_reports: bool

    @property
    def due(self) -> int:
        """How many are due, as far as they were counted."""
        return len(self.cases) + len(self.reports)

    @property
    def proposed(self) -> int:
        """How many wait for a second person."""
        return len(self.proposed_cases) + len(self.proposed_reports)


def due_for(by: Actor, *, today: date) -> DuePage:
    """The page for an actor. At most eight SQL queries."""
    cases = _may(by, Operation.ERASE_CASE)
    reports, second = _may(by, Operation.REVIEW_RETENTION), _may(by, Operation.CONFIRM_DISPOSAL)
    return DuePage(
        cases=_cases(by, today) if cases else (),
        reports=_reports(by, today) if reports else (),
        proposed_cases=_proposed_cases(by) if cases else (),
        proposed_reports=proposals(Kind.REPORT, by, agency=by.agency) if second else (),
        may_review_cases=cases,
        may_review_reports=reports,
    )


def _cases(by: Actor, today: date) -> tuple[DueLine, ...]:
    group = group_of(Kind.CASE)
    besides = settled(Kind.CASE, agency=None, today=today)
    found = victims.cases_at_review(by, closed_by=years_before(today, group.first_years), besides=besides, limit=MOST)
    return tuple(_line(one.id, one.reference, one.closed_on, due_on(group, one.closed_on)) for one in found)


def _reports(by: Actor, today: date) -> tuple[DueLine, ...]:
    besides = settled(Kind.REPORT, agency=by.agency, today=today)
    found = intelligence.reports_at_review(
        by.agency, reported_by=years_before(today, group_of(Kind.REPORT).first_years), besides=besides, limit=MOST
    )
    dated = ((one, due_on(group_of(Kind.REPORT, known=one.theme_known), one.reported_on)) for one in found)
    return tuple(
        _line(one.id, one.own_reference, one.reported_on, due) for one, due in dated if due is not None and due <= today
    )


def _proposed_cases(by: Actor) -> tuple[ReviewLine, ...]:
    """Proposals on cases that the actor may have erased: of the organisation that supports her, or for the desk all."""
    found = proposals(Kind.CASE, by, agency=None)
    mine = victims.cases_to_erase(by, [one.item for one in found])
    return tuple(one for one in found if one.item in mine)


def _line(identifier: UUID, called: str, since: date | None, due: date | None) -> DueLine:
    day = since or date.min
    return DueLine(identifier, called, day, due or day)


def _may(by: Actor, operation: Operation) -> bool:
    return decide(by, operation, purpose="to show the way").allowed
