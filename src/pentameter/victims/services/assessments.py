"""Assessing risk, needs and what recovery needs. An assessment is never edited: the next one takes its place."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.victims.models import SupportEntry
from pentameter.victims.queries.protections import today_of
from pentameter.victims.rules.contents import AssessmentWords
from pentameter.victims.rules.support import ASSESSMENTS, LEVELS, EntryKind, EntryState, may_assess
from pentameter.victims.services.supporting import Days, add_entry, move, supported, supporting


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was found, when, and when it is to be looked at again. `seen`: the one that its author had before her."""

    kind: EntryKind
    level: str
    words: str
    on: date
    review_on: date | None
    seen: UUID | None = None


class AssessedMeanwhile(Refused):
    """Somebody assessed her after this person had begun to write."""

    def __init__(self, kind: EntryKind) -> None:
        sentence = f"Somebody wrote another {kind.words} after you began. Read it first; yours is kept below."
        super().__init__(sentence, conflict=True)


@transaction.atomic
def assess(*, case_id: UUID, assessment: Assessment, by: Actor) -> UUID:
    """Record an assessment in the place of the one that stands, which is kept. Answers its id.

    Raises:
        AssessedMeanwhile: if another was written after its author had begun.
    """
    case = supporting(case_id, by)
    kind = assessment.kind
    if kind not in ASSESSMENTS or assessment.level not in LEVELS[kind]:
        raise Refused("Say what was assessed, and how high it is.")
    require(may_assess(assessment.on, assessment.review_on, found_on=case.row.rescued_on, today=today_of(case.row)))
    standing = SupportEntry.objects.filter(case=case.row, kind=kind.value, state=EntryState.LIVE.value).first()
    if (standing.id if standing else None) != assessment.seen:
        raise AssessedMeanwhile(kind)
    if standing:
        move(case, standing, EntryState.SUPERSEDED, by=by)
    said = AssessmentWords(assessment.level, assessment.words)
    days = Days(assessment.on, assessment.review_on)
    row = add_entry(case, kind, said, by, days, follows=standing.id if standing else None)
    supported(case, row, by=by, act="assessed")
    return row.id
