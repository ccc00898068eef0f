"""The ways on which people came, counted: what reports say of them, and else the nationalities of their victims."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, Sum

from pentameter.intelligence.models import CountByWay, Mention
from pentameter.intelligence.queries.kept import ways
from pentameter.intelligence.queries.mentions import Opening
from pentameter.intelligence.queries.readable import countable
from pentameter.intelligence.queries.reports import Filter
from pentameter.intelligence.vocabulary import MentionKind, PersonRole
from pentameter.kernel.actor import Actor

_VICTIMS = frozenset({PersonRole.VICTIM.value, PersonRole.POSSIBLE_VICTIM.value})


@dataclass(frozen=True, slots=True)
class CountedWay:
    """How many reports tell of a way. `nationalities`, where no route is said: those of the victims of a report."""

    route: tuple[str, ...]
    nationalities: tuple[str, ...]
    area: str
    reports: int


def ways_counted(by: Actor, narrowed: Filter, *, everything: bool) -> tuple[CountedWay, ...] | None:
    """The ways of the reports that the actor may read, or with `everything` of all. One SQL query.

    None where it is narrowed by what ways are not counted by, such as a week.
    """
    if not narrowed.columns() <= set(ways(CountByWay)):
        return None
    rows = CountByWay.objects.filter(narrowed.condition(), Q(recipient="") if everything else countable(by))
    found = rows.order_by().values("route", "nationalities", "area").annotate(reports=Sum("counted"))
    return tuple(
        CountedWay(tuple(row["route"].split()), tuple(row["nationalities"].split()), row["area"], row["reports"])
        for row in found
    )


def nationalities(mentioned: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """The nationalities of the victims among what one report mentions."""
    said = (values.get("nationality", "") for values in mentioned if values.get("role") in _VICTIMS)
    return tuple(sorted({one for one in said if one}))


def nationalities_where(condition: Q) -> Mapping[UUID, tuple[str, ...]]:
    """The same by report, where the condition names mentions: for counting, which names nobody. Two SQL queries."""
    opening, found = Opening(), dict[UUID, list[Mapping[str, str]]]()
    people = Mention.objects.filter(condition, kind=MentionKind.PERSON.value).order_by()
    columns = people.values_list("report_id", "report__agency_id", "id", "sealed")
    for report, agency, mention, sealed in columns.iterator():
        found.setdefault(report, []).append(opening.facts(agency, mention, sealed))
    return {report: nationalities(mentioned) for report, mentioned in found.items()}
