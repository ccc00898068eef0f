"""What an officer is told: their own lines, one of three words, a reference, a number; and of which lists at all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cast import auditor, duty_desk, removals_officer
from decisions.ground import a_worker, checked, protected, sound, stage
from pentameter.decisions.list_keys import safe_of
from pentameter.decisions.models import RemovalList
from pentameter.decisions.queries import lists
from pentameter.decisions.queries.soundness import soundness
from pentameter.decisions.rules.screening.answers import HELD, NONE, NOT_YET
from pentameter.decisions.rules.screening.clearance import Standing, may_say_none
from pentameter.kernel import clock
from pentameter.kernel.actor import AgencySector
from pentameter.kernel.verdict import Refused
from pentameter.victims.services.keeping import holds_changed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stage() -> None:
    stage()


def standing(row: RemovalList) -> Standing:
    """How the list stands."""
    return lists.list_card(row.id, by=removals_officer()).standing


def words(row: RemovalList) -> list[str]:
    """The answers."""
    sure = may_say_none(lists.facts_now(row), soundness()).allowed
    return [one.word for one in lists.answers(row, safe_of(row.id), sure=sure)]


def test_held_lines_come_first_and_the_others_are_none() -> None:
    protected()
    row = checked("A0,Bettina,Musterfrau,1971-07-04,f,German,", "A1,TESTOVA,Zorana,25/03/1991,f,Bulgarian,")
    with sound():
        assert words(row) == [HELD, NONE]
        assert standing(row) is Standing.TO_ANSWER


def test_while_nobody_works_nothing_is_none() -> None:
    protected()
    row = checked()
    assert words(row) == [HELD, NOT_YET, NOT_YET, NOT_YET]
    assert standing(row) is Standing.UNSURE


def test_a_clear_list_is_clear_for_a_day_and_until_a_hold_moves() -> None:
    row = checked()
    with sound():
        assert standing(row) is Standing.CLEARED
        RemovalList.objects.filter(pk=row.pk).update(checked_at=clock.now() - timedelta(hours=24))
        assert standing(row) is Standing.EXPIRED
        RemovalList.objects.filter(pk=row.pk).update(checked_at=clock.now())
        holds_changed()
        assert standing(row) is Standing.AGAIN
        row.refresh_from_db()
        assert words(row) == [NOT_YET] * 4


def test_the_lists_that_have_to_be_checked_again_are_the_live_ones() -> None:
    row, old = checked(), checked()
    RemovalList.objects.filter(pk=old.pk).update(checked_at=clock.now() - timedelta(days=2))
    assert lists.stale(mark=row.mark or 0, now=clock.now()) == ()
    assert lists.stale(mark=(row.mark or 0) + 1, now=clock.now()) == (row.id,)
    assert lists.unfinished() == ()


def test_other_agencies_and_roles_see_no_list_and_not_that_it_is() -> None:
    row = checked()
    for stranger in (duty_desk(), auditor(), replace(removals_officer(), sector=AgencySector.POLICE)):
        with pytest.raises(Refused):
            lists.visible(row.id, stranger)
    with pytest.raises(Refused) as answer:
        lists.visible(row.id, replace(removals_officer(), agency="another-immigration-agency"))
    assert answer.value.hidden


def test_the_list_of_lists_takes_as_many_queries_for_many_as_for_one(django_assert_max_num_queries) -> None:
    a_worker()
    for _ in range(4):
        checked()
    with django_assert_max_num_queries(8):
        assert len(lists.waiting_for_officer(removals_officer().agency)) == 4
