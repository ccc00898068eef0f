"""Looking at the register, and carrying it away: who may, what it shows of a day, and its row in the record."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import caseworker, durham_constable, editor, national_analyst, removals_officer
from justice.register import FORCED, convicted
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.justice.forms.laws import Asked
from pentameter.justice.rules.offence import Scope
from pentameter.justice.services.laws import Register, copy_register, law_lines, show_register
from pentameter.kernel.actor import SYSTEM, Actor, Jurisdiction
from pentameter.kernel.verdict import Refused
from pentameter.operations.api import load_published_results

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)
LAUNCH = date(2007, 10, 3)


def shown(asked: Asked, by: Actor | None = None) -> Register:
    return show_register(asked=asked, by=by or national_analyst(), today=TODAY)


def test_the_forced_labour_offence_stands_out_until_the_first_conviction_is_recorded() -> None:
    convicted("2008-02-04", known="2008-03-01")
    for day, out in ((LAUNCH, True), (date(2008, 2, 29), True), (date(2008, 3, 1), False)):
        (line,) = [one for one in shown(Asked(on=day)).lines if one.code == FORCED]
        assert line.stands_out is out
    assert line.sentence == "In force over three years, 1 conviction, the first on 4 February 2008."


def test_the_register_of_a_day_knows_no_later_law() -> None:
    found = shown(Asked(on=LAUNCH))
    assert found.later > 0
    assert "MSA15-1" not in {one.code for one in found.lines}
    assert found.safeguards == ()
    assert {one.code for one in shown(Asked()).safeguards} == {"MSA15-45", "NI15-22", "HTESA15-8", "IE-08-5A"}


def test_narrowed_to_a_place_both_the_laws_and_the_counts_are_of_it() -> None:
    convicted("2008-02-04", place=Jurisdiction.SCOTLAND)
    found = shown(Asked(place=Jurisdiction.ENGLAND_WALES, scope=Scope.LABOUR_AND_OTHER))
    (line,) = found.lines
    assert line.stands_out
    assert line.spans == ("England and Wales: from 1 December 2004 to 30 July 2015",)
    (scottish,) = shown(Asked(place=Jurisdiction.SCOTLAND, scope=Scope.LABOUR_AND_OTHER)).lines
    assert scottish.recorded.convictions == 1
    assert [one.code for one in shown(Asked(place=Jurisdiction.SCOTLAND)).safeguards] == ["HTESA15-8"]


def test_what_was_published_stands_beside_from_when_it_was_published() -> None:
    load_published_results(by=SYSTEM)
    assert shown(Asked(on=LAUNCH)).published == ()
    figures = {figure.measure: figure.value for _, figure in shown(Asked(on=date(2009, 3, 1))).published}
    assert figures == {
        "arrested on suspicion of trafficking": 93,
        "charged with trafficking": 67,
        "convicted of trafficking": 15,
    }
    assert sum(one.recorded.charges for one in shown(Asked(on=date(2009, 3, 1))).lines) == 0


@pytest.mark.parametrize("who", [removals_officer, editor])
def test_those_who_are_not_of_the_operation_do_not_see_it(who) -> None:
    for act in (
        lambda: shown(Asked(), who()),
        lambda: copy_register(asked=Asked(), by=who(), today=TODAY),
        lambda: law_lines(on=TODAY, by=who()),
    ):
        with pytest.raises(Refused):
            act()
    assert not Entry.objects.exists()


def test_every_look_and_every_copy_leaves_its_row() -> None:
    shown(Asked(on=LAUNCH, place=Jurisdiction.IRELAND), durham_constable())
    copy_register(asked=Asked(on=LAUNCH), by=caseworker(), today=TODAY)
    law_lines(on=LAUNCH, by=national_analyst())
    rows = Entry.objects.order_by("seq")
    assert [row.event for row in rows] == ["laws_shown", "laws_copied", "laws_shown"]
    assert json.loads(rows[0].detail) == {"on": "2007-10-03", "narrowed": {"on": "2007-10-03", "where": "ireland"}}


def test_a_copy_of_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(Refused, match="Where: Mars"):
        copy_register(asked=Asked(problems=("Where: Mars is no place.",)), by=national_analyst(), today=TODAY)


def test_the_copy_says_what_the_page_says() -> None:
    convicted("2007-06-01")
    table = copy_register(asked=Asked(on=LAUNCH), by=national_analyst(), today=TODAY).table()
    assert len(table.rows) == len(shown(Asked(on=LAUNCH)).lines)
    (row,) = [row for row in table.rows if row[1] == FORCED]
    assert row[4:8] == ("1", "1", "1", "1 June 2007")


@pytest.mark.parametrize("convictions", [1, 4])
def test_the_register_takes_as_many_queries_whatever_was_recorded(convictions: int) -> None:
    for day in range(convictions):
        convicted(f"2008-02-0{day + 1}")
    with CaptureQueriesContext(connection) as asked:
        shown(Asked())
    reads = [one["sql"] for one in asked if one["sql"].startswith("SELECT") and "audit" not in one["sql"]]
    assert len(reads) == 2


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    no_row_no_act(lambda: shown(Asked()))
    no_row_no_act(lambda: copy_register(asked=Asked(), by=national_analyst(), today=TODAY))
