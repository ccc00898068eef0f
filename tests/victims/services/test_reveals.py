"""The gate before where somebody is: nothing opens without a fresh factor, nor more often than an hour allows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cast import caseworker, duty_desk
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims.queries.reveals import has_shown, may_look_again
from pentameter.victims.rules import reveals as rules
from pentameter.victims.rules.cases import Whereabouts
from pentameter.victims.services.copies import give_copy
from pentameter.victims.services.reveals import revealed
from pentameter.victims.services.support import show_stays
from pentameter.victims.services.whereabouts import MovedMeanwhile, change_whereabouts, read_whereabouts
from victims.ground import WHERE, worked_with

pytestmark = pytest.mark.django_db


def stale(person: Actor) -> Actor:
    return replace(person, factor_at=clock.now() - timedelta(minutes=11))


def few(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    allowed = {role: replace(one, an_hour=number) for role, one in rules.limits().items()}
    monkeypatch.setattr(rules, "limits", lambda: allowed)


def test_without_a_fresh_second_factor_nothing_is_opened_and_no_look_is_written() -> None:
    case_id, by = worked_with().case_id, stale(caseworker())
    assert not has_shown(by)
    for act in (read_whereabouts, show_stays, give_copy):
        with pytest.raises(Refused, match="Show your second factor once more"):
            act(case_id=case_id, purpose="a visit", by=by)
    assert not Entry.objects.filter(event__in=("whereabouts_read", "copy_given")).exists()


def test_a_conflict_shows_what_is_saved_only_to_who_may_look_now() -> None:
    case_id = worked_with().case_id
    assert change_whereabouts(case_id=case_id, where=Whereabouts("a third room"), version=1, by=duty_desk()) is None
    answer = change_whereabouts(case_id=case_id, where=Whereabouts("here"), version=1, by=stale(caseworker()))
    assert isinstance(answer, MovedMeanwhile)
    assert answer.current.where is None
    assert not Entry.objects.filter(event="whereabouts_read").exists()


@pytest.mark.django_db(transaction=True)
def test_after_so_many_looks_the_next_is_refused_and_the_auditor_can_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    few(monkeypatch, 2)
    done = worked_with()
    for _ in range(2):
        page = read_whereabouts(case_id=done.case_id, purpose="a visit", by=caseworker())
        assert page.where is not None
        assert page.where.where == WHERE
    assert not may_look_again(caseworker()).allowed
    for _ in range(2):
        with pytest.raises(Refused, match="2 times within an hour"):
            read_whereabouts(case_id=done.case_id, purpose="a visit", by=caseworker())
    assert Entry.objects.filter(event="whereabouts_read").count() == 2
    stopped = Entry.objects.filter(event="whereabouts_withheld")
    assert [(row.actor, row.subject_id) for row in stopped] == [(caseworker().id, str(done.case_id))] * 2
    assert read_whereabouts(case_id=done.case_id, purpose="tonight", by=duty_desk()).where is not None


@pytest.mark.django_db(transaction=True)
def test_no_row_no_look() -> None:
    case_id = worked_with().case_id
    no_row_no_act(lambda: revealed(lambda: 1, case_id=case_id, purpose="a visit", by=caseworker()))
