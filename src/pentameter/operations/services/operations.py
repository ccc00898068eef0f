"""Beginning operations and waves."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access import api as access
from pentameter.audit import api as audit
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.operations.models import Operation, Wave
from pentameter.operations.rules import waves as rules
from pentameter.operations.services.subjects import missing, of_operation


@dataclass(frozen=True, slots=True)
class WavePlan:
    """What a person says of a wave. An open end means that it runs until it is ended."""

    name: str
    starts_on: date
    ends_on: date | None = None
    note: str = ""


@transaction.atomic
def create_operation(*, slug: str, name: str, purpose: str, by: Actor, is_history: bool = False) -> str:
    """Begin an operation. Its slug is its address and stays."""
    require(access.decide(by, access.Operation.MANAGE_OPERATIONS, of_operation(slug)))
    if Operation.objects.filter(pk=slug).exists():
        raise Refused(f"There is an operation with the short name {slug} already. Choose another.", conflict=True)
    Operation.objects.create(slug=slug, name=name, purpose=purpose, is_history=is_history)
    audit.record(audit.Event.OPERATION_CREATED, by=by, subject=("operation", slug))
    return slug


@transaction.atomic
def create_wave(*, operation: str, plan: WavePlan, by: Actor) -> UUID:
    """Add the next wave to an operation."""
    require(access.decide(by, access.Operation.MANAGE_OPERATIONS, of_operation(operation)))
    if Operation.objects.select_for_update(no_key=True).filter(pk=operation).first() is None:
        raise missing()
    require(rules.may_run(plan.starts_on, plan.ends_on))
    last = Wave.objects.filter(operation_id=operation).order_by("-number").first()
    wave = Wave.objects.create(
        operation_id=operation,
        number=last.number + 1 if last else 1,
        name=plan.name,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        note=plan.note,
    )
    audit.record(
        audit.Event.WAVE_CREATED, by=by, subject=("wave", wave.id), detail={"operation": operation, "n": wave.number}
    )
    return wave.id
