"""The non-punishment screen: no charge before somebody looked, by name, at whether the suspect may be a victim.

Victims are made to commit offences; CETS 197 art. 26 and the laws of `rules.grounds` say that they are not punished for
it. What is not known means "may be a victim". New facts ask the question again. A check that says "not to be charged"
closes charging until another person has looked again. Article 26 does not end at the charge: new facts ask again after
it too, and a check that says "not to be charged" of somebody who is charged asks to review the charge.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import blake2s

from pentameter.justice.rules.grounds import grounds
from pentameter.justice.rules.kinds import CLEARS, Outcome
from pentameter.justice.rules.stages import SPARED, Owner
from pentameter.justice.rules.standing import Standing
from pentameter.justice.rules.wording import in_words
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class Source(StrEnum):
    """Where a sign comes from."""

    MARK = "mark"
    REPORTS = "reports"
    PROTECTION = "protection"


class Answer(StrEnum):
    """What a source says. Only `NOTHING` says that it has looked and found nothing."""

    NOTHING = "nothing"
    MAY_BE = "may_be"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sign:
    """What one source says of whether the suspect may be a victim. `key` tells this sign apart from later ones."""

    source: Source
    answer: Answer
    key: str

    @property
    def sentence(self) -> str:
        """What it says, and what to do. Nothing further is known here."""
        return _SENTENCES[self.source, self.answer]


_SENTENCES = {
    (Source.MARK, Answer.MAY_BE): "Somebody of the investigation marked that the suspect may be a victim.",
    (Source.REPORTS, Answer.MAY_BE): "A report names the suspect as a victim or possible victim. Read the reports.",
    (Source.REPORTS, Answer.UNKNOWN): "The suspect is not tied to what reports say of people, or it cannot be read. "
    "Call the duty desk.",
    (Source.PROTECTION, Answer.MAY_BE): "May be somebody protected: call the duty desk.",
    (Source.PROTECTION, Answer.UNKNOWN): "It is not known yet whether this is somebody protected: call the duty desk.",
    **{(one, Answer.NOTHING): "Nothing was found." for one in Source},
    (Source.MARK, Answer.UNKNOWN): "It is not known whether anybody marked the suspect. Call the duty desk.",
}


LASTS = timedelta(hours=24)
"""So long an answer is relied on that a suspect is nobody protected; then it is late, and late is not known."""


def protection_sign(answer: Answer | None, asked_at: datetime | None, now: datetime) -> Sign:
    """What was last answered on whether the suspect may be somebody protected, as far as it can be relied on now."""
    if answer is None or asked_at is None:
        return Sign(Source.PROTECTION, Answer.UNKNOWN, "protection:not_asked")
    if answer is Answer.NOTHING and now - asked_at > LASTS:
        return Sign(Source.PROTECTION, Answer.UNKNOWN, f"protection:late:{asked_at:%Y-%m-%d}")
    return Sign(Source.PROTECTION, answer, f"protection:{answer.value}")


BEFORE_ANY_CHARGE = "A non-punishment check has to be made before any charge."
"""All that forces are told of why there is no charge: the same whoever it is."""


class CheckState(StrEnum):
    """How the check stands."""

    TO_MAKE = "to_make"
    MAY_CHARGE = "may_charge"
    ASK_AGAIN = "ask_again"
    CLOSED = "closed"
    REVIEW = "review"

    @property
    def words(self) -> str:
        """As people say it."""
        return _STATES[self]


_STATES = {
    CheckState.TO_MAKE: "check to be made",
    CheckState.MAY_CHARGE: "checked: may be charged",
    CheckState.ASK_AGAIN: "new facts: check again",
    CheckState.CLOSED: "not to be charged",
    CheckState.REVIEW: "charged, and not to be: review",
}
CHECK_OWNERS = {
    CheckState.TO_MAKE: Owner.PROSECUTOR,
    CheckState.MAY_CHARGE: Owner.PROSECUTOR,
    CheckState.ASK_AGAIN: Owner.PROSECUTOR,
    CheckState.CLOSED: Owner.ANOTHER,
    CheckState.REVIEW: Owner.PROSECUTOR,
}
CHECK_NEXT = {
    CheckState.TO_MAKE: frozenset({CheckState.MAY_CHARGE, CheckState.CLOSED}),
    CheckState.MAY_CHARGE: frozenset({CheckState.ASK_AGAIN, CheckState.CLOSED, CheckState.REVIEW}),
    CheckState.ASK_AGAIN: frozenset({CheckState.MAY_CHARGE, CheckState.CLOSED, CheckState.REVIEW}),
    CheckState.CLOSED: frozenset({CheckState.MAY_CHARGE, CheckState.ASK_AGAIN}),
    CheckState.REVIEW: frozenset({CheckState.MAY_CHARGE, CheckState.ASK_AGAIN, CheckState.CLOSED}),
}
TO_DO = frozenset({CheckState.TO_MAKE, CheckState.ASK_AGAIN, CheckState.REVIEW})
"""A prosecutor has to act."""


class Looked(StrEnum):
    """What whoever checked looked at."""

    REPORTS = "reports"
    INTERVIEW = "interview"
    DESK = "desk"
    FIRST_RESPONDER = "first_responder"
    DEFENCE = "defence"

    @property
    def words(self) -> str:
        """As it is ticked."""
        return _LOOKED[self]


_LOOKED = {
    Looked.REPORTS: "What reports say of the suspect",
    Looked.INTERVIEW: "What the suspect said",
    Looked.DESK: "The duty desk's answer, by telephone",
    Looked.FIRST_RESPONDER: "What a first responder or support organisation says",
    Looked.DEFENCE: "What the defence says",
}


@dataclass(frozen=True, slots=True)
class Check:
    """A check as it is to be recorded."""

    outcome: Outcome | None
    ground: str
    looked: frozenset[Looked]
    reasons: str


def speaking(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """The signs that say "may be a victim": what is not known says so too."""
    return tuple(one for one in signs if one.answer is not Answer.NOTHING)


def told(signs: Iterable[Sign], *, whole: bool) -> tuple[Sign, ...]:
    """The signs that somebody is told. Who is not told the whole never learns, by asking, whether somebody is
    protected: what stands on their page is the same for everybody.
    """
    return tuple(one for one in signs if whole or one.source is not Source.PROTECTION)


def print_of(signs: Iterable[Sign]) -> str:
    """The signs in short: another where any is new. A check is recorded by who saw these, and no others."""
    return blake2s(" ".join(sorted(keys_of(signs))).encode(), digest_size=12).hexdigest()


def keys_of(signs: Iterable[Sign]) -> frozenset[str]:
    """By what a check remembers the signs that it has seen."""
    return frozenset(one.key for one in speaking(signs))


def state(now: Standing, seen: frozenset[str], signs: Iterable[Sign]) -> CheckState:
    """How the check stands that counts now; `seen` are the keys of the signs that it knew."""
    if now.check is None:
        return CheckState.TO_MAKE
    if now.check.outcome not in CLEARS:
        punishable = any(one.stage not in SPARED for one in now.charges.values())
        return CheckState.REVIEW if punishable else CheckState.CLOSED
    return CheckState.MAY_CHARGE if keys_of(signs) <= seen else CheckState.ASK_AGAIN


def may_charge(now: Standing, seen: frozenset[str], signs: Iterable[Sign]) -> Verdict:
    """Whether the screen lets a charge go on, and what to do if not."""
    found = state(now, seen, signs)
    if found is CheckState.MAY_CHARGE:
        return ALLOWED
    if found in (CheckState.CLOSED, CheckState.REVIEW):
        return refused(
            "The non-punishment check says that there is to be no charge. Another prosecutor may look at it again."
        )
    why = " ".join(one.sentence for one in speaking(signs) if one.key not in seen)
    if found is CheckState.ASK_AGAIN:
        return refused(
            f"There are new facts since the non-punishment check. {why} Make the check again before a charge."
        )
    known = f"The suspect may be a victim. {why}" if why else "Nobody has looked yet."
    return refused(f"No charge without a non-punishment check. {known} A prosecutor makes the check first.")


def why_not_charged(now: Standing, seen: frozenset[str], signs: Iterable[Sign], *, whole: bool) -> str:
    """Why no charge can follow, as somebody is told; empty where it can."""
    found = may_charge(now, seen, told(signs, whole=whole))
    return found.reason if whole or found.allowed else BEFORE_ANY_CHARGE


def may_check(check: Check, jurisdiction: Jurisdiction, signs: Iterable[Sign]) -> Verdict:
    """Whether a check is whole enough to be recorded."""
    speak = speaking(signs)
    if check.outcome is None:
        return refused("Outcome: choose how the check ended.")
    if not check.looked:
        return refused("What you looked at: choose at least one.")
    if check.outcome is Outcome.NOTHING_FOUND and speak:
        return refused(f"Outcome: something points to a victim. {speak[0].sentence} Choose one of the other outcomes.")
    if check.outcome is not Outcome.NOTHING_FOUND and check.ground not in {one.code for one in grounds(jurisdiction)}:
        return refused("Ground: choose the ground that you looked at.")
    if check.outcome in CLEARS and Looked.DESK not in check.looked and any(_needs_desk(one) for one in speak):
        return refused(
            "What you looked at: the duty desk has to be asked, by telephone, before a charge can follow. Call it, and "
            "choose its answer here."
        )
    return in_words(check.reasons, "Reasons")


def _needs_desk(sign: Sign) -> bool:
    return sign.source is Source.PROTECTION or sign.answer is Answer.UNKNOWN
