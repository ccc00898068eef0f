"""Reports about those who buy, among the latest that a reader may read. Roles are sealed: people are opened."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import Between, MentionKind, PersonRole
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
    """Which of the latest reports of a wave mention a buyer. Three SQL queries; none for who reads no report."""
    if not found.rights.reads:
        return Buyers()
    narrowed = found.asked.filter(found.wave.id)
    grounds = intelligence.reports_between(by, narrowed, Between(), limit=LOOKED_AT + 1)
    areas_of = {one.report: one.area for one in grounds[:LOOKED_AT]}
    told = _telling(areas_of, by)
    areas = Counter(areas_of[report] for report in told)
    by_area = tuple(sorted(areas.items(), key=lambda one: (-one[1], one[0])))
    return Buyers(len(areas_of), len(told), by_area, older=len(grounds) > LOOKED_AT)


def _telling(reports: Collection[UUID], by: Actor) -> set[UUID]:
    """Of these reports, those that call somebody a buyer. Only people have a role: nothing else is opened."""
    people = intelligence.closed_mentions_in(reports, by, kind=MentionKind.PERSON)
    facts = intelligence.opened_facts(people)
    return {one.report for one in people if facts[one.id].get("role") == PersonRole.BUYER.value}
