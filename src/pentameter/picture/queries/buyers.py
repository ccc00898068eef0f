"""Reports about those who buy, among the latest that a reader may read. Roles are sealed: people are opened."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import Between, ClosedMention, MentionKind, PersonRole
from pentameter.kernel.actor import Actor
from pentameter.picture.queries.frame import Frame

LOOKED_AT = 300
"""So many of the latest reports are opened for a look."""


@dataclass(frozen=True, slots=True)
class Buyers:
    """How many of so many reports mention a buyer, by area. `older`: there are more reports than were looked at."""

    looked_at: int = 0
    reports: int = 0
    by_area: tuple[tuple[str, int], ...] = ()
    older: bool = False


def buyers(found: Frame, by: Actor) -> Buyers:
    """Which of the latest reports of a wave mention a buyer. One SQL query; none for who reads no report."""
    if not found.rights.reads:
        return Buyers()
    narrowed = found.asked.filter(found.wave.id)
    latest = intelligence.closed_between(by, narrowed, Between(), limit=LOOKED_AT + 1, kind=MentionKind.PERSON)
    areas_of = {one.report: one.area for one in latest.grounds[:LOOKED_AT]}
    told = _telling(one for one in latest.mentions if one.report in areas_of)
    areas = Counter(areas_of[report] for report in told)
    by_area = tuple(sorted(areas.items(), key=lambda one: (-one[1], one[0])))
    return Buyers(len(areas_of), len(told), by_area, older=len(latest.grounds) > LOOKED_AT)


def _telling(people: Iterable[ClosedMention]) -> set[UUID]:
    """The reports that call one of these people a buyer. Only people have a role: nothing else is opened."""
    mentioned = tuple(people)
    facts = intelligence.opened_facts(mentioned)
    return {one.report for one in mentioned if facts[one.id].get("role") == PersonRole.BUYER.value}
