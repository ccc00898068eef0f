"""What protects beside the counted periods: decisions that are awaited, windows, requests, leave and extensions."""

from collections.abc import Iterator
from datetime import date

from pentameter.victims.rules.counting import last_day, window_closes
from pentameter.victims.rules.determinations import ends_after
from pentameter.victims.rules.events import Clock, Event, EventKind, Outcome
from pentameter.victims.rules.history import History, first_after, open_since
from pentameter.victims.rules.holds import Hold, HoldKind
from pentameter.victims.rules.law import Awaits, Composition, Rule, RuleBook

FIRST_STEPS = (EventKind.RECOGNISED, EventKind.REFERRED)


def awaiting(place: str, clock: Clock, book: RuleBook, past: History) -> Iterator[Hold]:
    """From a first step until its answer: nobody is removed before the decision that would start her period."""
    steps = past.of(*FIRST_STEPS, EventKind.REASONABLE_GROUNDS)
    for step in steps:
        for rule in book.in_force(place, clock, step.day):
            if rule.awaits and _asks(step, rule.awaits):
                yield _awaiting(step, rule, rule.awaits, past)


def _asks(step: Event, awaits: Awaits) -> bool:
    if step.kind is EventKind.REASONABLE_GROUNDS:
        return awaits is Awaits.PERMISSION and step.outcome is Outcome.POSITIVE
    return True


def _awaiting(step: Event, rule: Rule, awaits: Awaits, past: History) -> Hold:
    answered = _answered(step, awaits, past)
    would_run_to = last_day(rule, past.today) if answered is None else None
    waits_for = awaits.words if answered is None else ""
    earliest = answered or past.today
    return Hold(HoldKind.AWAITING, step.day, answered, would_run_to, earliest, rule, waits_for)


def _answered(step: Event, awaits: Awaits, past: History) -> date | None:
    """The day of the answer. A second referral on the day that answers the first one is still to be answered."""
    grounds = past.of(EventKind.REASONABLE_GROUNDS)
    if awaits is Awaits.REASONABLE_GROUNDS:
        answers: tuple[Event, ...] = grounds
    else:
        refused = tuple(one for one in grounds if one.outcome is Outcome.NEGATIVE)
        answers = (*past.of(EventKind.PERMISSION_GRANTED, EventKind.PERMISSION_REFUSED), *refused)
    day = first_after(answers, step.day)
    if day == step.day and any(one.day < step.day for one in past.of(step.kind)):
        return first_after((one for one in answers if one.day > step.day), step.day)
    return day


def applications(place: str, clock: Clock, book: RuleBook, past: History) -> Iterator[Hold]:
    """Protection that events drive without a count (Ireland, Act No. 28 of 2024 ss.31, 35).

    An applicant is protected until refused; each refusal opens a window in which protection stays; whoever is
    identified as a victim is protected without an end.
    """
    for step in past.of(*FIRST_STEPS):
        for rule in book.in_force(place, clock, step.day):
            if rule.composition is Composition.EVENT_DRIVEN and step.kind in rule.starts and rule.window:
                yield _applicant(step, rule, rule.window.days, past)
                for refusal in past.refusals:
                    if refusal.day >= step.day:
                        closes = window_closes(rule.window.days, refusal.day)
                        yield Hold(HoldKind.WINDOW, refusal.day, closes, closes, closes, rule)
                for decision in past.identified:
                    if decision.day >= step.day:
                        yield Hold(HoldKind.IDENTIFIED, decision.day, None, None, None, rule)


def _applicant(step: Event, rule: Rule, days: int, past: History) -> Hold:
    again = any(one.day < step.day for one in past.of(step.kind))
    first = (EventKind.REASONABLE_GROUNDS, EventKind.CONCLUSIVE_GROUNDS)
    answers = [one.day for one in past.of(*first) if one.day > step.day or (one.day == step.day and not again)]
    answered = min(answers, default=None)
    earliest = answered or window_closes(days, past.today)
    waits_for = "the decision on the application" if answered is None else ""
    return Hold(HoldKind.APPLICANT, step.day, answered, None, earliest, rule, waits_for)


def requests(clock: Clock, past: History) -> Iterator[Hold]:
    """Open reconsiderations and appeals protect on both clocks, an undecided request for leave from removal."""
    for about in (EventKind.REASONABLE_GROUNDS, EventKind.CONCLUSIVE_GROUNDS, None):
        yield from _reconsideration(about, past)
    yield from _open(HoldKind.APPEAL, past.of(EventKind.APPEAL_ASKED), past.of(EventKind.APPEAL_ENDED), past)
    if clock is Clock.REMOVAL:
        answers = past.of(EventKind.LEAVE_GRANTED, EventKind.LEAVE_REFUSED)
        yield from _open(HoldKind.LEAVE_ASKED, past.of(EventKind.LEAVE_ASKED), answers, past)


def _reconsideration(about: EventKind | None, past: History) -> Iterator[Hold]:
    asked, granted, ended = (
        tuple(one for one in past.of(kind) if one.about is about)
        for kind in (
            EventKind.RECONSIDERATION_ASKED,
            EventKind.RECONSIDERATION_GRANTED,
            EventKind.RECONSIDERATION_ENDED,
        )
    )
    yield from _open(HoldKind.RECONSIDERATION, asked, ended, past)
    for one in granted:
        yield _request(HoldKind.RECONSIDERATION, one.day, first_after(ended, one.day), past.today)


def _open(kind: HoldKind, asks: tuple[Event, ...], ends: tuple[Event, ...], past: History) -> Iterator[Hold]:
    still = open_since(asks, ends)
    for day in {one.day for one in asks}:
        if still is None or day < still:
            yield _request(kind, day, first_after(ends, day), past.today)
    if still is not None:
        yield _request(kind, still, None, past.today)


def _request(kind: HoldKind, since: date, until: date | None, today: date) -> Hold:
    waits_for = "" if until else _WAITS[kind]
    return Hold(kind, since, until, None, until or today, None, waits_for)


_WAITS = {
    HoldKind.RECONSIDERATION: "the end of the reconsideration",
    HoldKind.APPEAL: "the decision on the appeal",
    HoldKind.LEAVE_ASKED: "the decision on leave to remain",
}


def leave(clock: Clock, past: History) -> Iterator[Hold]:
    """Leave to remain protects from removal for as long as it was given."""
    if clock is Clock.REMOVAL:
        for one in past.of(EventKind.LEAVE_GRANTED):
            if one.until is not None and one.until >= one.day:
                yield Hold(HoldKind.LEAVE, one.day, one.until, one.until, one.until)


def extensions(place: str, clock: Clock, book: RuleBook, past: History) -> Iterator[Hold]:
    """A longer period that was granted. Without a named clock it lengthens both."""
    for one in past.of(EventKind.EXTENDED):
        if one.clock in (None, clock) and one.until is not None and one.until >= one.day:
            rules = book.in_force(place, clock, one.day)
            until = min(one.until, ends_after(rules, one.day, past) or one.until)
            yield Hold(HoldKind.EXTENSION, one.day, until, one.until, until, rules[0] if rules else None)
