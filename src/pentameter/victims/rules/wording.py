"""How protection speaks: plain sentences. Nothing "expires": days are met, and decisions are awaited."""

from datetime import date

from pentameter.victims.rules.events import Clock
from pentameter.victims.rules.holds import Hold, HoldKind
from pentameter.victims.rules.law import Composition

STILL = {Clock.REMOVAL: "still protected", Clock.SUPPORT: "still supported"}
UNDER_WAY = {Clock.REMOVAL: "Protected from removal", Clock.SUPPORT: "Support runs"}
ENDED = {
    Clock.REMOVAL: "No protection from removal runs under these rules; it ran to",
    Clock.SUPPORT: "No duty of support runs under these rules; it ran to",
}
UNKNOWN = {
    Clock.REMOVAL: "Unknown, and therefore still protected from removal.",
    Clock.SUPPORT: "Unknown, and therefore still supported.",
}
DECISION = "the conclusive grounds decision"


def said(day: date) -> str:
    """A day as people write it: "5 October 2007"."""
    return f"{day.day} {day:%B} {day.year}"


def sentence(hold: Hold, clock: Clock, today: date) -> str:
    """The hold in a sentence, as of today."""
    if hold.minimum_met(today) and hold.counted_to:
        return f"Minimum met on {said(hold.counted_to)}; {STILL[clock]}: awaiting {hold.waits_for}."
    begun = f"{UNDER_WAY[clock]} since {said(hold.since)}{_under(hold)}"
    return f"{begun}: {_reason(hold)}."


def _under(hold: Hold) -> str:
    return f" under {hold.rule.mark}" if hold.rule else ""


def _reason(hold: Hold) -> str:
    if hold.kind is HoldKind.AWAITING and hold.waits_for:
        prospect = f"; if it is positive, the days run to {said(hold.counted_to)} or later" if hold.counted_to else ""
        return f"awaiting {hold.waits_for}{prospect}"
    if hold.kind is HoldKind.PERIOD:
        if hold.until:
            return f"the period runs to {said(hold.until)}"
        if hold.counted_to:
            return f"its days run to {said(hold.counted_to)}, and it awaits {hold.waits_for}"
    reason = _REASONS[hold.kind]
    return f"{reason}, to {said(hold.until)}" if hold.until else reason


_REASONS = {
    HoldKind.AWAITING: "the first decision was awaited",
    HoldKind.PERIOD: f"awaiting {DECISION}",
    HoldKind.IDENTIFIED: "identified as a victim, and the rule sets no end",
    HoldKind.APPLICANT: "awaiting the decision on the application",
    HoldKind.WINDOW: "a refusal may still be asked to be reconsidered",
    HoldKind.EXIT: "support after the conclusive grounds decision",
    HoldKind.EXTENSION: "the period was extended",
    HoldKind.RECONSIDERATION: "a reconsideration is open",
    HoldKind.APPEAL: "an appeal is open",
    HoldKind.LEAVE_ASKED: "awaiting the decision on leave to remain",
    HoldKind.LEAVE: "leave to remain was granted",
}


def could_end(hold: Hold, clock: Clock) -> tuple[str, ...]:
    """What could end the hold, as phrases."""
    found = [] if hold.kind is HoldKind.PERIOD else [_ENDS[hold.kind]]
    if hold.kind is HoldKind.PERIOD and hold.rule:
        found.append(_COMPOSED[hold.rule.composition])
    if hold.until is not None:
        found = [f"the end of {said(hold.until)}"]
    if hold.kind in (HoldKind.PERIOD, HoldKind.EXTENSION) and hold.rule and hold.rule.early_end_grounds:
        grounds = " or ".join(sorted(one.replace("_", " ") for one in hold.rule.early_end_grounds))
        found.append(f"a recorded determination on {grounds}, with evidence, decider and review date")
    return tuple(found)


_COMPOSED = {
    Composition.LATER: f"{DECISION}, but not before the days are over",
    Composition.EARLIER: f"{DECISION}, or the end of the days if that comes first",
    Composition.FLOOR: f"{DECISION}; a positive one keeps the days",
    Composition.FIXED: "the end of the days",
    Composition.MINIMUM: "the recorded end of the national period, but not before the days are over",
    Composition.EVENT_DRIVEN: "a refusal and the days in which it may be asked to be reconsidered",
}
_ENDS = {
    HoldKind.AWAITING: "a negative decision (a positive one starts the period)",
    HoldKind.IDENTIFIED: "nothing that the rule names",
    HoldKind.APPLICANT: "a refusal and the days in which it may be asked to be reconsidered",
    HoldKind.WINDOW: "the end of the window",
    HoldKind.EXIT: "the end of the days",
    HoldKind.EXTENSION: "the end of the extension",
    HoldKind.RECONSIDERATION: "the end of the reconsideration",
    HoldKind.APPEAL: "the decision on the appeal",
    HoldKind.LEAVE_ASKED: "the decision on leave to remain",
    HoldKind.LEAVE: "the end of the leave",
}
