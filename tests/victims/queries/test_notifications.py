"""Counts by quarter and kind, latest first."""

import pytest

from cast import agency, caseworker, durham_constable
from pentameter.victims.models import Notification
from pentameter.victims.queries.notifications import NotificationCount, notification_counts
from pentameter.victims.rules.notification import Exploitation

pytestmark = pytest.mark.django_db


def test_counts_of_all_and_of_an_agency() -> None:
    for person, quarter in (
        (durham_constable(), "2026-Q3"),
        (durham_constable(), "2026-Q4"),
        (caseworker(), "2026-Q4"),
    ):
        Notification.objects.create(
            agency=agency(person), place="england_wales", quarter=quarter, kind=Exploitation.UNKNOWN.value
        )
    latest, earlier = "2026-Q4", "2026-Q3"
    unknown = Exploitation.UNKNOWN
    assert notification_counts() == (NotificationCount(latest, unknown, 2), NotificationCount(earlier, unknown, 1))
    assert notification_counts("northern-support") == (NotificationCount(latest, unknown, 1),)
    assert notification_counts("") == ()
