"""Carrying reports away: the handling code goes along, nothing runs, the record says what was taken."""

import json
from collections.abc import Callable

import pytest

import cast
from intelligence import ground
from pentameter.access.api import Operation, decide
from pentameter.audit.models import Entry
from pentameter.intelligence.models import Report
from pentameter.intelligence.queries.reports import Filter
from pentameter.intelligence.services import export, export_reports
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


def a_report(**cells: str) -> Report:
    """A report of Durham's."""
    ground.sent(ground.csv_of([ground.full(1, **cells)]), ground.wave())
    return Report.objects.get()


def test_an_export_carries_code_and_conditions_in_every_row_and_runs_nothing() -> None:
    given = {"handling_code": "C", "handling_conditions": "Ask first.", "handling_recipients": "cleveland"}
    report = a_report(place="- Seaham", **given)
    Report.objects.filter(pk=report.pk).update(text="=2+3 was written on the wall")
    out = export_reports(by=cast.cleveland_sergeant(), narrowed=Filter(), purpose="a joint meeting")
    lines = out.csv.decode("utf-8-sig").splitlines()
    assert out.count == 1
    assert lines[1].startswith("durham,DUR-00001,C,lawful sharing permitted with conditions,Ask first.,cleveland")
    assert "'=2+3 was written" in lines[1]
    row = Entry.objects.get(event="reports_exported")
    assert (row.purpose, json.loads(row.detail)["count"]) == ("a joint meeting", 1)


def test_an_export_holds_only_what_may_be_read_and_needs_a_purpose() -> None:
    a_report(handling_code="C", handling_conditions="Ask first.")
    assert export_reports(by=cast.cleveland_sergeant(), narrowed=Filter(), purpose="a meeting").count == 0
    with pytest.raises(Refused, match="purpose"):
        export_reports(by=cast.cleveland_sergeant(), narrowed=Filter(), purpose="")


@pytest.mark.parametrize("who", [cast.durham_constable, cast.caseworker, cast.prosecutor, cast.duty_desk])
def test_who_may_read_may_not_always_carry_away(who: Callable[[], Actor]) -> None:
    assert decide(who(), Operation.READ_REPORT).allowed
    with pytest.raises(Refused):
        export_reports(by=who(), narrowed=Filter(), purpose="to carry away")


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2", "@cmd", "\tx", "\rx"])
def test_a_cell_that_a_program_would_run_is_held(cell: str) -> None:
    assert export.safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "plain", "2-3", "a=b"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert export.safe(cell) == cell


def test_too_many_for_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    ground.sent(ground.csv_of([ground.good(n) for n in (1, 2, 3)]), ground.wave())
    monkeypatch.setattr(export, "MOST", 2)
    with pytest.raises(Refused, match="Narrow the list"):
        export_reports(by=cast.durham_sergeant(), narrowed=Filter(), purpose="a meeting")
