"""When support may end. She may leave whenever she wishes; nobody may send her away while support runs.

Support after a positive conclusive grounds decision lasts at least 45 days, after a negative one up to 14 (England and
Wales); other places have their own. None of it stands here: it is what the clock of support says, by the rules of the
case's own place and day. An exit ends no protection from removal.
"""

from datetime import date, timedelta

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.protection import ClockAnswer, State
from pentameter.victims.rules.wording import said

LONGEST_AFTER_CARE = timedelta(days=5 * 366)


def may_exit(support: ClockAnswer, on: date, *, her_words: str, found_on: date, today: date) -> Verdict:
    """Whether she may leave support on a day. `support` is the clock of support on that day."""
    if on > today:
        return refused(f"{said(on)} has not come yet. Record an exit on its day or later.")
    if on < found_on:
        return refused(f"She was found on {said(found_on)}. Give that day or a later one.")
    if support.protected and not her_words.strip():
        return refused(
            f"{runs_until(support)} She is not sent away before that. If she herself asks to leave, write down her"
            " words."
        )
    return ALLOWED


def may_follow(on: date, after_care_until: date | None, *, support: ClockAnswer) -> Verdict:
    """Whether the organisation may stay at hand until a day after she left."""
    if after_care_until is None:
        return ALLOWED
    if after_care_until < on:
        return refused("After-care begins when she leaves. Its last day cannot lie before that.")
    if after_care_until > on + LONGEST_AFTER_CARE:
        return refused("Check the year: after-care is looked at again within five years.")
    door = open_until(support)
    if door is not None and after_care_until < door:
        return refused(f"Support is hers until {said(door)}, and she may come back until then. Give that day or later.")
    return ALLOWED


def runs_until(support: ClockAnswer) -> str:
    """Until when support runs, in a sentence."""
    if not support.protected:
        return support.sentence
    if support.state is State.UNKNOWN or support.earliest_end is None:
        return f"{support.sentence} No day can be named on which it could end."
    ends = "ends" if _certain(support) else "can end at the earliest"
    return f"{support.sentence} It {ends} on {said(support.earliest_end)}."


def open_until(support: ClockAnswer) -> date | None:
    """Until when she may come back as of right, as far as a day is certain."""
    return support.earliest_end if support.protected and _certain(support) else None


def _certain(support: ClockAnswer) -> bool:
    """Whether nothing that is outstanding could make it last longer."""
    return support.state is State.RUNNING and all(one.until is not None for one in support.holds)
