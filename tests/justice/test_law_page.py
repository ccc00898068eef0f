"""What the page of the register is given."""

from datetime import date

import pytest

from justice.register import FORCED, convicted
from pentameter.justice.forms.laws import Asked
from pentameter.justice.law_page import Page
from pentameter.justice.rules.offence import Scope
from pentameter.justice.services.laws import show_register
from pentameter.kernel.actor import SYSTEM, Jurisdiction
from pentameter.operations.api import load_published_results

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)


def page(**asked: object) -> Page:
    return Page(show_register(asked=Asked(**asked), by=SYSTEM, today=TODAY))


def test_every_law_is_in_one_group_and_what_is_charged_alongside_in_its_own() -> None:
    convicted("2008-02-04")
    found = page(on=date(2008, 12, 31))
    never, led, beside = found.groups
    assert never.out
    assert [one.code for one in led.lines] == [FORCED]
    assert {one.scope for one in beside.lines} == {Scope.ASSOCIATED}
    assert sum(len(group.lines) for group in found.groups) == len(found.register.lines)
    assert found.standing_out == len(never.lines)
    assert (found.charges, found.convictions) == (1, 1)


def test_the_days_of_the_waves_keep_what_is_chosen() -> None:
    load_published_results(by=SYSTEM)
    chips = page(on=date(2007, 10, 3), place=Jurisdiction.SCOTLAND).days
    assert [on for _, _, on in chips] == [False, False, True]
    assert chips[0][1] == "/laws/?where=scotland"
    assert chips[2][1] == "/laws/?on=2007-10-03&where=scotland"


def test_its_copies_are_of_the_day_that_is_shown_even_if_none_was_asked_for() -> None:
    assert page().copies[0] == f"/laws/register.csv?on={TODAY.isoformat()}"


def test_it_says_how_many_laws_began_later() -> None:
    assert "later are not in it" in page(on=date(2007, 10, 3)).sentence
    assert "later" not in page().sentence
