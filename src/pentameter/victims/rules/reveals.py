"""How freely somebody may open where a person is: with a second factor shown lately, and so often an hour and no more.

Source: policy of the operation, in `data/reveals.csv`, a row a role. A role without a row opens nothing.
"""

import csv
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files

from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

WITHIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a second factor that was shown counts, and how many looks there may be within an hour."""

    fresh_for: timedelta
    an_hour: int


@lru_cache(maxsize=1)
def limits() -> dict[Role, Limits]:
    """The limits of each role that may open where a person is."""
    text = (files("pentameter.victims") / "data" / "reveals.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {Role(row["role"]): Limits(timedelta(minutes=int(row["minutes"])), int(row["an_hour"])) for row in rows}


def factor_is_fresh(by: Actor, *, now: datetime) -> Verdict:
    """Whether the actor showed their second factor lately enough. Systems and their tokens never did."""
    limit = limits().get(by.role)
    if limit is None:
        return refused(f"The role {by.role.label} may not do this.")
    if not by.second_factor or by.factor_at is None or not now - limit.fresh_for <= by.factor_at <= now:
        minutes = int(limit.fresh_for.total_seconds()) // 60
        return refused(f"Show your second factor once more: it counts for {minutes} minutes.")
    return ALLOWED


def within_rate(by: Actor, looks: int) -> Verdict:
    """Whether the actor may look once more after `looks` within the last hour."""
    limit = limits().get(by.role)
    if limit is None:
        return refused(f"The role {by.role.label} may not do this.")
    if looks >= limit.an_hour:
        return refused(
            f"You have opened where somebody is {looks} times within an hour, and no more is allowed. "
            "Wait, or ask a colleague or the duty desk. The auditor is told."
        )
    return ALLOWED
