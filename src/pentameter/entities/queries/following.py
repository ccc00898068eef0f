"""What waits to be placed and matched, and what hinders it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from pentameter.entities.linkage.api import model as linkage_model
from pentameter.entities.models import Followed, Placing
from pentameter.intelligence import api as intelligence


@dataclass(frozen=True, slots=True)
class Behind:
    """An agency whose reports are placed up to a number, and how many of them follow."""

    agency: str
    after: int
    waiting: int


@dataclass(frozen=True, slots=True)
class MatchingStanding:
    """How matching stands: how many reports wait, and whether people wait to be matched again.

    `trouble` says in a sentence why nothing is matched. The reports of `locked` agencies wait until their keys open.
    """

    version: str
    waiting: int
    again: bool
    locked: tuple[str, ...]
    trouble: str

    @property
    def ready(self) -> bool:
        """Whether something waits that can be done."""
        return not self.trouble and (self.again or self.waiting > 0)


def standing() -> MatchingStanding:
    """How matching stands now. Few SQL queries that do not grow with the reports."""
    try:
        version, trouble = linkage_model().version, ""
    except (OSError, ValueError) as error:  # a model of another version, or none: nothing is decided
        version, trouble = "", str(error)
    shut = set(intelligence.locked_agencies())
    waits = behind()
    return MatchingStanding(
        version=version,
        waiting=sum(one.waiting for one in waits if one.agency not in shut),
        again=bool(version and stale(version, limit=1, without=shut)),
        locked=tuple(one.agency for one in waits if one.agency in shut),
        trouble=trouble,
    )


def behind() -> tuple[Behind, ...]:
    """The agencies of which reports are not placed yet. Two SQL queries of a row an agency."""
    return tuple(_behind())


def _behind() -> Iterator[Behind]:
    followed = dict(Followed.objects.values_list("agency_id", "arrival"))
    for agency, last in intelligence.arrived().items():
        if (after := followed.get(agency, 0)) < last:
            yield Behind(agency, after, last - after)


def stale(version: str, *, limit: int, without: Collection[str] = ()) -> tuple[UUID, ...]:
    """Reports, some of whose people another model prepared, of all agencies `without` some. At most two SQL queries."""
    people = Placing.objects.exclude(agency__in=without).order_by("prepared_by", "mention")
    found: list[UUID] = []
    for other in (Q(prepared_by__gt="", prepared_by__lt=version), Q(prepared_by__gt=version)):
        if len(found) < limit:
            found += people.filter(other).values_list("report_id", flat=True)[: limit - len(found)]
    return tuple(dict.fromkeys(found))


def waiting_again() -> int:
    """How many people another model prepared, or none any more: they are matched again."""
    try:
        version = linkage_model().version
    except (OSError, ValueError):
        return 0
    return Placing.objects.exclude(prepared_by__in=("", version)).count()
