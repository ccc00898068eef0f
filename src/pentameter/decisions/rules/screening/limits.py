"""How much may be asked at once, and how often."""

from pentameter.kernel.actor import Actor, AgencySector
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LARGEST_LIST = 10 * 1024**2
MOST_LINES = 20_000
MOST_LISTS_AN_HOUR = 120
"""Of one agency, typed names counted as lists: more is no work of people, and a system can send longer lists."""


def is_of_immigration(by: Actor) -> Verdict:
    """Only immigration enforcement asks; a police force, or its system, has no removal list."""
    if by.sector is not AgencySector.IMMIGRATION_ENFORCEMENT:
        return refused("Only immigration enforcement checks removal lists.")
    return ALLOWED


def may_ask_again(asked_within_an_hour: int) -> Verdict:
    """Whether an agency may ask for another check now."""
    if asked_within_an_hour >= MOST_LISTS_AN_HOUR:
        return refused("Your agency has sent too many lists within an hour. Send the names as one list, or call us.")
    return ALLOWED


def may_hold(lines: int) -> Verdict:
    """Whether a list may have so many lines."""
    if not lines:
        return refused("The list has headings and no rows below them. Fill it in, and send it again.")
    if lines > MOST_LINES:
        return refused(f"The list has more than {MOST_LINES:,} lines. Split it, and send the parts.")
    return ALLOWED
