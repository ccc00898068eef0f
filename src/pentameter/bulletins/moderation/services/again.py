"""Bringing again what the public database may have lost: it was restored from a moment before it was brought."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from pentameter.bulletins.moderation.models import AppealAnswer, Decision, Setting, Step
from pentameter.bulletins.moderation.services.answering import bring_answers
from pentameter.bulletins.moderation.services.bringing import bring_waiting
from pentameter.bulletins.moderation.services.closing import bring_settings
from pentameter.bulletins.moderation.services.disciplining import bring_steps


def bring_again(*, since: datetime) -> None:
    """Bring whatever was brought since a moment, and what waited. What is there already stays as it is."""
    with transaction.atomic():
        for kind in (Decision, AppealAnswer, Setting):
            kind.objects.filter(brought_at__gte=since).update(brought_at=None)
        Step.objects.update(brought_version=0)
    works: tuple[Callable[[], int], ...] = (bring_settings, bring_waiting, bring_steps, bring_answers)
    for work in works:
        while work():
            continue
