"""Striking out what was recorded by mistake. What would leave her less protected needs two people.

Nothing is edited: what is struck out stays readable with its reason. Where the case without it would protect her for
fewer days on either clock, or would let a removal go on that it stops now, one person proposes and another agrees;
until then it counts as it was.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pentameter.kernel.actor import Role
from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.events import Case, Clock, Event
from pentameter.victims.rules.holds import Hold, HoldKind
from pentameter.victims.rules.law import RuleBook
from pentameter.victims.rules.protection import ClockAnswer, Protection, protection
from pentameter.victims.rules.recording import SUPPORTING
from pentameter.victims.rules.removal import may_remove
from pentameter.victims.rules.wording import said, sentence

DAY = timedelta(days=1)
_WHAT = {Clock.REMOVAL: "protection from removal", Clock.SUPPORT: "support"}


def may_strike(event: Event, role: Role, *, reason: str) -> Verdict:
    """Whether this role may strike the event out, or propose it."""
    if not reason.strip():
        return refused("Say why it is struck out: what was wrong, and how you know.")
    if role is not Role.DECISION_MAKER and event.kind not in SUPPORTING:
        return refused(f"Only those who decide may strike out {event.kind.words}.")
    return ALLOWED


def may_agree(*, asked_by: str, by: str) -> Verdict:
    """Whether a second person agrees."""
    if asked_by == by:
        return refused("You proposed this yourself. Another person has to agree.")
    return ALLOWED


def without(case: Case, event: Event) -> Case:
    """The case as it would be had the event not been recorded."""
    return replace(case, events=case.events - {event})


def shortens(before: Case, after: Case, book: RuleBook, *, today: date) -> str:
    """What she would lose by the change, in a sentence; empty where she is protected at least as long after it."""
    then, now = protection(before, book, today=today), protection(after, book, today=today)
    for old, new in zip(then.clocks, now.clocks, strict=True):
        if lost := _lost(old, new, today):
            return lost
    for day in sorted(set(_days(then, today))):
        if lost := _less_on(day, before, after, book):
            return lost
    return ""


def _lost(old: ClockAnswer, new: ClockAnswer, today: date) -> str:
    """What is lost as of today: protection itself, an end that cannot be named yet, a later end, one of its grounds."""
    what = _WHAT[old.clock]
    if old.protected and not new.protected:
        return f"It would end {what}."
    if old.protected and old.earliest_end is None and new.earliest_end is not None:
        return f"It would let {what} end that cannot end as things stand."
    if old.earliest_end and new.earliest_end and new.earliest_end < old.earliest_end:
        return f"It would let {what} end on {said(new.earliest_end)} instead of {said(old.earliest_end)}."
    for hold in old.holds:
        if not any(_as_long(hold, other) for other in new.holds):
            return f"It would take away or shorten a ground of {what}: {sentence(hold, old.clock, today)}"
    return ""


def _as_long(hold: Hold, other: Hold) -> bool:
    """Whether the other protects as long, of the same kind, or as the period that a first decision was awaited for."""
    granted = hold.kind is HoldKind.AWAITING and other.kind in (HoldKind.PERIOD, HoldKind.IDENTIFIED)
    if other.kind is not hold.kind and not granted:
        return False
    return other.until is None or (hold.until is not None and other.until >= hold.until)


def _days(answer: Protection, today: date) -> Iterator[date]:
    """The days around which anything could change: the ends of what protects now, and of what is outstanding."""
    yield today
    for clock in answer.clocks:
        for hold in clock.holds:
            yield from _around((hold.until, hold.counted_to, hold.earliest_end), today)
        for one in clock.outstanding:
            yield from _around((one.until,), today)


def _around(days: tuple[date | None, ...], today: date) -> Iterator[date]:
    for day in days:
        if day is not None and day >= today:
            yield day
            yield day + DAY


def _less_on(day: date, before: Case, after: Case, book: RuleBook) -> str:
    then, now = protection(before, book, today=day), protection(after, book, today=day)
    for old, new in zip(then.clocks, now.clocks, strict=True):
        if old.protected and not new.protected:
            return f"It would end {_WHAT[old.clock]} before {said(day)}."
    if not may_remove(before, book, today=day).allowed and may_remove(after, book, today=day).allowed:
        return f"It would let a removal go on that is stopped on {said(day)}."
    return ""
