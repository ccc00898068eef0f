"""Counting for the page on how comments are kept: month by month, from what was decided and stands."""

from datetime import date, datetime, time, timedelta

from django.db.models import Count

from pentameter.bulletins.comments.models import Appeal, Comment, Report, Tally
from pentameter.bulletins.comments.rules.ladder import Step
from pentameter.bulletins.comments.rules.reporting import Outcome
from pentameter.bulletins.comments.transactions import together
from pentameter.bulletins.moderation.models import AppealAnswer, Decision
from pentameter.bulletins.moderation.models import Step as StepRow
from pentameter.bulletins.moderation.rules.acts import State
from pentameter.kernel.clock import LONDON

_DECIDED = (State.PUBLISHED, State.REMOVED, State.TO_EDIT, State.MOVED)
Counts = dict[tuple[str, str], int]


def count_month(*, today: date) -> None:
    """Count the month of `today`, and until the third day the one before, and bring the figures over."""
    first = today.replace(day=1)
    months = [first, (first - timedelta(days=1)).replace(day=1)] if today.day <= 3 else [first]
    for month in months:
        counts = _counts(month)
        with together():
            for (kind, rule), number in counts.items():
                Tally.objects.update_or_create(month=month, kind=kind, rule=rule, defaults={"number": number})


def _counts(month: date) -> Counts:
    since = datetime.combine(month, time(), LONDON)
    until = datetime.combine((month + timedelta(days=32)).replace(day=1), time(), LONDON)
    within = (since, until - timedelta(microseconds=1))
    decided = Decision.objects.filter(at__range=within, undone_by=None, act__in=_acts())
    counts: Counts = {(state.value, ""): decided.filter(state=state.value).count() for state in _DECIDED}
    removed = decided.filter(state=State.REMOVED.value).order_by().values_list("rule").annotate(number=Count("id"))
    counts |= {("removed", rule): number for rule, number in removed if rule}
    steps = StepRow.objects.filter(at__range=within, version__gt=0)
    reports = Report.objects.filter(at__range=within)
    answers = AppealAnswer.objects.filter(at__range=within)
    return counts | {
        ("taken_back", ""): Comment.objects.filter(taken_back_at__range=within).count(),
        ("reported", ""): reports.count(),
        ("report_agreed", ""): reports.filter(answer=Outcome.AGREED.value).count(),
        ("suspended", ""): steps.filter(step=Step.SUSPENDED.value).count(),
        ("withdrawn", ""): steps.filter(step=Step.WITHDRAWN.value).count(),
        ("appealed", ""): Appeal.objects.filter(at__range=within).count(),
        ("upheld", ""): answers.filter(upheld=True).count(),
    }


def _acts() -> tuple[str, ...]:
    return ("approve", "remove", "ask_edit", "move")
