"""When the watch goes along the record."""

from datetime import UTC, datetime, time, timedelta

from pentameter.oversight.rules.watching import SETTLES

EVERY = timedelta(hours=6)
"""Four times a day: what is complete is flagged within eight hours."""
REPLAYED = timedelta(days=28)
"""Each run goes along so many days again, so that habits are known and a run that was missed is made up for."""


def run_at(now: datetime) -> datetime:
    """The latest moment at which a run was due."""
    midnight = datetime.combine(now.astimezone(UTC).date(), time.min, UTC)
    return midnight + EVERY * ((now - midnight) // EVERY)


def next_run(at: datetime) -> datetime:
    """The run that first judges a look of a moment, once it has settled."""
    settled = at + SETTLES
    due = run_at(settled)
    return due if due == settled else due + EVERY
