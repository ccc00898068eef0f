"""Keeping the counts of people by age and nationality, in the transaction that writes the case."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import refused, require
from pentameter.victims.models import PeopleCount
from pentameter.victims.queries.people import Cell, kept, nation_of, recounted
from pentameter.victims.rules.cases import Age, Identity


def count_person(wave: UUID | None, age: Age, identity: Identity) -> None:
    """Somebody more is counted, in the caller's transaction."""
    _add((wave, age.value, nation_of(identity)), 1)


def count_anew(wave: UUID | None, before: tuple[Age, Identity], after: tuple[Age, Identity]) -> None:
    """Somebody is counted elsewhere than before, in the caller's transaction. Cells are taken in one order by all."""
    old = (wave, before[0].value, nation_of(before[1]))
    new = (wave, after[0].value, nation_of(after[1]))
    if old != new:
        for cell, by in sorted(((old, -1), (new, 1)), key=lambda one: one[0][1:]):
            _add(cell, by)


@transaction.atomic
def recount_people(*, by: Actor) -> int:
    """Open every case, count again, and keep that. How many cells were wrong. For installations older than the counts.

    Raises:
        Refused: somebody asks for it; the system's own command does.
    """
    if by.role is not Role.SYSTEM:
        require(refused("Only the system's own command counts again."))
    wanted, known = recounted(), kept()
    wrong = {cell for cell in wanted.keys() | known.keys() if wanted.get(cell, 0) != known.get(cell, 0)}
    for cell in sorted(wrong, key=lambda one: (str(one[0]), *one[1:])):
        _add(cell, wanted.get(cell, 0) - known.get(cell, 0))
    record(Event.PEOPLE_RECOUNTED, by=by, subject=("people", ""), detail={"cells": len(wrong)})
    return len(wrong)


def _add(cell: Cell, people: int) -> None:
    wave, age, nationality = cell
    mine = PeopleCount.objects.filter(wave=wave, age=age, nationality=nationality)
    if not mine.update(people=F("people") + people):
        PeopleCount.objects.bulk_create(
            [PeopleCount(wave_id=wave, age=age, nationality=nationality, people=0)], ignore_conflicts=True
        )
        mine.update(people=F("people") + people)
