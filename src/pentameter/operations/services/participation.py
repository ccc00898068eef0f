"""Who takes part in a wave, at which level. What was before is kept."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access import api as access
from pentameter.accounts import api as accounts
from pentameter.audit import api as audit
from pentameter.kernel.actor import Actor
from pentameter.kernel.periods import Period
from pentameter.kernel.verdict import Refused, require
from pentameter.operations.models import Participation, Wave
from pentameter.operations.queries.coverage import Participant, participant
from pentameter.operations.rules import involvement as rules
from pentameter.operations.rules.involvement import Involvement
from pentameter.operations.services.subjects import missing, of_wave


@dataclass(frozen=True, slots=True)
class Part:
    """The part that an agency is to take from the day `since` on. `replaces` is the row that the person had seen."""

    agency: str
    level: Involvement
    plan: str
    since: date
    replaces: UUID | None = None


class PartChangedMeanwhile(Refused):
    """Somebody changed the agency's part after this person had opened it. `current` is how it is now."""

    def __init__(self, current: Participant | None) -> None:
        super().__init__("Somebody changed this agency's part after you opened it. Nothing was saved.", conflict=True)
        self.current = current


@transaction.atomic
def set_participation(*, wave_id: UUID, part: Part, by: Actor) -> UUID:
    """Let an agency take part, or take part otherwise: the row before is ended and kept. The same again is no change.

    Raises:
        PartChangedMeanwhile: if the agency's present part is not the one that `part` replaces.
    """
    require(access.decide(by, access.Operation.MANAGE_OPERATIONS, of_wave(wave_id)))
    wave = Wave.objects.select_for_update(no_key=True).filter(pk=wave_id, operation__is_history=False).first()
    agency = accounts.agency(part.agency)
    if wave is None or agency is None:
        raise missing()
    rows = Participation.objects.select_for_update(no_key=True)
    current = rows.filter(wave=wave, agency_id=part.agency, ended_on=None).first()
    if current and (current.level, current.plan) == (part.level.value, part.plan):
        return current.id
    if (current.id if current else None) != part.replaces:
        raise PartChangedMeanwhile(participant(current, agency.name) if current else None)
    span = Period(current.began_on) if current else None
    require(rules.may_take_part(Period(wave.starts_on, wave.ends_on), since=part.since, current=span))
    return _replace(wave_id, current, part, by)


def _replace(wave_id: UUID, current: Participation | None, part: Part, by: Actor) -> UUID:
    if current:
        Participation.objects.filter(pk=current.id).update(ended_on=part.since)
    new = Participation.objects.create(
        wave_id=wave_id, agency_id=part.agency, level=part.level.value, plan=part.plan, began_on=part.since
    )
    detail = {"agency": part.agency, "level": part.level.value, "replaces": str(current.id) if current else ""}
    audit.record(audit.Event.PARTICIPATION_SET, by=by, subject=("wave", wave_id), detail=detail)
    return new.id


@transaction.atomic
def end_participation(*, part_id: UUID, on: date, by: Actor) -> None:
    """End an agency's part with the day `on`. What it has filed stays."""
    row = Participation.objects.select_for_update().filter(pk=part_id).first()
    if row is None:
        raise missing()
    require(access.decide(by, access.Operation.MANAGE_OPERATIONS, of_wave(row.wave_id)))
    require(rules.may_end_part(Period(row.began_on, row.ended_on), on=on))
    Participation.objects.filter(pk=part_id).update(ended_on=on)
    detail = {"agency": row.agency_id, "part": str(part_id)}
    audit.record(audit.Event.PARTICIPATION_ENDED, by=by, subject=("wave", row.wave_id), detail=detail)
