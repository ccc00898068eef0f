"""What is known of whether suspects may be victims: marks, what reports call them, whether somebody protected is meant.

What cannot be read is unknown, and unknown means "may be".
"""

from collections.abc import Collection
from datetime import datetime
from hashlib import blake2s
from uuid import UUID

from django.db.models import QuerySet

from pentameter.entities.api import Roles, roles_of_things
from pentameter.intelligence.api import PersonRole
from pentameter.justice.models import Mark, Protection, Suspect
from pentameter.justice.rules.screen import Answer, Sign, Source, protection_sign
from pentameter.kernel import clock

_VICTIMS = frozenset({PersonRole.VICTIM.value, PersonRole.POSSIBLE_VICTIM.value})


def signs_of(suspects: Collection[Suspect], until: datetime | None = None) -> dict[UUID, tuple[Sign, ...]]:
    """The signs of each suspect, one a source and one a mark. Six SQL queries at most.

    `until`: without marks that were made later. What reports and protection say is always what they say now.
    """
    ids = [one.id for one in suspects]
    marks: dict[UUID, list[Sign]] = {one: [] for one in ids}
    for suspect, mark in marks_by(until).filter(suspect_id__in=ids).values_list("suspect_id", "id"):
        marks[suspect].append(Sign(Source.MARK, Answer.MAY_BE, f"mark:{mark}"))
    asked = {one.suspect_id: one for one in Protection.objects.filter(suspect_id__in=ids)}
    roles = roles_of_things({one.mention for one in suspects if one.mention})
    return {one.id: (*marks[one.id], _reports(one, roles), _protection(asked.get(one.id))) for one in suspects}


def marks_by(moment: datetime | None) -> QuerySet[Mark]:
    """Marks that were made by a moment, or all; oldest first."""
    return (Mark.objects.filter(marked_at__lte=moment) if moment else Mark.objects.all()).order_by("marked_at")


def _reports(suspect: Suspect, roles: dict[UUID, Roles | None]) -> Sign:
    found = roles.get(suspect.mention) if suspect.mention else None
    if found is None:
        return Sign(Source.REPORTS, Answer.UNKNOWN, "reports:unknown")
    if so := [str(mention) for role in _VICTIMS for mention in found.get(role, ())]:
        return Sign(Source.REPORTS, Answer.MAY_BE, f"reports:victim:{_seen(so)}")
    return Sign(Source.REPORTS, Answer.NOTHING, "reports")


def _seen(mentions: list[str]) -> str:
    """Which mentions call them a victim, in short: any other makes another sign, which asks for the check again."""
    return blake2s(" ".join(sorted(mentions)).encode(), digest_size=8).hexdigest()


def _protection(asked: Protection | None) -> Sign:
    if asked is None:
        return protection_sign(None, None, clock.now())
    return protection_sign(Answer(asked.answer), asked.asked_at, clock.now())
