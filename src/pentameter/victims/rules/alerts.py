"""What people are alerted to: what could end within 14, 7 and 2 days, and what has ended. Each once, by its key.

What could end any day from a decision on is said once for each hold, and not every day anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from pentameter.victims.rules.ahead import Ending
from pentameter.victims.rules.events import Clock
from pentameter.victims.rules.protection import ClockAnswer, Protection

ENDING, ENDED, CORRECTION, DETERMINED, CLOSED = "ending", "ended", "correction", "determined", "closed_case"
RESCUE, REFERRAL, GLASS = "rescue", "referral", "glass"
ANY_DAY = 0
"""The notice of what could end any day."""
REMEMBERED = timedelta(days=30)
"""How long ago something may have ended that is still alerted to: longer than any worker is down."""
_WORDS = {
    ENDING: "could end",
    ENDED: "has ended",
    CORRECTION: "correction to agree",
    DETERMINED: "early end",
    CLOSED: "decision on a closed case",
    RESCUE: "rescue",
    GLASS: "broken glass",
}


@dataclass(frozen=True, slots=True)
class Due:
    """An alert that is due. `stem` is the same for all notices of one ending."""

    key: str
    kind: str
    sentence: str
    due_on: date | None
    notice: int | None

    @property
    def stem(self) -> str:
        """What it is about, whatever the notice."""
        return stem_of(self.key)


def words_of(kind: str) -> str:
    """The kind as people say it."""
    return _WORDS.get(kind, kind.replace("_", " "))


def stem_of(key: str) -> str:
    """What an alert is about: its key without the notice."""
    return key.rpartition(":")[0] if key.startswith(f"{ENDING}:") else key


def due(case_id: UUID, reference: str, now: Protection, ahead: tuple[Ending, ...]) -> tuple[Due, ...]:
    """Everything that is to be alerted to in a case, the nearest first."""
    found = [_ending(case_id, reference, one) for one in ahead]
    found += [one for answer in now.clocks for one in _ended(case_id, reference, answer, now.on)]
    return tuple({one.key: one for one in found}.values())


def _ending(case_id: UUID, reference: str, one: Ending) -> Due:
    when = f"{one.hold.since}" if one.any_day else f"{one.on}"
    notice = ANY_DAY if one.any_day else one.notice
    key = f"{ENDING}:{case_id}:{one.clock}:{one.hold.kind}:{when}:{notice}"
    alone = "Nothing else protects then." if one.clock is Clock.REMOVAL else "Nothing else gives support then."
    sentence = f"{reference}: {one.sentence}{f' {alone}' if one.last else ''}"
    return Due(key, ENDING, sentence, one.on, notice)


def _ended(case_id: UUID, reference: str, answer: ClockAnswer, today: date) -> Iterator[Due]:
    if answer.ended_on is not None and answer.ended_on >= today - REMEMBERED:
        key = f"{ENDED}:{case_id}:{answer.clock}:{answer.ended_on}"
        yield Due(key, ENDED, f"{reference}: {answer.sentence}", answer.ended_on, None)
