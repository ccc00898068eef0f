"""What may be recorded of a case: nothing that cannot have happened, nothing that ends protection by a side door.

Whoever supports her records what begins, lengthens or is asked for. What may end protection is recorded by who decides
it, with all that makes it whole. The order in which things become known never matters, so nothing here asks for it.
"""

from dataclasses import replace
from datetime import date

from pentameter.kernel.actor import Role
from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.determinations import missing
from pentameter.victims.rules.doubts import DECISIONS, YES_OR_NO, lacking
from pentameter.victims.rules.events import Case, Event, EventKind
from pentameter.victims.rules.wording import said

FIRST_DAY = date(2000, 1, 1)
SUPPORTING = (
    EventKind.RECOGNISED,
    EventKind.REFERRED,
    EventKind.PERMISSION_GRANTED,
    EventKind.EXTENDED,
    EventKind.FURTHER_PERIOD,
    EventKind.RECONSIDERATION_ASKED,
    EventKind.APPEAL_ASKED,
    EventKind.LEAVE_ASKED,
    EventKind.WITHDRAWN,
    EventKind.REMOVAL_CHECKED,
)
"""What caseworkers and the duty desk may record: none of it ends protection."""

DECIDING = (
    EventKind.PERMISSION_REFUSED,
    EventKind.RECONSIDERATION_GRANTED,
    EventKind.APPEAL_ENDED,
    EventKind.DETERMINATION_REVIEWED,
    EventKind.PERIOD_ENDED,
)
"""What a decision-maker may record beside: decisions that have no page of their own."""


def typed_by(role: Role) -> tuple[EventKind, ...]:
    """The kinds that a form offers to a role."""
    if role in (Role.CASEWORKER, Role.DUTY_DESK):
        return SUPPORTING
    return (*SUPPORTING, *DECIDING) if role is Role.DECISION_MAKER else ()


def may_record_as(kind: EventKind, role: Role) -> Verdict:
    """Whether this role records events of this kind at all."""
    if role in (Role.CASEWORKER, Role.DUTY_DESK) and kind not in SUPPORTING:
        return refused(f"{_capital(kind.words)} is recorded by those who decide it.")
    return ALLOWED


def may_record(event: Event, case: Case, *, today: date, born: str = "") -> Verdict:
    """Whether `event` may be added to what is known of the case on `today`. `born`: her birth, as far as known."""
    when = _may_be_on(event.on, today, born)
    if not when.allowed:
        return when
    if event.kind is EventKind.UNKNOWN:
        return refused("Say what happened: this kind of event is not known here.")
    if lacks := lacking(event if event.on else replace(event, on=today)):
        return refused(f"{lacks} Without it nothing is recorded.")
    if lacks := _lacks(event, case):
        return refused(lacks)
    if replace(event, known_at=None) in {replace(one, known_at=None) for one in case.events}:
        return refused("This is recorded already.")
    return ALLOWED


def may_record_when_closed(role: Role, *, shortens: str) -> Verdict:
    """Whether a closed case takes an event.

    A closed case still protects, so it takes what an authority decided: the clocks have to know it. It does not take
    what would end or shorten protection, for nobody stands beside her then who could ask for a reconsideration.
    """
    if role is not Role.DECISION_MAKER:
        return refused("This case is closed. Open it again first, and say why.")
    if shortens:
        return refused(f"This case is closed, and nobody works with her. {shortens} Have the case opened again first.")
    return ALLOWED


def earliest_birth(born: str) -> date | None:
    """The first day on which someone of this birth, as far as it is known, can have been born."""
    parts = [int(part) for part in born.split("-") if part.isascii() and part.isdigit()]
    if not 1 <= len(parts) <= 3 or not 1 <= parts[0] <= 9999:
        return None
    try:
        return date(*(*parts, 1, 1)[:3])
    except (ValueError, OverflowError):
        return date(parts[0], 1, 1)


def _may_be_on(day: date | None, today: date, born: str) -> Verdict:
    if day is None:
        return ALLOWED
    if day > today:
        return refused(f"{said(day)} has not come yet. Record what happened on its day or later.")
    if day < FIRST_DAY:
        return refused(f"{said(day)} lies before anything that is recorded here. Check the year.")
    birth = earliest_birth(born)
    if birth and day < birth:
        return refused(f"{said(day)} lies before her birth as it is recorded. Check the day, or mend the record.")
    return ALLOWED


def _lacks(event: Event, case: Case) -> str:
    if event.kind is EventKind.DISQUALIFIED and event.on and (absent := missing(event)):
        return f"A determination without {', '.join(absent)} ends nothing. Give them."
    if event.kind is EventKind.PERIOD_ENDED and not (event.decider.strip() and event.reasons.strip()):
        return "The end of a national period needs who decided it, and the reasons."
    if event.kind in DECISIONS and event.on and _contradicted(event, case):
        return (
            f"{_capital(event.kind.words)} of {said(event.on)} is recorded with the other outcome. "
            "One of them is wrong: strike that out, with a reason."
        )
    return ""


def _contradicted(event: Event, case: Case) -> bool:
    same = (one for one in case.events if one.kind is event.kind and one.on == event.on)
    return any({one.outcome, event.outcome} == YES_OR_NO for one in same)


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
