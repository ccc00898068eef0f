"""Checking again what stands: somebody may have become protected since, or known by another name.

What would identify her by now is taken off at once, and waits for a moderator, who is told of which kind the reason is.
Everyone is due as soon as somebody else is protected, and every six hours besides. Where not everyone protected can be
asked about, what was checked before stands and stays due: the staff side may be away altogether.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import QuerySet

from pentameter.bulletins.comments.models import Comment
from pentameter.bulletins.moderation.models import Case
from pentameter.bulletins.moderation.rules.acts import SHOWING
from pentameter.bulletins.moderation.services.checking import check_wordings
from pentameter.bulletins.moderation.services.deciding import hide
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.releases.api import protected_since

EVERY = timedelta(hours=6)
AT_ONCE, MOST_AT_A_BEAT = 500, 2_000


def recheck(*, by: Actor) -> int:
    """Check the comments again that stand and are due, those first whose last check is oldest. How many were hidden."""
    before = max(protected_since(), clock.now() - EVERY)
    hidden = 0
    for _ in range(MOST_AT_A_BEAT // AT_ONCE):
        cases = list(due(before)[:AT_ONCE])
        at = clock.now()
        found, whole = _check(cases, by=by)
        hidden += found
        if not cases or not whole:
            break
        Case.objects.filter(pk__in=[case.pk for case in cases], checked_at__lt=at).update(checked_at=at)
    return hidden


def due(before: datetime) -> QuerySet[Case]:
    """Comments whose words stand for everyone, or will as soon as they are brought, not checked since `before`."""
    standing = Case.objects.filter(published_version__gt=0, state__in=[one.value for one in SHOWING])
    return standing.filter(checked_at__lte=before).order_by("checked_at", "pk")


def _check(cases: Sequence[Case], *, by: Actor) -> tuple[int, bool]:
    """How many are hidden now, and whether everyone protected was asked about."""
    rows = Comment.objects.select_related("reader").in_bulk([case.pk for case in cases])
    asked = [(case, rows[case.pk]) for case in cases if case.pk in rows and _can_be_read(rows[case.pk])]
    answers = check_wordings([(row, case.published_version) for case, row in asked])
    for (case, _), answer in zip(asked, answers, strict=True):
        if answer.identifies:
            hide(comment_id=case.pk, found=answer.found, by=by)
    return sum(bool(one.identifies) for one in answers), all(one.whole for one in answers)


def _can_be_read(row: Comment) -> bool:
    return row.reader_id is not None and row.taken_back_at is None
