"""Versions of releases, as pages show them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import never_was
from pentameter.releases.models import EarlyReader, Edition, Writer
from pentameter.releases.queries.rows import EditionLine, line_of
from pentameter.releases.rules.states import IN_HAND, KNOWN, State


@dataclass(frozen=True, slots=True)
class EarlyReaderLine:
    """Somebody who may see a version before its time."""

    id: UUID
    person: str
    name: str
    office: str
    because: str
    named_at: datetime
    named_by: str


def edition_row(edition_id: UUID) -> Edition:
    """A version's row with its release. One SQL query.

    Raises:
        Refused: there is no such version.
    """
    row = Edition.objects.select_related("release").filter(pk=edition_id).first()
    if row is None:
        raise never_was()
    return row


def edition_lines() -> tuple[EditionLine, ...]:
    """All versions, those in hand first, then the latest. One SQL query."""
    rows = Edition.objects.select_related("release").defer("sealed", "key", "safe", "content").order_by("-frozen_at")
    lines = [line_of(row) for row in rows]
    return tuple(sorted(lines, key=lambda one: one.state not in IN_HAND))


def lines_of_release(release: UUID) -> tuple[EditionLine, ...]:
    """The versions of one release, the latest first. One SQL query."""
    rows = Edition.objects.select_related("release").defer("sealed", "key", "safe", "content")
    return tuple(line_of(row) for row in rows.filter(release=release).order_by("-number"))


def early_readers(edition_id: UUID) -> tuple[EarlyReaderLine, ...]:
    """Who may see a version before its time. One SQL query."""
    rows = EarlyReader.objects.filter(edition=edition_id, until=None).order_by("named_at", "id")
    return tuple(
        EarlyReaderLine(one.id, one.person, one.name, one.office, one.because, one.named_at, one.named_by)
        for one in rows
    )


def early_for(person: str) -> tuple[EditionLine, ...]:
    """The versions that somebody is named to see. One SQL query."""
    rows = Edition.objects.select_related("release").filter(early_readers__person=person, early_readers__until=None)
    return tuple(line_of(row) for row in rows.order_by("publish_at", "-frozen_at").distinct())


def writers_of(edition_id: UUID) -> frozenset[str]:
    """Everybody who worked on a version. One SQL query."""
    return frozenset(Writer.objects.filter(edition=edition_id).values_list("person", flat=True))


def thresholds() -> frozenset[int]:
    """The thresholds of everything that is known. One SQL query."""
    rows = Edition.objects.filter(state__in=[one.value for one in KNOWN], threshold__isnull=False).exclude(safe="[]")
    return frozenset(one for one in rows.values_list("threshold", flat=True).distinct() if one is not None)


def waiting() -> tuple[int, int]:
    """How many versions wait for a signature, and how many have to be frozen again. One SQL query."""
    states = list(Edition.objects.filter(state__in=_WAIT).values_list("state", flat=True))
    return states.count(State.DESCRIBED.value), states.count(State.OVERTAKEN.value)


def taken_off() -> int:
    """How many releases the check withdrew last, without a version after it. One SQL query."""
    later = Edition.objects.filter(release=OuterRef("release"), number__gt=OuterRef("number"))
    return Edition.objects.filter(~Exists(later), state=State.WITHDRAWN.value, ended_by=SYSTEM.id).count()


_WAIT = (State.DESCRIBED.value, State.OVERTAKEN.value)
