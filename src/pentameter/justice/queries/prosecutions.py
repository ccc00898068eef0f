"""An investigation as those may know it who tell a person what became of it: how far it has come, and nobody's name."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from pentameter.justice.models import Investigation, Suspect
from pentameter.justice.rules.stages import Stage
from pentameter.kernel.actor import Jurisdiction


@dataclass(frozen=True, slots=True)
class Prosecution:
    """An investigation, by its reference; `stages` says how many suspects stand where. It names no suspect."""

    id: UUID
    reference: str
    agency: str
    agency_name: str
    place: Jurisdiction
    stages: tuple[tuple[Stage, int], ...]


def prosecution_by_reference(reference: str) -> UUID | None:
    """The id of the investigation with this reference, or None. One SQL query."""
    wanted = reference.strip().upper()
    return Investigation.objects.filter(reference=wanted).values_list("id", flat=True).first()


def prosecutions(ids: Collection[UUID]) -> dict[UUID, Prosecution]:
    """These investigations. Two SQL queries."""
    stages: dict[UUID, dict[Stage, int]] = {one: {} for one in ids}
    wanted = Q(investigation_id__in=ids)
    for investigation, stage in Suspect.objects.filter(wanted).values_list("investigation_id", "stage"):
        counted = stages[investigation]
        counted[Stage(stage)] = counted.get(Stage(stage), 0) + 1
    return {
        row.id: Prosecution(
            *(row.id, row.reference, row.agency_id, row.agency.name, Jurisdiction(row.jurisdiction)),
            stages=tuple((one, stages[row.id][one]) for one in Stage if one in stages[row.id]),
        )
        for row in Investigation.objects.filter(pk__in=ids).select_related("agency")
    }
