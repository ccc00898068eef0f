"""What the record asks of auditors."""

import pytest
from django.db import transaction

from cast import caseworker
from pentameter.audit.api import Event, record
from pentameter.config.today.audit import of_auditor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("event", "act"),
    [
        (Event.WHEREABOUTS_WITHHELD, "Look into 1 stopped look"),
        (Event.SESSION_ELSEWHERE, "Look into 1 session that may have been stolen"),
    ],
)
def test_the_auditor_is_told_of_what_was_stopped(event: Event, act: str) -> None:
    assert not list(of_auditor())
    with transaction.atomic():
        record(event, by=caseworker(), subject=("case", "x"))
    ((said, _, page, _),) = of_auditor()
    assert (said, page) == (act, f"/audit/record/?event={event.value}")
