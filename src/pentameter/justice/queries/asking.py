"""Of which suspects it has to be asked whether they are somebody protected: for those downstream who can ask."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from pentameter.justice.keys import safe_of
from pentameter.justice.models import Suspect
from pentameter.justice.queries.opening import person_of
from pentameter.justice.rules.people import Person
from pentameter.justice.rules.screen import LASTS, Answer
from pentameter.kernel.sealing import SealBroken

AGAIN = LASTS / 2
"""An answer is asked for again well before it is too old."""
_UNKNOWN_AGAIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """A suspect to be asked about. `person` None: who it is does not open, and so nobody can be ruled out.

    `version`: the suspect's, when it was read who it is.
    """

    suspect_id: UUID
    version: int
    person: Person | None


def anybody_to_ask_about(*, mark: int, now: datetime) -> bool:
    """Whether there is anybody. One SQL query."""
    return _due(mark, now).exists()


def to_ask_about(*, mark: int, now: datetime, most: int = 200) -> tuple[AskedAbout, ...]:
    """Suspects of whom it was not asked yet, or not since holds came as far as `mark`, or too long ago.

    Of whom it is known that they may be, that stays: they come again only as time passes, so that lists learn what
    reports say since.
    """
    return tuple(
        AskedAbout(row.id, row.version, _person(row)) for row in _due(mark, now).order_by("added_at", "id")[:most]
    )


def _due(mark: int, now: datetime) -> QuerySet[Suspect]:
    behind = Q(protection__mark__lt=mark) | Q(protection__asked_at__lt=now - AGAIN)
    unknown = Q(protection__answer=Answer.UNKNOWN.value, protection__asked_at__lt=now - _UNKNOWN_AGAIN)
    may_be = Q(protection__answer=Answer.MAY_BE.value, protection__asked_at__lt=now - AGAIN)
    due = Q(protection=None) | unknown | may_be | behind & Q(protection__answer=Answer.NOTHING.value)
    return Suspect.objects.filter(due, key__isnull=False)


def _person(row: Suspect) -> Person | None:
    try:
        safe = safe_of(row.id)
        return person_of(row, safe) if safe else None
    except SealBroken:
        return None
