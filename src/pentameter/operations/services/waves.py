"""Changing a wave, without losing what another changed meanwhile."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.access import api as access
from pentameter.audit import api as audit
from pentameter.kernel.actor import Actor
from pentameter.kernel.periods import Period
from pentameter.kernel.verdict import Refused, require
from pentameter.operations.models import Return, Wave
from pentameter.operations.queries.cards import WaveCard, wave
from pentameter.operations.rules import waves as rules
from pentameter.operations.services.operations import WavePlan
from pentameter.operations.services.subjects import missing, of_wave


class WaveChangedMeanwhile(Refused):
    """Somebody changed the wave after this person had opened it. `current` is how it is now."""

    def __init__(self, current: WaveCard) -> None:
        super().__init__("Somebody changed this wave after you opened it. Nothing of yours was saved.", conflict=True)
        self.current = current


@transaction.atomic
def change_wave(*, wave_id: UUID, plan: WavePlan, version: int, by: Actor) -> int:
    """Give a wave another name, other days or another note, if it is still at `version`. Answers the new version.

    Raises:
        WaveChangedMeanwhile: if it is not.
    """
    require(access.decide(by, access.Operation.MANAGE_OPERATIONS, of_wave(wave_id)))
    filed = set(Return.objects.filter(wave_id=wave_id).values_list("week", flat=True).distinct())
    require(rules.may_change_dates(Period(plan.starts_on, plan.ends_on), filed))
    changed = Wave.objects.filter(pk=wave_id, version=version).update(
        name=plan.name, starts_on=plan.starts_on, ends_on=plan.ends_on, note=plan.note, version=F("version") + 1
    )
    if not changed:
        raise _lost(wave_id)
    audit.record(audit.Event.WAVE_CHANGED, by=by, subject=("wave", wave_id), detail={"version": version + 1})
    return version + 1


def _lost(wave_id: UUID) -> Refused:
    current = wave(wave_id)
    return missing() if current is None else WaveChangedMeanwhile(current)
