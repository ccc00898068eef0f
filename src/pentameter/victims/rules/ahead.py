"""Looking ahead: what could end within 14, 7 and 2 days. For the worker that warns caseworker and duty desk."""

from dataclasses import dataclass
from datetime import date

from pentameter.victims.rules.events import Case, Clock
from pentameter.victims.rules.holds import Hold
from pentameter.victims.rules.law import RuleBook
from pentameter.victims.rules.protection import ClockAnswer, protection
from pentameter.victims.rules.wording import could_end as phrases
from pentameter.victims.rules.wording import said

NOTICES = (14, 7, 2)
"""Days of notice, the longest first."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that could end with the day `on`.

    `notice` is the shortest notice that is due by now. `any_day` where a decision could end it from today on: `on` is
    then today. `last` where nothing else would go on protecting the person on that clock.
    """

    clock: Clock
    hold: Hold
    on: date
    days_left: int
    notice: int
    any_day: bool
    last: bool
    sentence: str


def endings(case: Case, book: RuleBook, *, today: date, notices: tuple[int, ...] = NOTICES) -> tuple[Ending, ...]:
    """What could end within the longest of `notices`, the nearest first. What is unknown cannot end."""
    found = []
    for answer in protection(case, book, today=today).clocks:
        if not answer.doubts:
            found += [one for hold in answer.holds if (one := _ending(hold, answer, today, notices))]
    return tuple(sorted(found, key=lambda one: (one.on, one.clock, one.sentence)))


def _ending(hold: Hold, answer: ClockAnswer, today: date, notices: tuple[int, ...]) -> Ending | None:
    on = hold.earliest_end
    if on is None or (left := (on - today).days) > max(notices):
        return None
    any_day = hold.until is None and on == today
    others = [one for one in answer.holds if one is not hold]
    last = all(one.earliest_end is not None and one.earliest_end <= on for one in others)
    notice = min(one for one in notices if left <= one)
    return Ending(answer.clock, hold, on, left, notice, any_day, last, _sentence(hold, answer.clock, on, any_day))


def _sentence(hold: Hold, clock: Clock, on: date, any_day: bool) -> str:
    by = "; or ".join(phrases(hold, clock))
    what = "Protection from removal" if clock is Clock.REMOVAL else "Support"
    return f"{what} could end {'any day' if any_day else f'with {said(on)} at the earliest'}, by {by}."
