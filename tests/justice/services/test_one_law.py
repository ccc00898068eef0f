"""What stands behind a law's figures, for those who may list it."""

from datetime import date

import pytest

from cast import caseworker, durham_constable, garda, national_analyst, removals_officer
from justice import ground
from justice.register import FORCED, convicted
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.justice.services.one_law import LawPage, show_law
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
LAUNCH = date(2007, 10, 3)


def shown(by: Actor, code: str = ground.TRAFFICKING, on: date | None = None) -> LawPage:
    return show_law(code=code, on=on or clock.today(), by=by)


def test_the_force_that_leads_opens_it_and_another_learns_only_the_figure() -> None:
    suspect = ground.suspect()
    ground.arrested(suspect)
    ours, theirs = shown(durham_constable()), shown(garda())
    assert ours.line.recorded == theirs.line.recorded
    (one,) = ours.behind
    assert (one.name, one.counted.arrests) == ("Larch", 1)
    assert (ours.opens, ours.hidden) == (True, False)
    assert (theirs.behind, theirs.hidden) == ((), True)


def test_the_national_centre_lists_and_opens_none_and_a_caseworker_lists_none() -> None:
    ground.arrested(ground.suspect())
    centre, support = shown(national_analyst()), shown(caseworker())
    assert (len(centre.behind), centre.opens) == (1, False)
    assert (support.behind, support.lists) == ((), False)


def test_it_is_of_the_day() -> None:
    convicted("2008-02-04")
    before, after = (shown(national_analyst(), FORCED, on) for on in (LAUNCH, date(2008, 2, 4)))
    assert (before.behind[0].counted.convictions, after.behind[0].counted.convictions) == (0, 1)
    assert (before.line.stands_out, after.line.stands_out) == (True, False)


@pytest.mark.parametrize(("code", "on"), [("XYZ", "2026-01-01"), ("MSA15-45", "2026-01-01"), ("MSA15-1", "2007-10-03")])
def test_no_such_law_a_safeguard_and_a_law_of_later_are_not_found(code: str, on: str) -> None:
    with pytest.raises(Refused) as refusal:
        shown(national_analyst(), code, date.fromisoformat(on))
    assert refusal.value.hidden


def test_the_row_says_which_investigations_were_shown() -> None:
    ground.arrested(ground.suspect())
    found = shown(durham_constable())
    row = Entry.objects.get(event="laws_shown")
    assert (row.subject_type, row.subject_id) == ("law", ground.TRAFFICKING)
    assert str(found.behind[0].id) in row.detail


def test_who_is_not_of_the_operation_sees_nothing() -> None:
    with pytest.raises(Refused):
        shown(removals_officer())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    no_row_no_act(lambda: shown(national_analyst()))
