"""How long what was sent is kept at the desk, and how long its sender can come back."""

from datetime import date, timedelta

KEPT = timedelta(days=30)
"""After it was filed or closed its contents are destroyed; the report keeps the words before sanitising, sealed."""
ANSWERABLE = timedelta(days=90)
"""After it was filed or closed the code opens nothing any more."""


def let_go_on(done_on: date) -> date:
    """The day on which the contents of a tip-off that is done are destroyed."""
    return done_on + KEPT


def withdrawn_on(done_on: date) -> date:
    """The day on which it goes from the public database."""
    return done_on + ANSWERABLE
