"""What an agency holds that stands in the way of its leaving, and the handovers that concern it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from pentameter.accounts import api as accounts
from pentameter.intelligence import api as intelligence
from pentameter.justice import api as justice
from pentameter.operations import api as operations
from pentameter.retention.models import Handover
from pentameter.retention.rules.handovers import Side, StillHeld
from pentameter.victims import api as victims


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """A handover, with the names of both agencies."""

    id: UUID
    leaving: str
    receiving: str
    leaving_name: str
    receiving_name: str
    words: str
    proposed_at: datetime
    proposed_by: str
    accepted_at: datetime | None
    accepted_by: str
    withdrawn_at: datetime | None
    cases: int
    people: int

    @property
    def is_open(self) -> bool:
        """Whether it waits."""
        return self.accepted_at is None and self.withdrawn_at is None


def side(slug: str) -> Side | None:
    """An agency as the rules see it."""
    card = accounts.agency(slug)
    return Side(card.slug, card.sector.value, card.jurisdiction.value, card.current) if card else None


def still_held(agency: str, *, today: date) -> StillHeld:
    """What stands in the way. At most six SQL queries."""
    return StillHeld(
        files=intelligence.files_in_progress(agency),
        rows=intelligence.waiting_rows(agency),
        referrals=victims.waiting_referrals(agency),
        investigations=justice.open_investigations(agency),
        waves=len(operations.duties(agency, today)),
        reports=bool(intelligence.reports_at_review(agency, reported_by=today, limit=1)),
    )


def handovers_of(agency: str) -> tuple[HandoverLine, ...]:
    """The handovers from or to an agency, the latest first. One SQL query."""
    rows = Handover.objects.filter(Q(leaving_id=agency) | Q(receiving_id=agency))
    return tuple(_line(row) for row in rows.select_related("leaving", "receiving").order_by("-proposed_at", "-id"))


def waiting_to_be_accepted(agency: str) -> int:
    """How many handovers wait for an agency to accept them. One SQL query."""
    return Handover.objects.filter(receiving_id=agency, accepted_at=None, withdrawn_at=None).count()


def who_could(agency: str) -> tuple[tuple[str, str], ...]:
    """The agencies that could take over from one: slug and name. One SQL query."""
    cards = accounts.agencies()
    mine = cards.get(agency)
    return tuple(
        (one.slug, one.name)
        for one in cards.values()
        if mine and one.slug != agency and one.current
        if (one.sector, one.jurisdiction) == (mine.sector, mine.jurisdiction)
    )


def _line(row: Handover) -> HandoverLine:
    return HandoverLine(
        id=row.id,
        leaving=row.leaving_id,
        receiving=row.receiving_id,
        leaving_name=row.leaving.name,
        receiving_name=row.receiving.name,
        words=row.words,
        proposed_at=row.proposed_at,
        proposed_by=row.proposed_by,
        accepted_at=row.accepted_at,
        accepted_by=row.accepted_by,
        withdrawn_at=row.withdrawn_at,
        cases=row.cases,
        people=row.people,
    )
