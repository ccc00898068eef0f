"""How an agency takes part in a wave, and since when."""

from datetime import date
from enum import StrEnum

from pentameter.kernel.periods import Period
from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class Involvement(StrEnum):
    """Levels of involvement. An agency with nothing planned still looks, and still answers for its weeks."""

    GATHERING_INTELLIGENCE = "gathering_intelligence"
    CONTRIBUTING_INFORMATION = "contributing_information"
    SIGNED_UP_NOTHING_PLANNED = "signed_up_nothing_planned"
    FULL = "full"

    @property
    def words(self) -> str:
        """The level as people say it: "signed up, nothing planned"."""
        return _WORDS[self]

    @property
    def meaning(self) -> str:
        """What the level asks of the agency, in a sentence."""
        return _MEANINGS[self]


_WORDS = {
    Involvement.GATHERING_INTELLIGENCE: "gathering intelligence",
    Involvement.CONTRIBUTING_INFORMATION: "contributing information",
    Involvement.SIGNED_UP_NOTHING_PLANNED: "signed up, nothing planned",
    Involvement.FULL: "full",
}
_MEANINGS = {
    Involvement.GATHERING_INTELLIGENCE: "Looks for what is happening in its area. No visits are planned yet.",
    Involvement.CONTRIBUTING_INFORMATION: "Sends what it learns in its ordinary work.",
    Involvement.SIGNED_UP_NOTHING_PLANNED: "Takes part in name. Nothing specific is planned.",
    Involvement.FULL: "Looks, visits premises and acts on what it finds.",
}


def may_take_part(wave: Period, *, since: date, current: Period | None) -> Verdict:
    """Whether an agency may take part in `wave` (at this level) from the day `since` on.

    `current` is the row that this one would take the place of, if the agency takes part already.
    """
    if since < wave.start:
        return refused(f"The wave begins on {wave.start:%-d %B %Y}. Nobody takes part before that.")
    if wave.end is not None and since > wave.end:
        return refused(f"The wave ended on {wave.end:%-d %B %Y}. Nobody joins it after that.")
    if current is not None and since < current.start:
        return refused(f"The agency's present level began on {current.start:%-d %B %Y}. The next cannot begin before.")
    return ALLOWED


def may_end_part(current: Period, *, on: date) -> Verdict:
    """Whether an agency's part may end with the day `on`, which still counts."""
    if current.end is not None:
        return refused(f"It ended already, on {current.end:%-d %B %Y}.")
    if on < current.start:
        return refused(f"The agency takes part since {current.start:%-d %B %Y}. It cannot have ended before that.")
    return ALLOWED
