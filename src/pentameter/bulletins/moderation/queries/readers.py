"""A reader as moderators know them: a name, what they wrote, what was decided, where they stand. Never the address."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.models import Comment, Reader, Report
from pentameter.bulletins.comments.rules.ladder import Step
from pentameter.bulletins.moderation.models import AppealAnswer, Case, Decision
from pentameter.bulletins.moderation.models import Step as StepRow
from pentameter.bulletins.moderation.rules.acts import Act, State
from pentameter.bulletins.moderation.rules.ladder import Breach, counting, suggested
from pentameter.kernel import clock
from pentameter.kernel.clock import LONDON


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of the ladder that a reader was put on, or that waits for a second moderator."""

    id: UUID
    reader: UUID
    name: str
    step: Step
    rule: str
    words: str
    by: str
    at: datetime
    until: datetime | None
    waits: bool
    refused: bool
    lifted_because: str
    holds: bool
    lapsed: bool


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """A reader's history. `states`: how many of their comments stand where."""

    id: UUID
    name: str
    registered_at: datetime
    comments: int
    states: tuple[tuple[State, int], ...]
    reports: int
    breaches: int
    suggested: Step | None
    steps: tuple[StepLine, ...]
    rules: tuple[tuple[str, int], ...]


def reader_page(reader_id: UUID, by: str, *, today: date) -> ReaderPage | None:
    """A reader's history, for a moderator."""
    reader = Reader.objects.filter(pk=reader_id).first()
    if reader is None:
        return None
    states = Counter(Case.objects.filter(reader=reader_id).values_list("state", flat=True))
    breaches = breaches_of(reader_id)
    broken = Counter(_breaking(reader_id).values_list("rule", flat=True))
    return ReaderPage(
        id=reader_id,
        name=reader.name,
        registered_at=reader.registered_at,
        comments=Comment.objects.filter(reader=reader_id).count(),
        states=tuple((State(state), number) for state, number in states.most_common()),
        reports=Report.objects.filter(reader=reader_id).count(),
        breaches=counting(breaches, today=today),
        suggested=suggested(breaches, today=today),
        steps=tuple(_step(row, reader.name) for row in StepRow.objects.filter(reader=reader_id).order_by("-at")),
        rules=tuple((our_rules.told(rule), number) for rule, number in broken.most_common()),
    )


def breaches_of(reader_id: UUID) -> tuple[Breach, ...]:
    """Every comment of a reader that was removed under a rule; struck where it was undone or an appeal was upheld."""
    upheld = set(AppealAnswer.objects.filter(reader=reader_id, upheld=True).values_list("against", flat=True))
    rows = _breaking(reader_id).values_list("pk", "at")
    return tuple(Breach(at.astimezone(LONDON).date(), struck=pk in upheld) for pk, at in rows)


def waiting_withdrawals(by: str) -> tuple[StepLine, ...]:
    """Withdrawals that wait for a second moderator other than who proposed them."""
    rows = StepRow.objects.filter(step=Step.WITHDRAWN.value, seconded_at=None, refused_at=None).exclude(by=by)
    waiting = list(rows.order_by("at"))
    names = dict(Reader.objects.filter(pk__in=[row.reader for row in waiting]).values_list("pk", "name"))
    return tuple(_step(row, names[row.reader]) for row in waiting if row.reader in names)


def _breaking(reader_id: UUID) -> QuerySet[Decision]:
    """Decisions that removed a comment of a reader's and stand."""
    rows = Decision.objects.filter(case__reader=reader_id, act=Act.REMOVE.value, undone_by=None)
    return rows.exclude(rule="").exclude(case__state=State.PUBLISHED.value)


def _step(row: StepRow, name: str) -> StepLine:
    now, waits = clock.now(), row.version == 0 and row.refused_at is None
    over = row.lifted_at is not None or (row.until is not None and row.until <= now)
    return StepLine(
        id=row.pk,
        reader=row.reader,
        name=name,
        step=Step(row.step),
        rule=our_rules.told(row.rule),
        words=row.words,
        by=row.by,
        at=row.at,
        until=row.until,
        waits=waits,
        refused=row.refused_at is not None,
        lifted_because=row.lifted_because,
        holds=row.version > 0 and not over,
        lapsed=row.lapses_on <= now.astimezone(LONDON).date(),
    )
