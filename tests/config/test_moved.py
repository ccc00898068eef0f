"""No ciphertext opens in another row or another column: the short form of `python -m proofs.moved`."""

import pytest

import moved
from cast import caseworker
from pentameter.kernel.sealing import SealBroken
from pentameter.victims.models import Case, CaseKey
from pentameter.victims.services.whereabouts import read_whereabouts
from public_door import BOTH
from victims.ground import worked_with

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_nothing_sealed_opens_where_it_was_not_sealed_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with moved.remembering(monkeypatch) as remembered:
        moved.sow()
        found, strange = moved.cells(remembered)
    assert sorted(set(moved.columns()) - {one.column for one in found}) == [], "sealed columns that no scene fills"
    assert strange == []
    assert moved.unbound(found) == []
    counts, opened = moved.moved(found)
    assert opened == []
    assert counts["moved to another row"] > 100
    assert counts["moved to another column"] > 100


def test_moved_in_the_database_it_opens_for_nobody() -> None:
    hers, another = worked_with().case_id, worked_with().case_id
    Case.objects.filter(pk=hers).update(whereabouts=Case.objects.get(pk=another).whereabouts)
    with pytest.raises(SealBroken):
        read_whereabouts(case_id=hers, purpose="a visit", by=caseworker())
    Case.objects.filter(pk=another).update(whereabouts=Case.objects.get(pk=another).identity)
    with pytest.raises(SealBroken):
        read_whereabouts(case_id=another, purpose="a visit", by=caseworker())
    third = worked_with().case_id
    CaseKey.objects.filter(pk=third).update(wrapped=CaseKey.objects.get(pk=hers).wrapped)
    with pytest.raises(SealBroken):
        read_whereabouts(case_id=third, purpose="a visit", by=caseworker())
