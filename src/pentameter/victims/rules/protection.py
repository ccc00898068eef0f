"""What protects a person on a day: two clocks, from the set of events and the rules of their days.

A pure function. It fails towards protection: what is not known protects, and says what is to mend.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pentameter.victims.rules import remarks, standing, wording
from pentameter.victims.rules.doubts import doubts
from pentameter.victims.rules.events import Case, Clock, EventKind, Outcome
from pentameter.victims.rules.history import History, history
from pentameter.victims.rules.holds import Doubt, Hold, HoldKind, Outstanding
from pentameter.victims.rules.law import Rule, RuleBook
from pentameter.victims.rules.periods import holds as of_periods
from pentameter.victims.rules.periods import opened
from pentameter.victims.rules.wording import said

DAY = timedelta(days=1)
OPENING = {EventKind.PERMISSION_GRANTED, EventKind.FURTHER_PERIOD}


class State(StrEnum):
    """How a clock stands. Only `ENDED` does not protect."""

    RUNNING = "running"
    AWAITING = "awaiting_decision"
    UNKNOWN = "unknown"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class ClockAnswer:
    """One clock on one day. Days are None where they cannot be named."""

    clock: Clock
    state: State
    sentence: str
    since: date | None
    unbroken_since: date | None
    counted_to: date | None
    minimum_met_on: date | None
    earliest_end: date | None
    ended_on: date | None
    holds: tuple[Hold, ...]
    outstanding: tuple[Outstanding, ...]
    doubts: tuple[str, ...]
    rules: tuple[Rule, ...]
    could_end: tuple[str, ...]

    @property
    def protected(self) -> bool:
        """Whether it runs or is unknown."""
        return self.state is not State.ENDED


@dataclass(frozen=True, slots=True)
class Protection:
    """Both clocks of a person on one day."""

    on: date
    removal: ClockAnswer
    support: ClockAnswer

    @property
    def clocks(self) -> tuple[ClockAnswer, ClockAnswer]:
        """Both, protection from removal first."""
        return self.removal, self.support


def protection(case: Case, book: RuleBook, *, today: date) -> Protection:
    """What protects the person of `case` on `today`, a day in the legal time zone of the case."""
    past = history(case, today)
    general = tuple(doubts(case, book, past))
    removal, support = (clock_answer(case, clock, book, past, general) for clock in Clock)
    return Protection(today, removal, support)


def clock_answer(case: Case, clock: Clock, book: RuleBook, past: History, general: tuple[Doubt, ...]) -> ClockAnswer:
    """One clock, with the doubts that concern both given in."""
    today = past.today
    everything, rules = _holds(case.jurisdiction, clock, book, past)
    unsure = tuple(one.why for one in general) + _own_doubts(case.jurisdiction, clock, book, past)
    if not everything and not unsure and not _refused_at_once(past):
        unsure = ("Nothing that is recorded says that protection began, or that it ended.",)
    active = tuple(sorted((one for one in everything if one.protects(today)), key=_longest_first))
    ended_on = _ended_on(everything, past)
    open_matters = remarks.outstanding(case.jurisdiction, clock, book, past, active)
    return ClockAnswer(
        clock=clock,
        state=_state(active, unsure, today),
        sentence=_sentence(active, unsure, clock, today, ended_on),
        since=min((one.since for one in active), default=None),
        unbroken_since=_unbroken(everything, active),
        counted_to=max((one.counted_to for one in active if _counts(one) and one.counted_to), default=None),
        minimum_met_on=_minimum_met(active, today),
        earliest_end=None if unsure else _earliest_end(active),
        ended_on=None if active or unsure else ended_on,
        holds=active,
        outstanding=(*open_matters, *remarks.of_rules(rules, past)),
        doubts=unsure,
        rules=rules,
        could_end=_could_end(active, unsure, clock),
    )


def _holds(place: str, clock: Clock, book: RuleBook, past: History) -> tuple[list[Hold], tuple[Rule, ...]]:
    """Every hold that there was, and the rules that they stand under (or that were in force at the first event)."""
    found = of_periods(opened(place, clock, book, past), past)
    found += standing.awaiting(place, clock, book, past)
    found += standing.applications(place, clock, book, past)
    rules = _rules(place, clock, book, past, found)
    found += standing.requests(clock, past)
    found += standing.leave(clock, past)
    found += standing.extensions(place, clock, book, past)
    return list(dict.fromkeys(found)), rules


def _rules(place: str, clock: Clock, book: RuleBook, past: History, found: list[Hold]) -> tuple[Rule, ...]:
    named = {one.rule.id: one.rule for one in found if one.rule}
    if not named and past.events:
        named = {rule.id: rule for rule in book.in_force(place, clock, past.events[0].day)}
    return tuple(rule for _, rule in sorted(named.items()))


def _own_doubts(place: str, clock: Clock, book: RuleBook, past: History) -> tuple[str, ...]:
    """Beginnings for which no rule is known. A first step is settled by a later decision that has a rule."""
    if place not in book.places:
        return ()
    name = book.places[place].name
    found = []
    for one in (*past.of(*OPENING, *standing.FIRST_STEPS), *past.positive_grounds):
        if not book.in_force(place, clock, one.day) and not (
            one.kind in standing.FIRST_STEPS and _settled(place, clock, book, past, one.day)
        ):
            found.append(f"No rule on {clock.value} is known for {name} on {said(one.day)}.")
        elif one.kind in OPENING and not _starts(place, book, one.kind, one.day):
            found.append(f"No rule known for {name} says what {one.kind.words} of {said(one.day)} means.")
    return tuple(dict.fromkeys(found))


def _settled(place: str, clock: Clock, book: RuleBook, past: History, day: date) -> bool:
    later = past.of(EventKind.REASONABLE_GROUNDS)
    return any(one.day > day and book.in_force(place, clock, one.day) for one in later)


def _starts(place: str, book: RuleBook, kind: EventKind, day: date) -> bool:
    return any(kind in rule.starts for clock in Clock for rule in book.in_force(place, clock, day))


def _refused_at_once(past: History) -> bool:
    return any(one.outcome is Outcome.NEGATIVE for one in past.of(EventKind.REASONABLE_GROUNDS))


def _state(active: tuple[Hold, ...], unsure: tuple[str, ...], today: date) -> State:
    if unsure:
        return State.UNKNOWN
    if not active:
        return State.ENDED
    return State.AWAITING if all(_only_waits(one, today) for one in active) else State.RUNNING


def _only_waits(hold: Hold, today: date) -> bool:
    """Whether it has no days left to run, and goes on until a decision comes."""
    runs = hold.kind is HoldKind.PERIOD and not hold.minimum_met(today)
    return hold.until is None and bool(hold.waits_for) and not runs


def _sentence(active: tuple[Hold, ...], unsure: tuple[str, ...], clock: Clock, today: date, ended: date | None) -> str:
    if unsure:
        return " ".join((wording.UNKNOWN[clock], *unsure))
    if active:
        return " ".join(dict.fromkeys(wording.sentence(one, clock, today) for one in _once(active)))
    return f"{wording.ENDED[clock]} {said(ended)}." if ended else f"{wording.ENDED[clock]} a day that is not known."


def _once(active: tuple[Hold, ...]) -> tuple[Hold, ...]:
    """Holds that differ in nothing but their first day are one to a reader: the earliest."""
    first: dict[tuple[object, ...], Hold] = {}
    for one in active:
        alike = (one.kind, one.rule, one.until, one.counted_to, one.waits_for)
        if alike not in first or one.since < first[alike].since:
            first[alike] = one
    return tuple(first.values())


def _counts(hold: Hold) -> bool:
    return hold.kind is not HoldKind.AWAITING


def _longest_first(hold: Hold) -> tuple[bool, int, date, str]:
    """Periods first, then what is open, then what lasts longest."""
    until = hold.until or date.max
    return hold.kind is not HoldKind.PERIOD, -until.toordinal(), hold.since, hold.kind


def _minimum_met(active: tuple[Hold, ...], today: date) -> date | None:
    counted = [one for one in active if one.kind is HoldKind.PERIOD]
    met = all(one.counted_to and one.counted_to < today for one in counted)
    return max((one.counted_to for one in counted if one.counted_to), default=None) if met else None


def _earliest_end(active: tuple[Hold, ...]) -> date | None:
    days = [one.earliest_end for one in active]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _ended_on(everything: list[Hold], past: History) -> date | None:
    ends = [one.until for one in everything if one.until is not None]
    refused = (one.day for one in past.of(EventKind.REASONABLE_GROUNDS) if one.outcome is Outcome.NEGATIVE)
    return max((*ends, *(refused if not ends else ())), default=None)


def _unbroken(everything: list[Hold], active: tuple[Hold, ...]) -> date | None:
    """Since when there was no day without protection, as things stand now."""
    if not active:
        return None
    since = min(one.since for one in active)
    for one in sorted(everything, key=lambda hold: hold.until or date.max, reverse=True):
        if one.since < since and (one.until is None or one.until >= since - DAY):
            since = one.since
    return since


def _could_end(active: tuple[Hold, ...], unsure: tuple[str, ...], clock: Clock) -> tuple[str, ...]:
    if unsure:
        return ("nothing, before what is unknown is mended",)
    return tuple(dict.fromkeys(phrase for one in active for phrase in wording.could_end(one, clock)))
