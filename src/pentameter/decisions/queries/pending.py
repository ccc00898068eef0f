"""Whether anything is being decided on a person: for those who ask whether her case may go."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from pentameter.decisions.models import Matter
from pentameter.decisions.rules.states import State


def being_decided(case_id: UUID, *, today: date) -> bool:
    """Whether a decision is open, was not served, or may still be asked to be reconsidered. One SQL query."""
    unfinished = Q(state__in=[State.OPEN.value, State.CONSIDERING.value, State.DECIDED.value])
    return Matter.objects.filter(unfinished | Q(window_until__gte=today), case_id=case_id).exists()
