"""What may be said at once of the end: the first day on which it could come, or what must come before any."""

from dataclasses import dataclass
from datetime import date

from pentameter.victims.rules.protection import ClockAnswer, State
from pentameter.victims.rules.wording import said


@dataclass(frozen=True, slots=True)
class FirstEnd:
    """The first day on which a clock could end as things should go, and the sentence that goes with it.

    `day` None: none can be named yet, and the sentence says what must come first.
    """

    day: date | None
    sentence: str


_HOPED = "The day counts on a positive answer; only a negative one could end her protection sooner."


def first_end(clock: ClockAnswer) -> FirstEnd:
    """What may be said of the end. While a first decision is awaited: the end of the days that a positive one starts.

    A negative decision could come sooner, and is named; a day that it might fall on is not, for nobody knows it.
    """
    awaited = " ".join(one.what for one in clock.outstanding)
    prospect = max((one.counted_to for one in clock.holds if one.counted_to and one.until is None), default=None)
    if clock.state is State.ENDED:
        return FirstEnd(clock.ended_on, clock.sentence)
    if clock.state is State.UNKNOWN:
        return FirstEnd(None, " ".join(("No day can be named before this is mended:", *clock.doubts)))
    if clock.state is State.RUNNING and clock.earliest_end is not None:
        return FirstEnd(clock.earliest_end, _then(clock))
    if prospect is not None and prospect >= (clock.earliest_end or prospect):
        return FirstEnd(prospect, f"To come first: {awaited} {_HOPED}".strip())
    return FirstEnd(None, f"No day can be named. To come first: {awaited} {_then(clock)}".strip())


def at_the_earliest(clock: ClockAnswer) -> str:
    """The first day on which it could end, as every page says it. While a first decision is awaited, what is sooner."""
    if clock.state is State.ENDED:
        return f"it ended with {said(clock.ended_on)}" if clock.ended_on else "it has ended"
    if clock.state is State.UNKNOWN:
        return "no day can be named"
    if (day := first_end(clock).day) is None:
        return "not before what is outstanding"
    sooner = clock.earliest_end is not None and clock.earliest_end < day
    return f"{said(day)}; sooner only by a negative decision" if sooner else said(day)


def _then(clock: ClockAnswer) -> str:
    return f"It could end only by {'; '.join(clock.could_end)}." if clock.could_end else ""
