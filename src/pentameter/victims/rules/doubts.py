"""What is not known, and therefore protects. Each doubt is a sentence that says what to mend."""

from collections.abc import Iterator
from datetime import date

from pentameter.victims.rules.events import Case, Event, EventKind, Outcome
from pentameter.victims.rules.history import History
from pentameter.victims.rules.holds import Doubt
from pentameter.victims.rules.law import RuleBook
from pentameter.victims.rules.wording import said

DECISIONS = (EventKind.REASONABLE_GROUNDS, EventKind.CONCLUSIVE_GROUNDS)
DECIDED = {EventKind.RECONSIDERATION_ENDED, EventKind.APPEAL_ENDED, *DECISIONS}
YES_OR_NO = {Outcome.POSITIVE, Outcome.NEGATIVE}
NEEDS_ABOUT = {EventKind.RECONSIDERATION_ASKED, EventKind.RECONSIDERATION_GRANTED, EventKind.RECONSIDERATION_ENDED}


def doubts(case: Case, book: RuleBook, past: History) -> Iterator[Doubt]:
    """Everything about the case that is not known, whatever the clock."""
    if case.jurisdiction not in book.places:
        yield Doubt(f"The jurisdiction ({case.jurisdiction or 'none given'}) is not one whose rules are known here.")
    if not case.events:
        yield Doubt("Nothing is recorded of what happened.")
    elif not past.events:
        yield Doubt(f"Nothing is recorded up to {said(past.today)}.")
    yield from sorted((Doubt(_undated(one)) for one in case.events if one.on is None), key=lambda doubt: doubt.why)
    for one in past.events:
        if why := lacking(one):
            yield Doubt(why)
    yield from (Doubt(why) for why in _contradictions(past))


def lacking(event: Event) -> str:
    """What a dated event does not say though its kind needs it; empty where it says all."""
    return _ASKED[event.kind](event) if event.kind in _ASKED else ""


def _undated(event: Event) -> str:
    what = f"an event called {event.said!r}" if event.kind is EventKind.UNKNOWN and event.said else event.kind.words
    return f"The day of {what} is not known."


def _unknown(event: Event) -> str:
    name = f" ({event.said})" if event.said else ""
    return f"What happened on {said(event.day)} is of a kind that is not known here{name}."


def _outcome(event: Event) -> str:
    if event.outcome not in YES_OR_NO:
        return f"How {event.kind.words} of {said(event.day)} went is not known."
    return _about(event)


def _about(event: Event) -> str:
    if event.kind in NEEDS_ABOUT and event.about not in DECISIONS:
        return f"Which decision {event.kind.words} of {said(event.day)} concerns is not known."
    return ""


def _review(event: Event) -> str:
    known = event.outcome in (Outcome.UPHELD, Outcome.REVOKED)
    return "" if known else f"How {event.kind.words} of {said(event.day)} went is not known."


def _until(event: Event) -> str:
    if event.until is None:
        return f"Until when {event.kind.words} of {said(event.day)} lasts is not known."
    if event.until < event.day:
        return f"By its dates {event.kind.words} of {said(event.day)} ended before it began."
    return ""


def _discretion(event: Event) -> str:
    missing = [name for name in ("decider", "reasons") if not getattr(event, name).strip()]
    if not missing:
        return ""
    return f"{event.kind.words[0].upper()}{event.kind.words[1:]} of {said(event.day)} lacks: {', '.join(missing)}."


_ASKED = {
    EventKind.UNKNOWN: _unknown,
    **dict.fromkeys(DECIDED, _outcome),
    EventKind.RECONSIDERATION_ASKED: _about,
    EventKind.RECONSIDERATION_GRANTED: _about,
    EventKind.DETERMINATION_REVIEWED: _review,
    EventKind.LEAVE_GRANTED: _until,
    EventKind.EXTENDED: _until,
    EventKind.FURTHER_PERIOD: _discretion,
}


def _contradictions(past: History) -> Iterator[str]:
    """Decisions of one stage that went both ways on one day."""
    seen: dict[tuple[EventKind, date], Outcome | None] = {}
    for one in past.of(*DECISIONS):
        before = seen.setdefault((one.kind, one.day), one.outcome)
        if before is not one.outcome and before in YES_OR_NO and one.outcome in YES_OR_NO:
            yield f"Two decisions of {said(one.day)} contradict each other: {one.kind.words} went both ways."
