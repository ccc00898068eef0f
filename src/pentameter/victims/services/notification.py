"""Notifying that an adult was met who wants no referral: nothing of her, and nothing that leads to her."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Reach, Subject, decide, reach
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.operations import api as operations
from pentameter.victims.models import Notification
from pentameter.victims.queries.notifications import NotificationCount, notification_counts
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.notification import Exploitation, may_notify, quarter_of


@dataclass(frozen=True, slots=True)
class NotificationsPage:
    """The counts that the actor may see, and whether they may file one."""

    counts: tuple[NotificationCount, ...]
    own_only: bool
    may_file: bool


@transaction.atomic
def file_notification(*, place: str, kind: Exploitation, age: Age, by: Actor) -> None:
    """Count an adult who does not consent to referral. Her age decides whether it may be, and is not kept.

    The row in the record says who filed and when. It does not name the notification, so that nothing joins the two.
    """
    require(decide(by, Operation.FILE_NOTIFICATION, _own(by)))
    require(may_notify(age))
    if place not in rule_book().places or not by.agency:
        raise Refused("Choose the place of the list.")
    today = clock.today()
    Notification.objects.create(
        agency_id=by.agency, wave_id=_wave(by), place=place, quarter=quarter_of(today), kind=kind.value
    )
    record(Act.NOTIFICATION_FILED, by=by, subject=("notification", ""), detail={"quarter": quarter_of(today)})


@transaction.atomic
def show_notifications(*, by: Actor) -> NotificationsPage:
    """How many there were, by quarter and kind: all, or one's own agency's."""
    require(decide(by, Operation.VIEW_NOTIFICATIONS, _own(by)))
    own_only = reach(by, Operation.VIEW_NOTIFICATIONS) is not Reach.ANY
    counts = notification_counts(by.agency if own_only else None)
    looked(Act.NOTIFICATIONS_SHOWN, by=by, kind="notification", ids=[])
    return NotificationsPage(counts, own_only, decide(by, Operation.FILE_NOTIFICATION, _own(by)).allowed)


def _own(by: Actor) -> Subject:
    return Subject("notifications", "", Compartment.STATISTICS, owner_agency=by.agency)


def _wave(by: Actor) -> UUID | None:
    found = operations.wave_for(by.agency, clock.today())
    return found.id if found else None
