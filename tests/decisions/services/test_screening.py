"""The worker answers every line; it goes on where it was left; a new hold opens what was clear; it keeps no names."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from decisions import ground, persons
from decisions.ground import HER_LINE, OTHERS, ZORANA, a_worker, checked, line_of, protected, sent, stage
from pentameter.access.api import Compartment, Operation
from pentameter.audit.models import Entry
from pentameter.decisions.matching import remembered
from pentameter.decisions.models import ListLine, RemovalList
from pentameter.decisions.rules.screening.clearance import Standing
from pentameter.decisions.rules.screening.lines import LineState
from pentameter.decisions.rules.states import Kind, Result
from pentameter.decisions.services import screening
from pentameter.decisions.services.desk import LineChangedMeanwhile, propose_clearance
from pentameter.decisions.services.lists import show_list
from pentameter.decisions.services.matters import open_matter, take_up
from pentameter.decisions.services.screening import check_list
from pentameter.kernel.actor import SYSTEM
from pentameter.victims.api import held_people, holds_mark
from pentameter.victims.models import Case, CaseKey
from pentameter.victims.queries.opening import opened
from pentameter.victims.rules.cases import Age, Identity
from pentameter.victims.services.changes import WhoSheIs, change_identity

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stage() -> None:
    stage()


def states(listed: RemovalList) -> list[str]:
    """How the lines stand, in their order."""
    return list(ListLine.objects.filter(list=listed).order_by("number").values_list("state", flat=True))


def test_every_line_is_answered_and_she_is_found_under_a_changed_name_and_a_wrong_year() -> None:
    protected()
    listed = checked()
    assert states(listed) == ["open", "none", "none", "none"]
    assert (listed.stage, listed.lines, listed.checked, listed.round) == ("done", 4, 4, 1)
    assert Entry.objects.filter(event="list_screened", subject_id=str(listed.id)).count() == 1


def test_a_line_that_cannot_be_read_is_possibly_held() -> None:
    listed = checked('A1,"Wilhel"mina,Vandersteen,1966-05-17,f,Dutch,', "A2,,,,,,", *OTHERS)
    assert states(listed)[:2] == ["open", "open"]


def test_a_file_that_is_no_list_is_refused_and_nothing_of_it_is_kept() -> None:
    listed = checked()
    RemovalList.objects.filter(pk=listed.pk).update(stage="done")
    from pentameter.decisions.services.lists import receive_list

    wrong = receive_list(name="menu.csv", content=b"soup,bread\nhot,new\n", way="page", by=ground.officer())
    check_list(list_id=wrong, by=SYSTEM)
    row = RemovalList.objects.get(pk=wrong)
    assert (row.stage, row.file, row.lines) == ("refused", None, 0)
    assert Entry.objects.filter(event="list_refused", subject_id=str(wrong)).exists()


def test_nothing_that_was_sent_stands_open_in_the_tables() -> None:
    protected()
    list_id = sent()
    assert b"Bettina" not in bytes(RemovalList.objects.get(pk=list_id).file or b"")
    check_list(list_id=list_id, by=SYSTEM)
    rows = [bytes(part) for line in ListLine.objects.all() for part in (line.told, line.found) if part]
    assert not [row for row in rows if b"Bettina" in row or b"TESTOVA" in row or b"Zorana" in row]


def test_killed_between_two_steps_it_goes_on_and_answers_each_line_once(monkeypatch: pytest.MonkeyPatch) -> None:
    protected()
    list_id = sent()
    monkeypatch.setattr(screening, "LINES_A_STEP", 2)
    write = screening._write
    done: list[int] = []

    def dies(*args: object, **named: object) -> bool:
        if done:
            raise KeyboardInterrupt
        done.append(1)
        return write(*args, **named)

    monkeypatch.setattr(screening, "_write", dies)
    with pytest.raises(KeyboardInterrupt):
        check_list(list_id=list_id, by=SYSTEM)
    row = RemovalList.objects.get(pk=list_id)
    assert (row.stage, row.checked) == ("checking", 2)
    monkeypatch.setattr(screening, "_write", write)
    check_list(list_id=list_id, by=SYSTEM)
    row.refresh_from_db()
    assert (row.stage, row.checked, row.round) == ("done", 4, 1)
    assert states(row) == ["open", "none", "none", "none"]


def test_a_new_hold_opens_a_line_that_was_none_and_a_hold_that_is_known_opens_nothing() -> None:
    listed = checked()
    assert states(listed) == ["none"] * 4
    protected()
    check_list(list_id=listed.id, by=SYSTEM)
    listed.refresh_from_db()
    assert (states(listed), listed.round) == (["open", "none", "none", "none"], 2)
    check_list(list_id=listed.id, by=SYSTEM)
    listed.refresh_from_db()
    assert listed.round == 2


def test_a_cleared_line_opens_again_for_somebody_new_alone() -> None:
    protected()
    listed = checked()
    ListLine.objects.filter(pk=line_of(listed).pk).update(state="cleared", held=False)
    protected(Identity(given="Ludmila", surname="Fictional", born="1985-01-17", sex="female"))
    check_list(list_id=listed.id, by=SYSTEM)
    assert line_of(listed).state == LineState.CLEARED
    protected(ZORANA)
    check_list(list_id=listed.id, by=SYSTEM)
    line = line_of(listed)
    assert line.state == LineState.OPEN
    assert line.acts.get().by == SYSTEM.id
    assert Entry.objects.filter(event="line_reopened", subject_id=str(line.id)).exists()


def test_a_cleared_line_opens_again_where_she_becomes_known_by_the_same_document() -> None:
    done = protected(replace(ZORANA, documents=("ZZ 0000001",)))
    listed = checked(f"{HER_LINE}AB 1234567")
    ListLine.objects.filter(pk=line_of(listed).pk).update(state="cleared", held=False)
    who = WhoSheIs(replace(ZORANA, documents=("AB 1234567",)), Age.ADULT)
    assert change_identity(case_id=done.case_id, who=who, version=1, by=ground.durham_constable()) is None
    check_list(list_id=listed.id, by=SYSTEM)
    assert line_of(listed).state == LineState.OPEN
    assert line_of(listed).acts.get().by == SYSTEM.id


def test_who_had_a_line_open_while_somebody_new_was_found_says_nothing_of_her() -> None:
    protected()
    listed = checked()
    line = line_of(listed)
    protected()
    check_list(list_id=listed.id, by=SYSTEM)
    with pytest.raises(LineChangedMeanwhile):
        propose_clearance(line_id=line.id, reason="It is nobody.", version=line.version, by=ground.duty_desk())
    now = line_of(listed).version
    check_list(list_id=listed.id, by=SYSTEM)
    propose_clearance(line_id=line.id, reason="It is nobody.", version=now, by=ground.duty_desk())


def test_a_case_that_does_not_open_makes_the_whole_answer_unsure() -> None:
    done = protected()
    CaseKey.objects.filter(case_id=done.case_id).delete()
    assert checked().unreadable == 1


def test_an_erased_case_is_no_hold_and_hinders_nobody() -> None:
    done = protected()
    CaseKey.objects.filter(case_id=done.case_id).delete()
    Case.objects.filter(pk=done.case_id).update(state="erased", identity=None, practical=None, whereabouts=None)
    listed = checked()
    assert (listed.unreadable, states(listed)[0]) == (0, "none")


def test_people_told_by_too_little_are_counted_for_the_desk() -> None:
    protected(Identity(name="Ana"))
    assert checked().thin == 1


def test_no_name_stays_in_the_memory_of_the_worker() -> None:
    protected()
    a_worker()
    checked(HER_LINE, *OTHERS)
    assert remembered() == 0


def known_as(case_id: UUID, identity: Identity) -> None:
    """She is known by another name, quietly: the mark of holds stays."""
    case = opened(case_id, ground.durham_constable(), Operation.VIEW_CASE, Compartment.IDENTITY)
    Case.objects.filter(pk=case_id).update(identity=case.key.seal(identity.as_json(), bound_to=f"identity:{case_id}"))


def test_who_may_still_ask_again_is_found_though_her_clocks_have_ended() -> None:
    case_id = persons.run_out()
    known_as(case_id, ZORANA)
    assert states(checked())[0] == "none"
    persons.served_late(case_id)
    assert states(checked())[0] == "open"


def test_a_clearance_falls_when_her_days_to_ask_again_begin_though_her_clocks_stay_ended() -> None:
    case_id = persons.run_out()
    known_as(case_id, ZORANA)
    long_ago = persons.today() - timedelta(days=45)
    who = persons.decision_maker()
    made = open_matter(case_id=case_id, kind=Kind.CONCLUSIVE_GROUNDS, opened_on=long_ago, by=who)
    take_up(matter_id=made, because="", version=1, by=who)
    listed = checked()
    with ground.sound():
        assert stands(listed) is Standing.CLEARED
        persons.decides(made, persons.draft(Result.NEGATIVE, decided_on=long_ago))
        assert held_people().people == ()
        assert stands(listed) is Standing.AGAIN
        check_list(list_id=listed.id, by=SYSTEM)
        assert states(listed)[0] == "open"
        before = holds_mark()
        persons.serves(made)
        assert holds_mark() == before + 1


def stands(listed: RemovalList) -> Standing:
    return show_list(list_id=listed.id, by=ground.officer()).list.standing
