"""Days in decisions: when something can have been decided or served, and until when it may be asked to reconsider.

Days are days where the law of the case is. The window is never cut short: it does not begin before she was served.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from pentameter.decisions.rules.states import GROUNDS, Kind, Result, State
from pentameter.decisions.rules.wording import plain
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

WINDOW_DAYS = 30
WINDOW_SOURCE = "Guidance on the National Referral Mechanism: 30 calendar days. For decisions before 2023: to confirm."
TARGET_DAYS = 5
"""Working days for a decision on reasonable grounds: a target, not a limit (to confirm)."""


@dataclass(frozen=True, slots=True)
class Window:
    """Calendar days in which a negative decision may be asked to be reconsidered. `last` None: not served yet."""

    last: date | None

    def open_on(self, day: date) -> bool:
        """Whether it may still be asked for on `day`; the last day counts whole."""
        return self.last is None or day <= self.last


def window(kind: Kind, result: Result | None, *, served_on: date | None) -> Window | None:
    """The window that a decision opens: 30 days from the day after she was served. None where it opens none."""
    if kind not in GROUNDS or result is not Result.NEGATIVE:
        return None
    return Window(served_on + timedelta(days=WINDOW_DAYS) if served_on else None)


def may_ask(found: Window | None, *, today: date, because: str) -> Verdict:
    """Whether a reconsideration may be asked for. A late request may be made, and says why it is late."""
    if found is None:
        return refused("Only a negative decision on reasonable or conclusive grounds can be reconsidered.")
    if not found.open_on(today) and not plain(because):
        return refused(f"The last day to ask was {_said(found.last)}. A late request says why it is late.")
    return ALLOWED


def may_take_up_late(*, late: bool, because: str) -> Verdict:
    """Whether a request may be taken up: a late one with a reason."""
    if late and not plain(because):
        return refused("This request came late. Say why it is taken up all the same, or decide it with reasons.")
    return ALLOWED


def may_be_decided_on(day: date, *, opened_on: date, today: date, born: str = "") -> Verdict:
    """Whether something opened on `opened_on` can have been decided on `day`. `born` as far as it is known."""
    if day > today:
        return refused(f"{_said(day)} has not come yet. A decision is dated on its day or not at all.")
    if _before_birth(day, born):
        return refused(f"{_said(day)} lies before she was born. Check the year.")
    if day < opened_on:
        return refused(f"{_said(day)} lies before this matter was opened on {_said(opened_on)}.")
    return ALLOWED


def may_be_opened_on(day: date, *, today: date, born: str = "") -> Verdict:
    """Whether a matter can have been opened on `day`."""
    if day > today:
        return refused(f"{_said(day)} has not come yet. Give today or an earlier day.")
    if _before_birth(day, born):
        return refused(f"{_said(day)} lies before she was born. Check the year.")
    if day.year < 2000:
        return refused(f"{_said(day)} lies before anything that is recorded here. Check the year.")
    return ALLOWED


def may_be_served_on(day: date, *, decided_on: date | None, today: date) -> Verdict:
    """Whether something can have been served on `day`."""
    if decided_on is None:
        return refused("This cannot be served before it is decided.")
    if day > today:
        return refused(f"{_said(day)} has not come yet. Record the serving on its day or later.")
    if day < decided_on:
        return refused(f"{_said(day)} lies before the decision of {_said(decided_on)}. Check both days.")
    return ALLOWED


def target(kind: Kind, opened_on: date) -> date | None:
    """The day by which a decision on reasonable grounds is aimed at: five working days. None for other kinds."""
    if kind is not Kind.REASONABLE_GROUNDS:
        return None
    day, left = opened_on, TARGET_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


def outstanding(kind: Kind, state: State, result: Result | None, *, served_on: date | None, today: date) -> str:
    """What a matter leaves open for a decision on asylum or removal, as a sentence; empty where it is over."""
    if state in (State.OPEN, State.CONSIDERING):
        return f"A decision on {kind.words} is open."
    if state is State.DECIDED and result is not None:
        return f"The decision on {kind.words} was not served yet."
    if kind is Kind.ASYLUM and result is Result.GRANTED and state is not State.WITHDRAWN:
        return "Asylum was granted."
    return may_still_ask(kind, state, result, served_on=served_on, today=today)


def may_still_ask(kind: Kind, state: State, result: Result | None, *, served_on: date | None, today: date) -> str:
    """That a decision's window is open, as a sentence; empty where it is not, or where the decision opens none.

    Her days run from the serving. The clocks, which count from the decision, may have ended before: the later counts.
    """
    found = window(kind, result, served_on=served_on) if state in (State.DECIDED, State.SERVED) else None
    if found is None or not found.open_on(today):
        return ""
    if found.last is None:
        return f"The negative decision on {kind.words} was not served yet: her days to ask again have not begun."
    return f"The negative decision on {kind.words} may be asked to be reconsidered until {_said(found.last)}."


def _before_birth(day: date, born: str) -> bool:
    """`born` may be "1989-02-28", "1989-02" or "1989": the earliest day that it can mean is compared."""
    return bool(born) and f"{day:%Y-%m-%d}"[: len(born)] < born


def _said(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "a day that is not known"
