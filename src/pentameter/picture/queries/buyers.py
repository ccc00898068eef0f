"""Reports about those who buy, among the latest that a reader may read. Roles are sealed: mentions are opened."""

from collections import Counter
from dataclasses import dataclass

from pentameter.intelligence import api as intelligence
from pentameter.intelligence.api import Between, PersonRole
from pentameter.kernel.actor import Actor
from pentameter.picture.queries.frame import Frame

LOOKED_AT = 1_500


@dataclass(frozen=True, slots=True)
class Buyers:
    """How many of so many reports mention a buyer, by area. `older`: there are more reports than were looked at."""

    looked_at: int = 0
    reports: int = 0
    by_area: tuple[tuple[str, int], ...] = ()
    older: bool = False


def buyers(found: Frame, by: Actor) -> Buyers:
    """Which of the latest reports of a wave mention a buyer. Two SQL queries; none for who reads no report."""
    if not found.rights.reads:
        return Buyers()
    narrowed = found.asked.filter(found.wave.id)
    grounds = intelligence.reports_between(by, narrowed, Between(), limit=LOOKED_AT + 1)
    some = [one.report for one in grounds[:LOOKED_AT]]
    told = {
        one.ground.report: one.ground.area
        for one in intelligence.mentions_in(some, by)
        if one.mention.values.get("role") == PersonRole.BUYER.value
    }
    areas = Counter(told.values())
    by_area = tuple(sorted(areas.items(), key=lambda one: (-one[1], one[0])))
    return Buyers(len(some), len(told), by_area, older=len(grounds) > LOOKED_AT)
