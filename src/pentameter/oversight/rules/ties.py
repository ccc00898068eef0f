"""How somebody who looks at a case is tied to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pentameter.kernel.actor import Role

WORKS_ON = timedelta(days=60)
"""For so long an act on a case ties whoever did it."""
FOLLOW_UP = timedelta(days=28)
"""For so long after a case was closed whoever worked with her may have something to finish."""


class Tie(StrEnum):
    """How a person is tied to a case at the moment of a look."""

    OWN = "own"
    PAST = "past"
    DUTY = "duty"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CaseFact:
    """A case as the watch needs it. `opened_by`: who registered her; `works`: who works with her, if known."""

    agency: str
    opened_by: str
    works: str = ""
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A time in which a named person needed to know: assigned, by a share, or by broken glass."""

    began_at: datetime
    ended_at: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Whether it held at a moment."""
        return self.began_at <= at and (self.ended_at is None or at < self.ended_at)


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks, and when. `acted_at`: their last act on the case, which may follow the look by two hours."""

    person: str
    role: Role
    agency: str
    at: datetime
    acted_at: datetime | None = None


def tie_of(looker: Looker, case: CaseFact | None, needs: Sequence[Need]) -> Tie:
    """How a look is tied to its case. A case of which nothing is known ties nobody."""
    if _acted(looker) or (any(need.holds(looker.at) for need in needs) and not _is_over(case, looker.at)):
        return Tie.OWN
    if case is not None and case.opened_by == looker.person and case.closed_on is None:
        return Tie.OWN
    if needs or looker.acted_at is not None or (case is not None and case.opened_by == looker.person):
        return Tie.PAST
    return Tie.DUTY if _is_duty(looker, case) else Tie.NONE


def since_closure(case: CaseFact | None, on: date) -> timedelta | None:
    """How long the case had been closed on a day; None if it was open."""
    if case is None or case.closed_on is None or on < case.closed_on:
        return None
    return on - case.closed_on


def is_on_duty(role: Role) -> bool:
    """Whether everybody's case is the role's work."""
    return role in (Role.DUTY_DESK, Role.DECISION_MAKER, Role.AUDITOR)


def _is_over(case: CaseFact | None, at: datetime) -> bool:
    """Whether a case had been closed for so long that an assignment nobody ended is none any more."""
    closed = since_closure(case, at.date())
    return closed is not None and closed > FOLLOW_UP


def _acted(looker: Looker) -> bool:
    return looker.acted_at is not None and looker.at - looker.acted_at <= WORKS_ON


def _is_duty(looker: Looker, case: CaseFact | None) -> bool:
    """Such roles, and supervisors with a case of their own agency."""
    if is_on_duty(looker.role):
        return True
    return looker.role is Role.FORCE_SUPERVISOR and case is not None and case.agency == looker.agency
