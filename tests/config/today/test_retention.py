"""What retention asks of people today."""

import pytest

from cast import caseworker, durham_constable, durham_sergeant
from pentameter.config.today.retention import of
from pentameter.kernel import clock
from pentameter.retention.rules.groups import Kind
from pentameter.retention.services.reviews import propose_disposal
from retention.ground import old_case, old_report

pytestmark = pytest.mark.django_db


def test_what_is_due_and_what_waits() -> None:
    item, today = old_report(), clock.today()
    old_case()
    assert [one[0] for one in of(durham_sergeant(), today)] == ["Review 1 old record"]
    assert [one[0] for one in of(caseworker(), today)] == ["Review 1 old record"]
    assert list(of(durham_constable(), today)) == []
    propose_disposal(kind=Kind.REPORT, item=item, reason="over", words="", by=durham_sergeant())
    assert [one[0] for one in of(durham_constable(), today)] == ["Confirm or turn down 1 disposal"]
    assert list(of(durham_sergeant(), today)) == []
