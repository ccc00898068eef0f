"""Checking the words again of what is public: somebody may have become protected since, or known by another name.

What would identify her by now is withdrawn at once. Readers are told that it is looked at again, and not why. Where not
everyone protected can be asked about, what was checked before stands and stays due.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.releases.models import Edition
from pentameter.releases.naming.services import naming_of
from pentameter.releases.naming.watching import protected_since
from pentameter.releases.rules.states import State, Step
from pentameter.releases.services.bringing import bring
from pentameter.releases.services.loading import HeldEdition
from pentameter.releases.services.wording import words_said

EVERY = timedelta(hours=6)
LOOKED_AT = "It is being looked at again."
_PUBLIC = (State.PUBLISHED.value, State.REPLACED.value)


def recheck(*, by: Actor) -> int:
    """Check the words again of every version that is public and due. Gives how many were withdrawn."""
    due = list(_due(max(protected_since(), clock.now() - EVERY)))
    at = clock.now()
    answers = naming_of([words_said(row) for row in due], by=by) if due else ()
    wrong = [row for row, answer in zip(due, answers, strict=True) if answer.identifies]
    for row in wrong:
        _withdraw(row, at=at, by=by)
    if all(one.whole for one in answers):
        Edition.objects.filter(pk__in=[row.pk for row in due]).update(checked_at=at)
    return len(wrong)


def _due(before: datetime) -> QuerySet[Edition]:
    rows = Edition.objects.filter(state__in=_PUBLIC).filter(Q(checked_at=None) | Q(checked_at__lte=before))
    return rows.select_related("release").defer("sealed", "key", "safe", "content")


@transaction.atomic
def _withdraw(row: Edition, *, at: datetime, by: Actor) -> None:
    here = HeldEdition(Edition.objects.select_for_update(of=("self",)).select_related("release").get(pk=row.pk))
    here.step(Step.WITHDRAW, ended_at=at, ended_by=by.id, ended_because=LOOKED_AT)
    detail = {"number": here.row.number, "checked": True}
    record(Event.RELEASE_WITHDRAWN, by=by, subject=("release", row.pk), detail=detail)
    transaction.on_commit(lambda: bring(edition_id=row.pk), robust=True)
