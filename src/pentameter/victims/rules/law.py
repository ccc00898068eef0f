"""Rules of protection as dated rows, and which of them is in force where and when.

Which events start a period, how its days are counted and how count and decisions compose is all in the row.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pentameter.victims.rules.events import Clock, EventKind


class Composition(StrEnum):
    """How the count of days and the decisions make one period."""

    MINIMUM = "minimum"
    FIXED = "fixed"
    LATER = "later_of_days_and_conclusive_grounds"
    EARLIER = "earlier_of_days_and_conclusive_grounds"
    FLOOR = "until_conclusive_grounds_but_positive_keeps_the_days"
    EVENT_DRIVEN = "event_driven"


class Counting(StrEnum):
    """Which day is day 1. Where the source does not say, the person has the benefit: day 1 is the next day."""

    INCLUSIVE = "inclusive"
    FROM_NEXT_DAY = "from_next_day"
    TO_CONFIRM = "inclusive_to_confirm"


class Awaits(StrEnum):
    """The decision that has to come before a period starts."""

    REASONABLE_GROUNDS = "reasonable_grounds"
    PERMISSION = "permission"

    @property
    def words(self) -> str:
        """The decision as it is said in a sentence."""
        return "the reasonable grounds decision" if self is Awaits.REASONABLE_GROUNDS else "the permission"


@dataclass(frozen=True, slots=True)
class Window:
    """Days in which a refusal may be asked to be reconsidered; `protects` where the law keeps protection up in them."""

    days: int
    protects: bool


@dataclass(frozen=True, slots=True)
class Exit:
    """Days of support after the conclusive grounds decision, by how it went."""

    positive: int
    negative: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One dated row. `from_on` None: since when is not known; `to_on` None: still in force. Both days count."""

    id: str
    title: str
    place: str
    clocks: frozenset[Clock]
    from_on: date | None
    to_on: date | None
    starts: tuple[EventKind, ...]
    awaits: Awaits | None
    composition: Composition
    days: int | None
    months: int | None
    counting: Counting | None
    early_end_grounds: frozenset[str]
    second_needs_discretion: bool
    window: Window | None
    exit: Exit | None
    leave_after_positive: bool
    status: str
    to_confirm: tuple[str, ...]
    note: str
    sources: tuple[str, ...]
    facts: Mapping[str, str] = field(compare=False, hash=False)

    def in_force(self, day: date) -> bool:
        """Whether it was in force on `day`."""
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)

    @property
    def mark(self) -> str:
        """Its name, with the mark where something of it is to confirm: "UK-2009 (to confirm)"."""
        return f"{self.id} (to confirm)" if self.to_confirm else self.id


@dataclass(frozen=True, slots=True)
class Place:
    """Where a law holds. `within` is the wider place whose rules hold where this one has none."""

    code: str
    name: str
    zone: str | None
    within: str | None


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rows, and the places that they are for."""

    places: Mapping[str, Place]
    rules: tuple[Rule, ...]
    _by: dict[tuple[str, Clock], tuple[Rule, ...]] = field(default_factory=dict, compare=False, repr=False)

    def in_force(self, place: str, clock: Clock, day: date) -> tuple[Rule, ...]:
        """The rows for a clock in a place on a day: its own, or those of the nearest wider place that has any.

        More than one row of the same place may be in force; the person has the benefit of each.
        """
        at: str | None = place
        while at is not None and at in self.places:
            found = tuple(rule for rule in self._rows(at, clock) if rule.in_force(day))
            if found:
                return found
            at = self.places[at].within
        return ()

    def _rows(self, place: str, clock: Clock) -> tuple[Rule, ...]:
        if (place, clock) not in self._by:
            rows = (rule for rule in self.rules if rule.place == place and clock in rule.clocks)
            self._by[place, clock] = tuple(rows)
        return self._by[place, clock]
