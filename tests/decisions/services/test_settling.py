"""That a list became clear, or is so no longer, is noted once."""

import pytest

from decisions.ground import checked, sound, stage
from pentameter.audit.models import Entry
from pentameter.decisions.queries.soundness import soundness
from pentameter.decisions.services.settling import settle
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


def test_it_is_noted_once_each_way() -> None:
    stage()
    row = checked()
    settle(row, soundness(), by=SYSTEM)
    assert row.cleared_at is None
    with sound():
        settle(row, soundness(), by=SYSTEM)
        settle(row, soundness(), by=SYSTEM)
    assert row.cleared_at is not None
    row.unreadable = 1
    settle(row, soundness(), by=SYSTEM)
    settle(row, soundness(), by=SYSTEM)
    assert row.cleared_at is None
    found = list(Entry.objects.filter(subject_id=str(row.id)).values_list("event", flat=True))
    assert [one for one in found if one in ("list_cleared", "list_expired")] == ["list_cleared", "list_expired"]
