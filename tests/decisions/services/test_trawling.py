"""Trawling is told to the desk and the auditor, once a day; who asks gets their answers as ever, and no word of it."""

import pytest

from cast import auditor, durham_constable, duty_desk, removals_officer
from decisions.ground import officer, protected, sent, stage, typed
from pentameter.audit.models import Entry
from pentameter.decisions.models import RemovalList, TrawlingAlert
from pentameter.decisions.rules.screening import trawling
from pentameter.decisions.rules.screening.trawling import Trawl
from pentameter.decisions.services.lists import show_list
from pentameter.decisions.services.screening import check_list
from pentameter.decisions.services.trawling import show_trawling
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stage() -> None:
    stage()


def ask(name: str) -> None:
    """One name, checked."""
    check_list(list_id=typed(name), by=SYSTEM)


def test_the_same_surname_again_and_again_is_raised_once_and_answered_as_ever() -> None:
    protected()
    for given in ("Zorana", "Z", "Zora", "Zoya", "Zorka"):
        ask(f"{given} Testova")
    (alert,) = TrawlingAlert.objects.filter(kind=Trawl.SAME_SURNAME.value)
    assert (alert.person, alert.count) == (officer().id, 5)
    assert Entry.objects.filter(event="trawling_suspected", subject_id=str(alert.id)).count() == 1
    assert set(RemovalList.objects.values_list("stage", flat=True)) == {"done"}
    first = RemovalList.objects.order_by("received_at")[0]
    assert "trawl" not in str(show_list(list_id=first.id, by=officer())).lower()


def test_surnames_are_kept_blind_and_of_small_lists_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    ask("Zorana Testova")
    kept = RemovalList.objects.get().surnames
    assert len(kept) == 32
    assert "testova" not in kept
    monkeypatch.setattr(trawling, "SMALL", 3)
    list_id = sent()
    check_list(list_id=list_id, by=SYSTEM)
    assert RemovalList.objects.get(pk=list_id).surnames == ""


def test_the_desk_and_the_auditor_see_it_and_nobody_else() -> None:
    for _ in range(4):
        ask("Zorana Testova")
    for reader in (duty_desk(), auditor()):
        assert Trawl.SAME_SURNAME in [one.kind for one in show_trawling(by=reader)]
    for stranger in (removals_officer(), durham_constable()):
        with pytest.raises(Refused):
            show_trawling(by=stranger)
