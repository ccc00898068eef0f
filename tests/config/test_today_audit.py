"""What the record asks of auditors."""

import pytest
from django.db import transaction

from cast import caseworker
from pentameter.audit.api import Event, record
from pentameter.config.today_audit import of_auditor

pytestmark = pytest.mark.django_db


def test_the_auditor_is_told_of_looks_that_were_stopped() -> None:
    assert not list(of_auditor())
    with transaction.atomic():
        record(Event.WHEREABOUTS_WITHHELD, by=caseworker(), subject=("case", "x"))
    ((act, why, page, _),) = of_auditor()
    assert act == "Look into 1 stopped look"
    assert "more often" in why
    assert page == "/audit/record/?event=whereabouts_withheld"
