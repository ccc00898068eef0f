"""How often something may be tried, by whoever tries it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class Tried(StrEnum):
    """What is limited."""

    REGISTER = "register"
    LINK = "link"
    SIGN_IN = "sign_in"
    COMMENT = "comment"
    NEW_COMMENT = "new_comment"
    EDIT = "edit"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `number` within `span`; what to say beyond it."""

    number: int
    span: timedelta
    beyond: str


LIMITS = {
    Tried.REGISTER: Limit(
        10, timedelta(hours=1), "Too many people registered from your connection within an hour. Try again later."
    ),
    Tried.LINK: Limit(5, timedelta(hours=1), "Too many letters were asked for within an hour. Try again later."),
    Tried.SIGN_IN: Limit(10, timedelta(minutes=15), "Too many tries. Wait 15 minutes, or ask for a link by e-mail."),
    Tried.COMMENT: Limit(10, timedelta(minutes=10), "You wrote ten comments within ten minutes. Wait a little."),
    Tried.NEW_COMMENT: Limit(
        3,
        timedelta(minutes=10),
        "While you are new here you can write three comments within ten minutes. Wait a little.",
    ),
    Tried.EDIT: Limit(
        20, timedelta(minutes=10), "You changed comments twenty times within ten minutes. Wait a little."
    ),
    Tried.REPORT: Limit(20, timedelta(hours=1), "You sent many reports within an hour. Try again later."),
}
SIGN_IN_HOLDS = timedelta(days=14)
"""How long a sign-in lasts at most; it ends with the browser, too."""
LONGEST = timedelta(days=1)
"""After this no attempt counts, and none is kept."""


def may_try(tried: Tried, *, lately: int) -> Verdict:
    """Whether it may be tried once more, after `lately` times within the span."""
    limit = LIMITS[tried]
    return ALLOWED if lately < limit.number else refused(limit.beyond)
