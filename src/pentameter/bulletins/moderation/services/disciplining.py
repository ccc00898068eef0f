"""The ladder for one reader: taking a step, seconding that the privilege goes, lifting, and bringing it over."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, record
from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.models import Measure, Reader
from pentameter.bulletins.comments.rules.ladder import WORDS, Step
from pentameter.bulletins.comments.services.letters import write_letter
from pentameter.bulletins.comments.transactions import together
from pentameter.bulletins.moderation.models import Step as StepRow
from pentameter.bulletins.moderation.queries.readers import breaches_of
from pentameter.bulletins.moderation.rules.ladder import LAPSES, SUSPENSIONS, ends, may_second, may_take
from pentameter.bulletins.moderation.services.checking import may_be_told
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step that a moderator takes, with its reason. `days` is for a suspension."""

    reader: UUID
    step: Step
    words: str
    rule: str = ""
    days: int = SUSPENSIONS[0]
    decision: UUID | None = None


def reader_subject(reader: UUID) -> Subject:
    """A reader as access sees them: by an id, and nothing of a case."""
    return Subject(kind="reader", id=str(reader), compartment=Compartment.PUBLIC)


@transaction.atomic
def take_step(*, new: NewStep, by: Actor, today: date) -> UUID:
    """Put a reader on a step of the ladder. That the privilege goes waits for a second moderator."""
    require(decide(by, Operation.DISCIPLINE_READERS, reader_subject(new.reader)))
    if not Reader.objects.filter(pk=new.reader).exists():
        raise never_was()
    if new.step is Step.SUSPENDED and new.days not in SUSPENSIONS:
        raise Refused("Choose for how many days.")
    require(may_take(new.step, breaches_of(new.reader), today=today, words=new.words))
    require(may_be_told(new.words, by=by))
    now = clock.now()
    row = StepRow.objects.create(
        reader=new.reader,
        step=new.step.value,
        rule=new.rule,
        words=new.words.strip(),
        decision_id=new.decision,
        by=by.id,
        at=now,
        until=ends(new.step, at=now, days=new.days),
        lapses_on=today + LAPSES[new.step],
        version=0 if new.step is Step.WITHDRAWN else 1,
    )
    detail = {"reader": str(new.reader), "step": new.step.value, "rule": new.rule}
    record(Event.READER_MEASURED, by=by, subject=("step", row.pk), detail=detail)
    transaction.on_commit(lambda: bring_step(step_id=row.pk), robust=True)
    return row.pk


@transaction.atomic
def second_step(*, step_id: UUID, agrees: bool, by: Actor) -> None:
    """Confirm that a reader loses the privilege, or refuse it. Only then does it hold, and is the reader told."""
    row = _locked(step_id)
    require(decide(by, Operation.DISCIPLINE_READERS, reader_subject(row.reader)))
    settled = row.step != Step.WITHDRAWN.value or bool(row.seconded_at or row.refused_at)
    require(may_second(first=row.by, by=by.id, settled=settled))
    row.seconded_by = by.id
    if agrees:
        row.seconded_at, row.version = clock.now(), 1
    else:
        row.refused_at = clock.now()
    row.save()
    record(Event.MEASURE_SECONDED, by=by, subject=("step", row.pk), detail={"agrees": agrees})
    transaction.on_commit(lambda: bring_step(step_id=row.pk), robust=True)


@transaction.atomic
def lift_step(*, step_id: UUID, because: str, by: Actor) -> None:
    """Lift a step before it ends."""
    row = _locked(step_id)
    require(decide(by, Operation.DISCIPLINE_READERS, reader_subject(row.reader)))
    if not because.strip():
        raise Refused("Say why, in a sentence: the reader is told.")
    require(may_be_told(because, by=by))
    lifted(row, because=because, by=by)
    record(Event.MEASURE_LIFTED, by=by, subject=("step", row.pk))


def lifted(row: StepRow, *, because: str, by: Actor) -> None:
    """Note that a step is lifted, in the caller's transaction and record."""
    if row.lifted_at is not None or row.version == 0:
        raise Refused("This step does not hold any more.", conflict=True)
    row.lifted_at, row.lifted_by, row.lifted_because = clock.now(), by.id, because.strip()
    row.version += 1
    row.save()
    transaction.on_commit(lambda: bring_step(step_id=row.pk), robust=True)


def bring_step(*, step_id: UUID) -> None:
    """Bring a step to the public door, where it holds and is told; an older version never wins."""
    row = StepRow.objects.filter(pk=step_id, brought_version__lt=F("version")).first()
    if row is None:
        return
    with together():
        if Reader.objects.filter(pk=row.reader).exists():
            _hold(row)
            _tell(row)
    StepRow.objects.filter(pk=step_id, brought_version__lt=row.version).update(brought_version=row.version)


def bring_steps() -> int:
    """Bring the steps that wait."""
    waiting = list(StepRow.objects.filter(brought_version__lt=F("version")).values_list("pk", flat=True)[:500])
    for step_id in waiting:
        bring_step(step_id=step_id)
    return len(waiting)


def _hold(row: StepRow) -> None:
    given = {
        "reader_id": row.reader,
        "version": row.version,
        "step": row.step,
        "rule": row.rule,
        "words": row.words,
        "began_at": row.seconded_at or row.at,
        "until": row.until,
        "lifted_at": row.lifted_at,
    }
    if not Measure.objects.get_or_create(pk=row.pk, defaults=given)[1]:
        Measure.objects.filter(pk=row.pk, version__lt=row.version).update(**given)


def _tell(row: StepRow) -> None:
    name, meaning = WORDS[Step(row.step)]
    if row.lifted_at is not None:
        subject, parts = f"Lifted: {name.lower()}", [row.lifted_because]
    else:
        until = f"It ends on {row.until:%-d %B %Y}." if row.until else ""
        rule = our_rules.told(row.rule)
        subject, parts = f"{name}, about your comments", [meaning, until, rule and f"Why: {rule}", row.words]
        parts.append("You may appeal within 20 days, on your page.")
    body = "\n\n".join(part for part in parts if part)
    write_letter(reader_id=row.reader, about=f"step {row.pk} {row.version}", subject=subject, body=body)


def _locked(step_id: UUID) -> StepRow:
    row = StepRow.objects.select_for_update().filter(pk=step_id).first()
    if row is None:
        raise never_was()
    return row
