from datetime import date, timedelta

import pytest

from pentameter.config.demo.operation import DemoOperation, operation
from pentameter.config.demo.senders import Format
from pentameter.config.demo.shipments import Fate

TODAY = date(2026, 10, 5)


@pytest.fixture(scope="module")
def made() -> DemoOperation:
    return operation(reports=2000, seed=5, today=TODAY)


def _good(made: DemoOperation) -> int:
    return sum(one.count(Fate.ACCEPTED) for one in made.shipments if one.kind == "reports")


@pytest.mark.parametrize("reports", [1, 17, 100, 2003])
@pytest.mark.parametrize("seed", [1, 2])
def test_as_many_good_reports_as_asked_for(reports: int, seed: int) -> None:
    assert _good(operation(reports=reports, seed=seed, today=TODAY)) == reports


def test_the_same_arguments_make_the_same(made: DemoOperation) -> None:
    assert operation(reports=2000, seed=5, today=TODAY) == made
    assert operation(reports=2000, seed=6, today=TODAY) != made


def test_at_least_twelve_agencies_send_reports_in_all_formats(made: DemoOperation) -> None:
    reports = [one for one in made.shipments if one.kind == "reports"]
    assert len({one.agency for one in reports}) >= 12
    assert {one.format for one in reports} == set(Format)
    assert {one.wave for one in reports} == {1, 2}


def test_every_mistake_is_made_somewhere(made: DemoOperation) -> None:
    words = {line.mistake for one in made.shipments for line in one.lines if line.mistake}
    assert len(words) >= 13
    assert {"the same row twice", "sent before in another file", "sent before"} <= words


def test_one_file_is_sent_again_as_it_was(made: DemoOperation) -> None:
    again = [one for one in made.shipments if one.repeats]
    assert len(again) == 1
    first = next(one for one in made.shipments if one.path == again[0].repeats)
    assert [line.cells for line in again[0].lines] == [line.cells for line in first.lines]
    assert made.shipments.index(again[0]) > made.shipments.index(first)


def test_both_gradings_are_sent_in_the_first_wave(made: DemoOperation) -> None:
    for wave, schemes in ((1, {"3x5x2", "5x5x5"}), (2, {"3x5x2", "5x5x5"})):
        rows = [
            line.cells for one in made.shipments if one.wave == wave and one.kind == "reports" for line in one.lines
        ]
        assert {str(row["grade_scheme"]).strip() for row in rows} == schemes


def test_the_weeks_file_has_forty_rows_of_which_three_are_wrong(made: DemoOperation) -> None:
    week = next(one for one in made.journeys if one.path == "journeys/durham-week.xlsx")
    assert (len(week.lines), week.count(Fate.QUARANTINED), week.count(Fate.DUPLICATE)) == (40, 3, 0)
    before = {
        line.cells["report_ref"]
        for one in made.shipments
        if one.agency == "durham"
        for line in one.lines
        if "report_ref" in line.cells
    }
    assert not before & {line.cells["report_ref"] for line in week.lines}


def test_the_nil_return_filed_by_hand_is_for_a_week_not_yet_filed(made: DemoOperation) -> None:
    nil = next(one for one in made.journeys if one.agency == "north-yorkshire")
    weeks = {
        line.cells["week_starting"] for one in made.shipments if one.agency == "north-yorkshire" for line in one.lines
    }
    assert [line.cells["week_starting"] for line in nil.lines] == ["2026-09-28"]
    assert "2026-09-28" not in weeks


def test_people_turn_up_in_several_agencies_reports(made: DemoOperation) -> None:
    agencies: dict[str, set[str]] = {}
    for one in made.truth:
        agencies.setdefault(one.entity, set()).add(one.agency)
    assert sum(len(several) > 1 for several in agencies.values()) > 150


@pytest.mark.parametrize("days", range(8))
def test_it_works_on_every_day_of_the_week(days: int) -> None:
    today = TODAY + timedelta(days=days)
    made = operation(reports=300, seed=5, today=today)
    assert _good(made) == 300
    for one in made.shipments:
        for line in one.lines:
            day = line.cells.get("reported_on")
            assert not isinstance(day, date) or day < today
