"""Periods that a rule gives: which events open them, and how count and decisions make their end.

Sources stand with each row. A second reasonable grounds decision on old facts opens nothing where the row asks for a
recorded discretion (Nationality and Borders Act 2022 s.62): the discretion is then what opens the further period.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pentameter.victims.rules.counting import last_day
from pentameter.victims.rules.determinations import ends_early_on
from pentameter.victims.rules.events import ORDER, Clock, Event, EventKind, Outcome
from pentameter.victims.rules.history import History
from pentameter.victims.rules.holds import Hold, HoldKind
from pentameter.victims.rules.law import Composition, Rule, RuleBook
from pentameter.victims.rules.wording import DECISION

ALIKE = {EventKind.RECOGNISED, EventKind.REFERRED, EventKind.REASONABLE_GROUNDS, EventKind.PERMISSION_GRANTED}
"""Steps of one and the same beginning: where several may open a period, the first of them does."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A period that an event opened under a rule, and the day of its conclusive grounds decision, if there is one."""

    rule: Rule
    event: Event
    counted_to: date | None
    conclusive_on: date | None = None

    @property
    def start(self) -> date:
        """Its first day."""
        return self.event.day


def opened(place: str, clock: Clock, book: RuleBook, past: History) -> tuple[Opened, ...]:
    """The periods of a clock but those that events alone drive, in order, each with its conclusive decision."""
    found: list[Opened] = []
    for event in (
        *past.positive_grounds,
        *past.of(*(ALIKE - {EventKind.REASONABLE_GROUNDS}), EventKind.FURTHER_PERIOD),
    ):
        for rule in book.in_force(place, clock, event.day):
            counts = rule.composition is not Composition.EVENT_DRIVEN and event.kind in rule.starts
            if counts and not _waits_for_discretion(rule, event, past):
                found.append(Opened(rule, event, last_day(rule, event.day)))
    found = [one for one in found if not _same_beginning(one, found)]
    return _with_conclusive(sorted(found, key=lambda one: (one.start, one.rule.id)), past)


def _waits_for_discretion(rule: Rule, event: Event, past: History) -> bool:
    decision = event.kind is EventKind.REASONABLE_GROUNDS
    return rule.second_needs_discretion and decision and past.rests_on_old_facts(event)


def _same_beginning(one: Opened, found: list[Opened]) -> bool:
    """Whether an earlier step of the same beginning opened the period already."""
    if one.event.kind not in ALIKE:
        return False
    return any(
        other.rule is one.rule
        and other.event.kind in ALIKE
        and other.event.kind is not one.event.kind
        and _before(other, one)
        and other.counted_to is not None
        and one.start <= other.counted_to
        for other in found
    )


def _before(other: Opened, one: Opened) -> bool:
    return (other.start, ORDER[other.event.kind]) < (one.start, ORDER[one.event.kind])


def _with_conclusive(periods: list[Opened], past: History) -> tuple[Opened, ...]:
    """Each period with its conclusive grounds decision: the first after its start.

    A decision of the very day on which a period starts is that period's only if no earlier one still awaited it.
    """
    if not past.conclusive:
        return tuple(periods)
    days = [one.day for one in past.conclusive]
    found: list[Opened] = []
    for period in periods:
        earlier = [one for one in found if one.start < period.start]
        awaited = any(one.conclusive_on is None or one.conclusive_on >= period.start for one in earlier)
        mine = [day for day in days if day > period.start or (day == period.start and not awaited)]
        found.append(replace(period, conclusive_on=min(mine, default=None)))
    return tuple(found)


def holds(periods: tuple[Opened, ...], past: History) -> list[Hold]:
    """The holds of the periods, and of the support that follows a decision where the rule gives any."""
    found = []
    for period in periods:
        until = ENDS[period.rule.composition](period, past)
        early = ends_early_on(period.rule, period.start, past)
        found += _exits(period, early, past)
        found.append(_hold(period, _earlier(until, early), past.today))
    return found


def _hold(period: Opened, until: date | None, today: date) -> Hold:
    end = until or _earliest(period, today)
    waits_for = _WAITS.get(period.rule.composition, "") if until is None else ""
    return Hold(HoldKind.PERIOD, period.start, until, period.counted_to, end, period.rule, waits_for)


def _earliest(period: Opened, today: date) -> date:
    if period.rule.composition is Composition.FLOOR or period.counted_to is None:
        return today
    if period.rule.composition is Composition.EARLIER:
        return min(today, period.counted_to)
    return max(today, period.counted_to)


def _exits(period: Opened, early: date | None, past: History) -> list[Hold]:
    """Support after the decision, counted from the end of the recovery period or the decision, whichever is later."""
    rule, day = period.rule, period.conclusive_on
    if rule.exit is None or day is None or period.counted_to is None:
        return []
    found = []
    for outcome, days in ((Outcome.POSITIVE, rule.exit.positive), (Outcome.NEGATIVE, rule.exit.negative)):
        for decision in past.conclusive_as(outcome):
            if decision.day >= day and (early is None or early >= decision.day):
                counted_to = max(period.counted_to, decision.day) + timedelta(days=days)
                until = min(counted_to, early or counted_to)
                found.append(Hold(HoldKind.EXIT, decision.day, until, counted_to, until, rule))
    return found


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other


def _fixed(period: Opened, _past: History) -> date | None:
    return period.counted_to


def _later(period: Opened, _past: History) -> date | None:
    if period.conclusive_on is None or period.counted_to is None:
        return None
    return max(period.counted_to, period.conclusive_on)


def _sooner(period: Opened, _past: History) -> date | None:
    return _earlier(period.counted_to, period.conclusive_on)


def _floor(period: Opened, past: History) -> date | None:
    """Until the conclusive decision; a positive one, also on reconsideration, keeps the days."""
    if period.conclusive_on is None or period.counted_to is None:
        return None
    positive = [one.day for one in past.conclusive_as(Outcome.POSITIVE) if one.day >= period.conclusive_on]
    if positive and positive[0] <= period.counted_to:
        return max(period.counted_to, period.conclusive_on)
    return period.conclusive_on


def _minimum(period: Opened, past: History) -> date | None:
    """A minimum never ends by itself. The national period's end is recorded, with who decided and why."""
    ends = [one for one in past.of(EventKind.PERIOD_ENDED) if one.decider.strip() and one.reasons.strip()]
    counted_to = period.counted_to
    return min((one.day for one in ends if counted_to and one.day > counted_to), default=None)


ENDS: dict[Composition, Callable[[Opened, History], date | None]] = {
    Composition.FIXED: _fixed,
    Composition.LATER: _later,
    Composition.EARLIER: _sooner,
    Composition.FLOOR: _floor,
    Composition.MINIMUM: _minimum,
}
_WAITS = {
    Composition.LATER: DECISION,
    Composition.EARLIER: DECISION,
    Composition.FLOOR: DECISION,
    Composition.MINIMUM: "the recorded end of the national period",
}
