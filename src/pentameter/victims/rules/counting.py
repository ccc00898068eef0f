"""Counting days as each rule says. Dates only: no hour, no holiday and no change of clocks shortens a day."""

from datetime import date, timedelta

from pentameter.victims.rules.law import Counting, Rule


def last_day(rule: Rule, start: date) -> date | None:
    """The last day of the rule's count from `start`, which still counts; None where the rule counts no days.

    Inclusive counting makes `start` day 1 (30 days end with start + 29). Counting from the next day, which is also used
    where the source does not say, ends a day later (45 days end with start + 45).
    """
    if rule.days is None and rule.months is None:
        return None
    end = _after_months(start, rule.months) if rule.months is not None else start + timedelta(days=rule.days or 0)
    return end - timedelta(days=1) if rule.counting is Counting.INCLUSIVE else end


def window_closes(days: int, decided_on: date) -> date:
    """The last day on which a decision may be asked to be reconsidered: the day of the decision does not count."""
    return decided_on + timedelta(days=days)


def _after_months(start: date, months: int) -> date:
    """The same day some months later; where that month is too short, the first day of the month after it."""
    year, month = divmod(start.month - 1 + months, 12)
    try:
        return start.replace(year=start.year + year, month=month + 1)
    except ValueError:
        year, month = divmod(start.month + months, 12)
        return date(start.year + year, month + 1, 1)
