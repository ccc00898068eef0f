"""Lists are asked for by immigration enforcement alone; whatever is asked is recorded, and refused by rule."""

from dataclasses import replace
from uuid import uuid4

import pytest

from cast import decision_maker, durham_constable, duty_desk, removals_officer
from decisions import ground
from decisions.ground import checked, csv_of, officer, protected, sent, sound, stage, typed
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.decisions.models import ListLine, RemovalList
from pentameter.decisions.rules.screening import limits
from pentameter.decisions.rules.screening.answers import HELD, NONE
from pentameter.decisions.services.lists import check_again, receive_list, show_list, show_lists, take_answers
from pentameter.decisions.services.screening import check_list
from pentameter.kernel.actor import SYSTEM, AgencySector, Role
from pentameter.kernel.verdict import Refused
from pentameter.victims.rules.cases import Identity

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stage() -> None:
    stage()


@pytest.mark.parametrize(
    "stranger",
    [
        durham_constable(),
        duty_desk(),
        decision_maker(),
        replace(removals_officer(), sector=AgencySector.POLICE),
        replace(durham_constable(), role=Role.AGENCY_SYSTEM),
    ],
    ids=["officer", "desk", "decision maker", "removals officer of a force", "system of a force"],
)
def test_only_immigration_enforcement_has_lists_checked(stranger) -> None:
    with pytest.raises(Refused):
        sent(by=stranger)
    with pytest.raises(Refused):
        typed("Zorana Testova", by=stranger)
    with pytest.raises(Refused):
        show_lists(by=stranger)
    assert not RemovalList.objects.exists()


def test_its_own_system_asks_the_same_way() -> None:
    system = replace(removals_officer(), role=Role.AGENCY_SYSTEM, second_factor=False)
    assert sent(by=system)


def test_one_name_is_checked_by_the_same_worker_as_a_list() -> None:
    protected()
    list_id = typed("testova zorana")
    assert RemovalList.objects.get(pk=list_id).stage == "checking"
    check_list(list_id=list_id, by=SYSTEM)
    assert ListLine.objects.get(list_id=list_id).state == "open"


def test_limits_on_size_and_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_LIST", 100)
    with pytest.raises(Refused, match="larger"):
        receive_list(name="l.csv", content=b"x" * 101, way="page", by=officer())
    monkeypatch.undo()
    monkeypatch.setattr(limits, "MOST_LISTS_AN_HOUR", 2)
    sent()
    sent()
    with pytest.raises(Refused, match="too many lists"):
        sent()


def test_a_list_with_too_many_lines_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 3)
    listed = checked()
    assert (listed.stage, listed.lines) == ("refused", 0)
    assert "Split it" in show_list(list_id=listed.id, by=officer()).list.refusal


def test_the_answers_of_two_lists_have_the_same_bytes_but_for_word_and_reference(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    protected()
    protected(Identity(given="Zorana", surname="Testova", born="1990-03-25", sex="female"))
    held, none = (
        checked("A1,Zorana,Testova,1990-03-25,f,Bulgarian,"),
        checked("A1,Zorana,Testova,1950-11-06,f,Bulgarian,"),
    )
    with sound(monkeypatch):
        (one,), (two,) = (show_list(list_id=row.id, by=officer()).answers for row in (held, none))
    assert (one.word, two.word) == (HELD, NONE)
    assert replace(one, word="", reference="") == replace(two, word="", reference="")
    assert len(one.reference) == len(two.reference)
    assert one.reference != two.reference


def test_a_reference_is_fresh_for_each_line_and_not_the_cases() -> None:
    done = protected()
    one, two = checked(), checked()
    found = set(ListLine.objects.filter(list__in=(one, two)).values_list("reference", flat=True))
    assert len(found) == 8
    assert done.reference not in found
    assert all(reference.startswith("S-") for reference in found)


def test_a_list_that_became_clear_and_is_so_no_longer_leaves_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    row = checked()
    with sound(monkeypatch):
        show_list(list_id=row.id, by=officer())
        show_list(list_id=row.id, by=officer())
        protected()
        take_answers(list_id=row.id, by=officer())
    found = Entry.objects.filter(subject_id=str(row.id)).values_list("event", flat=True)
    assert [one for one in found if one in ("list_cleared", "list_expired")] == ["list_cleared", "list_expired"]


def test_an_old_list_is_checked_again_when_its_officer_asks() -> None:
    row = checked()
    protected()
    check_again(list_id=row.id, by=officer())
    row.refresh_from_db()
    assert row.stage == "checking"
    check_list(list_id=row.id, by=SYSTEM)
    row.refresh_from_db()
    assert (row.stage, row.round) == ("done", 2)
    with pytest.raises(Refused):
        check_again(list_id=uuid4(), by=officer())


def test_what_is_recorded_holds_no_name() -> None:
    row = checked()
    show_list(list_id=row.id, by=officer())
    assert "Bettina" not in str(list(Entry.objects.values_list("detail", flat=True)))


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    row = checked()
    no_row_no_act(lambda: receive_list(name="l.csv", content=csv_of(*ground.OTHERS), way="page", by=officer()))
    no_row_no_act(lambda: typed("Bettina Musterfrau"))
    no_row_no_act(lambda: check_again(list_id=row.id, by=officer()))
    no_row_no_act(lambda: show_list(list_id=row.id, by=officer()))
