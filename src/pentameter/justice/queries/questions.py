"""Questions of policy, each with its entries, those that were struck among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from pentameter.justice.models import PolicyQuestion, QuestionEntry
from pentameter.justice.rules import questions as rules
from pentameter.justice.rules.laws import NoSuchLaw, law
from pentameter.justice.rules.offence import Offence
from pentameter.kernel.actor import Jurisdiction


@dataclass(frozen=True, slots=True)
class Struck:
    """That an entry was struck, and why."""

    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class EntryCard:
    """What happened on a day, and where that was published."""

    id: UUID
    number: int
    state: rules.State
    on: date
    said: str
    source: str
    to_confirm: bool
    made_at: datetime
    made_by: str
    struck: Struck | None

    @property
    def value(self) -> rules.Entry:
        """As the rules see it."""
        return rules.Entry(self.state, self.on, self.number)


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """A question as it stands on a day. `entries` by their day, all of them; `seen` tells whether any came since."""

    id: UUID
    text: str
    jurisdiction: Jurisdiction
    law: Offence | None
    entries: tuple[EntryCard, ...]
    state: rules.State | None
    seen: int

    @property
    def standing(self) -> tuple[EntryCard, ...]:
        """The entries that stand."""
        return tuple(one for one in self.entries if one.struck is None)

    @property
    def last(self) -> EntryCard | None:
        """The entry by which it stands as it does."""
        return self.standing[-1] if self.standing else None

    @property
    def owner(self) -> rules.Owner | None:
        """Who has to act."""
        return rules.OWNERS[self.state] if self.state else None


def questions() -> tuple[QuestionCard, ...]:
    """All questions, those with the latest entries first; those without any that stands last. Three SQL queries."""
    found = [_card(row) for row in _whole(PolicyQuestion.objects.order_by("text", "id"))]
    return tuple(sorted(found, key=_latest, reverse=True))


def question(question_id: UUID) -> QuestionCard | None:
    """One question. Three SQL queries."""
    return next((_card(row) for row in _whole(PolicyQuestion.objects.filter(pk=question_id))), None)


def _latest(card: QuestionCard) -> tuple[bool, date]:
    return (card.last is not None, card.last.on if card.last else date.min)


def _whole(rows: QuerySet[PolicyQuestion]) -> Iterable[PolicyQuestion]:
    return rows.prefetch_related("entries__striking")


def _card(row: PolicyQuestion) -> QuestionCard:
    entries = sorted(map(_entry, row.entries.all()), key=lambda one: (one.on, one.number))
    standing = [one.value for one in entries if one.struck is None]
    return QuestionCard(
        id=row.id,
        text=row.text,
        jurisdiction=Jurisdiction(row.jurisdiction),
        law=_law(row.law),
        entries=tuple(entries),
        state=rules.stands(standing, on=date.max),
        seen=len(entries) + sum(1 for one in entries if one.struck),
    )


def _entry(row: QuestionEntry) -> EntryCard:
    striking = getattr(row, "striking", None)
    return EntryCard(
        id=row.id,
        number=row.number,
        state=rules.State(row.state),
        on=row.on,
        said=row.said,
        source=row.source,
        to_confirm=row.to_confirm,
        made_at=row.made_at,
        made_by=row.made_by,
        struck=Struck(striking.reason, striking.struck_at, striking.struck_by) if striking else None,
    )


def _law(code: str) -> Offence | None:
    try:
        return law(code) if code else None
    except NoSuchLaw:
        return None  # the table of laws has lost it; the question stays
