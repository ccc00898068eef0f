"""What was done to one record: acts of the kinds that are asked for, newest first."""

import pytest
from django.db import transaction

from cast import durham_constable
from pentameter.audit.api import Event, acts_on, record

pytestmark = pytest.mark.django_db


def test_only_the_acts_that_are_asked_for_on_that_record() -> None:
    with transaction.atomic():
        for event, identifier in (
            (Event.CASE_OPENED, "7"),
            (Event.CASE_READ, "7"),
            (Event.CASE_OPENED, "8"),
            (Event.CASE_CLOSED, "7"),
        ):
            record(event, by=durham_constable(), subject=("case", identifier))
    found = acts_on("case", 7, (Event.CASE_OPENED, Event.CASE_CLOSED))
    assert [one.event for one in found] == [Event.CASE_CLOSED, Event.CASE_OPENED]
    assert {one.actor for one in found} == {durham_constable().id}
