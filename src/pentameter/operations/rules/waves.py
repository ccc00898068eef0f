"""When a wave may begin and end."""

from collections.abc import Collection
from datetime import date, timedelta

from pentameter.kernel.periods import Period, week_of
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LONGEST = timedelta(days=5 * 365)
"""Longer than any joint operation so far by far: a year mistyped."""


def may_run(starts_on: date, ends_on: date | None) -> Verdict:
    """Whether a wave may have these dates."""
    if ends_on is None:
        return ALLOWED
    if ends_on < starts_on:
        return refused(f"A wave that begins on {starts_on:%-d %B %Y} cannot end on {ends_on:%-d %B %Y}.")
    if ends_on - starts_on > LONGEST:
        return refused("A wave of more than five years is not one wave. Check the years.")
    return ALLOWED


def may_change_dates(new: Period, filed: Collection[date]) -> Verdict:
    """Whether a wave's dates may become `new`, seeing the weeks for which returns were filed in it."""
    if not (verdict := may_run(new.start, new.end)).allowed:
        return verdict
    if outside := sorted(week for week in filed if not covers(new, week)):
        return refused(f"A return was filed for the week of {outside[0]:%-d %B %Y}. The wave has to cover that week.")
    return ALLOWED


def covers(wave: Period, week: date) -> bool:
    """Whether the week beginning on the Monday `week` has a day in the wave."""
    return week >= week_of(wave.start) and (wave.end is None or week <= wave.end)
