"""One force: what it sent, what became of it, where others have an interest, and what is expected of it next."""

from dataclasses import dataclass
from datetime import date, datetime

from pentameter.access.api import Operation, decide
from pentameter.accounts import api as accounts
from pentameter.accounts.api import AgencyCard
from pentameter.entities import api as entities
from pentameter.entities.api import SharedCounts
from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import Sent
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was
from pentameter.operations import api as operations
from pentameter.operations.api import Duty

COUNTED = 1_000
"""Up to so many pairs are counted."""


@dataclass(frozen=True, slots=True)
class Force:
    """A force as of a moment. `names` of those whom it may call; `reviews` None: not told to this reader."""

    agency: AgencyCard
    at: datetime
    today: date
    sent: Sent
    shared: SharedCounts
    names: dict[str, str]
    duties: tuple[Duty, ...]
    reviews: int | None


@dataclass(frozen=True, slots=True)
class ForceRow:
    """A force in the list of all: what it sent, and the weeks of the running waves that it owes."""

    slug: str
    name: str
    files: int
    accepted: int
    quarantined: int
    duplicate: int
    owed: int


def force(slug: str, by: Actor, *, at: datetime, today: date) -> Force:
    """One force. Six SQL queries at most.

    Raises:
        Refused: there is no such agency.
    """
    known = accounts.agencies()
    if slug not in known:
        raise never_was()
    shared = entities.shared_counts(slug)
    own = slug == by.agency and decide(by, Operation.JUDGE_PAIR).allowed
    return Force(
        agency=known[slug],
        at=at,
        today=today,
        sent=intelligence.sent_by(slug),
        shared=shared,
        names={one: known[one].name for one in shared.by_agency},
        duties=operations.duties(slug, today),
        reviews=entities.pairs_waiting(by) if own else None,
    )


def forces(today: date) -> tuple[ForceRow, ...]:
    """Every force that takes part in a wave that runs, or sent anything. Four SQL queries."""
    known, sent = accounts.agencies(), {one.agency: one for one in intelligence.totals_by_agency()}
    owed: dict[str, int] = {}
    for grid in operations.running(today):
        for line in grid.taking_part:
            slug = line.participant.agency
            owed[slug] = owed.get(slug, 0) + line.owed
    rows = (_row(slug, known[slug].name, sent.get(slug), owed.get(slug, 0)) for slug in owed.keys() | sent.keys())
    return tuple(sorted(rows, key=lambda one: one.name))


def _row(slug: str, name: str, totals: intelligence.AgencyTotals | None, owed: int) -> ForceRow:
    if totals is None:
        return ForceRow(slug, name, 0, 0, 0, 0, owed)
    return ForceRow(slug, name, totals.files, totals.accepted, totals.quarantined, totals.duplicate, owed)
