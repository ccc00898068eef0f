"""Beginning an investigation, and saying which agencies take part."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.access.api import Operation, decide
from pentameter.accounts.api import agency
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.justice.models import Investigation, Participation, Suspect
from pentameter.justice.queries.opening import opened
from pentameter.justice.rules.investigations import Part, may_close, may_open, may_take_part, part_of
from pentameter.justice.rules.stages import Stage
from pentameter.justice.rules.wording import plain
from pentameter.justice.services.loading import NotYet, insist
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, Jurisdiction
from pentameter.kernel.ids import new_id
from pentameter.kernel.ids import reference as reference_of
from pentameter.kernel.verdict import require
from pentameter.operations.api import wave


@dataclass(frozen=True, slots=True)
class Plan:
    """What an investigation begins with."""

    name: str
    jurisdiction: Jurisdiction
    opened_on: date
    wave: UUID | None = None


@transaction.atomic
def open_investigation(*, plan: Plan, by: Actor) -> UUID:
    """Begin an investigation, led by the actor's agency. Answers its id."""
    require(decide(by, Operation.OPEN_INVESTIGATION))
    insist(may_open(plan.name, plan.opened_on, plan.jurisdiction, today=clock.today()))
    if plan.wave is not None and wave(plan.wave) is None:
        raise NotYet("Wave: choose one of the list.")
    made, now = new_id(), clock.now()
    row = Investigation.objects.create(
        id=made,
        reference=reference_of("J", made),
        name=plain(plan.name),
        agency_id=by.agency,
        jurisdiction=plan.jurisdiction.value,
        wave_id=plan.wave,
        opened_on=plan.opened_on,
        opened_at=now,
        opened_by=by.id,
    )
    _join(row, by.agency, Part.LEAD, by)
    record(Act.INVESTIGATION_OPENED, by=by, subject=("investigation", made))
    return made


@transaction.atomic
def add_agency(*, investigation_id: UUID, slug: str, by: Actor) -> Part:
    """Let another force take part, or send the investigation to prosecutors. Answers as what."""
    Investigation.objects.select_for_update().filter(pk=investigation_id).first()
    found = opened(investigation_id, by, Operation.CHANGE_INVESTIGATION)
    card = agency(slug)
    if card is None:
        raise NotYet("Agency: choose one of the list.")
    insist(may_take_part(card.sector, already=slug in {one.agency_id for one in found.parts}))
    part = part_of(card.sector) or Part.WITH
    _join(found.row, slug, part, by)
    detail = {"agency": slug, "part": part.value}
    record(Act.INVESTIGATION_CHANGED, by=by, subject=("investigation", investigation_id), detail=detail)
    return part


@transaction.atomic
def close_investigation(*, investigation_id: UUID, on: date | None, by: Actor) -> None:
    """Close an investigation once nothing has to follow for any suspect; `on` None: open it again."""
    Investigation.objects.select_for_update().filter(pk=investigation_id).first()
    found = opened(investigation_id, by, Operation.CHANGE_INVESTIGATION)
    if on is not None:
        rows = Suspect.objects.filter(investigation=found.row).values_list("stage", flat=True)
        stages = [Stage(one) for one in rows]
        insist(may_close(stages, on, opened_on=found.row.opened_on, today=clock.today()))
    Investigation.objects.filter(pk=investigation_id).update(closed_on=on, version=F("version") + 1)
    detail = {"what": "closed" if on else "opened again"}
    record(Act.INVESTIGATION_CHANGED, by=by, subject=("investigation", investigation_id), detail=detail)


def _join(row: Investigation, slug: str, part: Part, by: Actor) -> None:
    Participation.objects.create(investigation=row, agency_id=slug, part=part.value, since=clock.now(), added_by=by.id)
    Investigation.objects.filter(pk=row.pk).update(version=F("version") + 1)
