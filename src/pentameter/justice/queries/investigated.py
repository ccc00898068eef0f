"""Open investigations, for those who ask whether reports may go, or whether an agency may leave."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from pentameter.intelligence.api import some_of
from pentameter.justice.models import Investigation, Suspect


def investigated(mentions: Collection[UUID], *, agency: str) -> bool | None:
    """Whether a suspect of an open investigation is known by one of these mentions.

    None: it is not known, because an open investigation of the agency has a suspect whom nobody has found in reports.
    """
    open_ones = Suspect.objects.filter(investigation__closed_on=None)
    if any(open_ones.filter(mention__in=some).exists() for some in some_of(mentions)):
        return True
    return None if open_ones.filter(mention=None, investigation__agencies__agency_id=agency).exists() else False


def open_investigations(agency: str) -> int:
    """How many open investigations the agency leads or takes part in. One SQL query."""
    mine = Q(agency_id=agency) | Q(agencies__agency_id=agency, agencies__ended_at=None)
    return Investigation.objects.filter(mine, closed_on=None).distinct().count()
