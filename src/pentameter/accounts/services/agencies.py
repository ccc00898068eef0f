"""The agencies that an installation begins with."""

from dataclasses import asdict

from django.conf import settings
from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.accounts import roster
from pentameter.accounts.models import Agency, Succession
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require


@transaction.atomic
def seed_agencies(*, by: Actor) -> int:
    """Add the agencies of the roster that are not there yet, and say how many were added.

    What an administrator changed since is left alone. The invented agencies come only with a demonstration.
    """
    require(decide(by, Operation.MANAGE_PEOPLE))
    lines = roster.agencies(demonstration=settings.IS_DEMO)
    known = set(Agency.objects.values_list("slug", flat=True))
    new = [Agency(**asdict(line)) for line in lines if line.slug not in known]
    Agency.objects.bulk_create(new)
    if new:
        _seed_successions()
        record(Event.AGENCIES_SEEDED, by=by, detail={"added": [one.slug for one in new]})
    return len(new)


def _seed_successions() -> None:
    for order, line in enumerate(roster.successions()):
        Succession.objects.get_or_create(
            predecessor_id=line.predecessor,
            words=line.words,
            defaults={
                "successor_id": line.successor or None,
                "succeeded_on": line.succeeded_on,
                "to_confirm": line.to_confirm,
                "order": order,
            },
        )
