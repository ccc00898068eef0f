"""The gate: no asylum or removal decision is closed before what the person went through was heard.

Three things: her account was disclosed with her consent, the very person who decides opened it, and its weight is given
in words; or its absence is explained in words. Besides, no removal is decided, and no asylum refused, while something
protects her or is open. Nobody is promised that they may stay; nobody is removed unheard.

Source: the announcement of the second Pentameter operation, October 2007 (no guarantee after the reflection period;
decision-makers take full account of traumatic experiences); CETS 197 art. 13 and 14.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from pentameter.decisions.rules import wording
from pentameter.decisions.rules.states import HEARD, RESULTS, Kind, Result
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

NO_PROMISE = "Nobody is promised that they may stay."
NOT_UNHEARD = "Nobody is removed unheard."
GRANTS = frozenset({(Kind.ASYLUM, Result.GRANTED)})
"""What goes in her favour and is not stopped by what protects her."""


class Told(StrEnum):
    """Whether what she went through is there to be read."""

    NOT_ASKED = "not_asked"
    DISCLOSED = "disclosed"
    CLOSED = "closed"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is there to hear her by. `opened`: the one who decides opened this account, for this decision.

    `absence` is why there is none, in words; it counts only while there is none.
    """

    told: Told
    opened: bool = False
    absence: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """A decision as it is to be closed. `removal` is whether her protection would let a removal go on.

    `outstanding` names what else is open in her case: grounds, a reconsideration or the days to ask for one, leave.
    """

    kind: Kind
    result: Result | None
    reasons: str
    hearing: Hearing = Hearing(Told.UNKNOWN)
    weight: str = ""
    weight_used_before: bool = False
    removal: Verdict = field(default_factory=lambda: refused("It is not known whether anything protects her."))
    outstanding: tuple[str, ...] = ()


def may_serve(kind: Kind, result: Result, *, removal: Verdict, outstanding: tuple[str, ...]) -> Verdict:
    """Whether a decision on asylum or removal may still be served: what came to protect her since stops it, too."""
    if kind not in HEARD or not result.adverse:
        return ALLOWED
    stopped = (one.reason for one in (_unprotected(removal), _nothing_open(outstanding)) if not one.allowed)
    reason = next(stopped, "")
    return refused(f"This is not served now. {reason} Call the duty desk.") if reason else ALLOWED


@dataclass(frozen=True, slots=True)
class Check:
    """One step of the gate, as the page lists it."""

    what: str
    verdict: Verdict

    @property
    def done(self) -> bool:
        """Whether it is done."""
        return self.verdict.allowed


def gate(closing: Closing) -> Verdict:
    """Whether the decision may be closed, and in words why not. The first step that is missing is named."""
    if closing.result not in RESULTS[closing.kind]:
        return refused("Choose how this is decided.")
    return next((one.verdict for one in checks(closing) if not one.done), ALLOWED)


def checks(closing: Closing) -> tuple[Check, ...]:
    """Every step of the gate in its order, with how it stands."""
    found: list[Check] = []
    if closing.kind in HEARD:
        if (closing.kind, closing.result) not in GRANTS:
            found += [
                Check("Nothing protects her from removal", _unprotected(closing.removal)),
                Check("Nothing else is open in her case", _nothing_open(closing.outstanding)),
            ]
        found += [
            Check("Her account was disclosed with her consent, or its absence is explained", _told(closing.hearing)),
            Check("You opened her account for this decision", _opened(closing.hearing)),
            Check("The weight of her account is given in your own words", _weighed(closing)),
        ]
    return (*found, Check("The reasons are given", wording.reasons(closing.reasons)))


def _unprotected(removal: Verdict) -> Verdict:
    return ALLOWED if removal.allowed else refused(f"She is protected, or it is not known. {removal.reason}".strip())


def _nothing_open(outstanding: tuple[str, ...]) -> Verdict:
    return refused(" ".join(outstanding)) if outstanding else ALLOWED


def _told(hearing: Hearing) -> Verdict:
    if hearing.told is Told.DISCLOSED:
        return ALLOWED
    if hearing.told is Told.ABSENT:
        return wording.own_words(hearing.absence, what="why there is no account", hints=wording.HINTS)
    return refused(_MISSING[hearing.told])


_MISSING = {
    Told.NOT_ASKED: "Her account was not disclosed, and nobody explained why there is none. Ask her caseworker, or "
    "explain its absence.",
    Told.CLOSED: "She withdrew her consent, and her account is closed. Decide without it, saying why there is none, or "
    "wait for a new one.",
    Told.UNKNOWN: "It is not known whether there is an account of what she went through.",
}


def _opened(hearing: Hearing) -> Verdict:
    if hearing.told is Told.ABSENT:
        return ALLOWED
    if hearing.told is Told.DISCLOSED and hearing.opened:
        return ALLOWED
    return refused("You have not opened her account for this decision. Open it and read it first.")


def _weighed(closing: Closing) -> Verdict:
    if closing.hearing.told is Told.ABSENT:
        return ALLOWED
    return wording.own_words(
        closing.weight,
        what="the weight of her account",
        hints=wording.HINTS,
        used_before=closing.weight_used_before,
    )
