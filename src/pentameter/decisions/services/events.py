"""What decisions tell the clocks. Each is recorded in the transaction of the decision itself."""

from datetime import date
from uuid import UUID

from pentameter.decisions.models import Matter
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.states import Kind, Result
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims.api import Event, EventKind, Facts, Outcome, record_event

ORIGIN = "decisions"
_GROUNDS = {
    Kind.REASONABLE_GROUNDS: EventKind.REASONABLE_GROUNDS,
    Kind.CONCLUSIVE_GROUNDS: EventKind.CONCLUSIVE_GROUNDS,
}
_OUTCOMES = {Result.POSITIVE: Outcome.POSITIVE, Result.NEGATIVE: Outcome.NEGATIVE}


def decided(matter: Matter, draft: Draft, by: Actor) -> None:
    """Tell the clocks of a decision. Asylum and removal tell them nothing: the gate asks the clocks, not they it."""
    event = _event(matter, draft, by)
    if event is not None:
        record_event(case_id=matter.case_id, event=event, origin=ORIGIN, by=by)


def reconsideration_asked(case_id: UUID, about: EventKind, day: date, by: Actor) -> None:
    """While it is open, it protects."""
    record_event(
        case_id=case_id, event=Event(EventKind.RECONSIDERATION_ASKED, on=day, about=about), origin=ORIGIN, by=by
    )


def reconsideration_granted(case_id: UUID, about: EventKind, day: date, by: Actor) -> None:
    """The request was taken up."""
    event = Event(EventKind.RECONSIDERATION_GRANTED, on=day, about=about)
    record_event(case_id=case_id, event=event, origin=ORIGIN, by=by)


def leave_asked(case_id: UUID, day: date, by: Actor) -> None:
    """While leave is undecided, she is protected from removal."""
    record_event(case_id=case_id, event=Event(EventKind.LEAVE_ASKED, on=day), origin=ORIGIN, by=by)


def about_event(matter: Matter) -> EventKind:
    """The kind of decision that a reconsideration concerns."""
    if matter.about is None:
        raise Refused("It is not known which decision this reconsideration concerns.")
    return _GROUNDS[Kind(matter.about.kind)]


def _event(matter: Matter, draft: Draft, by: Actor) -> Event | None:
    kind, result = Kind(matter.kind), draft.result
    if kind in _GROUNDS and result in _OUTCOMES:
        return _dated(_GROUNDS[kind], draft, by, outcome=_OUTCOMES[result])
    if kind is Kind.RECONSIDERATION and result in _OUTCOMES:
        return _dated(EventKind.RECONSIDERATION_ENDED, draft, by, outcome=_OUTCOMES[result], about=about_event(matter))
    if kind is Kind.LEAVE:
        granted = result is Result.GRANTED
        return _dated(EventKind.LEAVE_GRANTED if granted else EventKind.LEAVE_REFUSED, draft, by)
    if kind is Kind.DISQUALIFICATION and result is Result.DISQUALIFIED:
        return _dated(EventKind.DISQUALIFIED, draft, by)
    return None


def _dated(
    kind: EventKind, draft: Draft, by: Actor, *, outcome: Outcome | None = None, about: EventKind | None = None
) -> Event:
    return Event(
        kind,
        on=draft.decided_on,
        outcome=outcome,
        about=about,
        until=draft.until if kind is EventKind.LEAVE_GRANTED else None,
        facts=Facts.OLD if kind is EventKind.REASONABLE_GROUNDS and draft.basis == "old" else None,
        ground=draft.ground,
        evidence=draft.evidence,
        decider=by.name or by.id,
        reasons=draft.reasons,
        review_on=draft.review_on,
    )
