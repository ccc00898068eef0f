"""Every look, copy and question leaves its row, and nobody is shown what they may not see."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

import pytest

import cast
from intelligence import ground
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.periods import Period
from pentameter.kernel.verdict import Refused
from pentameter.scale.page import RunPage
from pentameter.scale.services import asking, looking, looks
from pentameter.scale.services.running import carry_out
from scale import scene
from scale.scene import NGO, POLICE, Scene

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)


def done() -> UUID:
    run_id = scene.sent()
    carry_out(run_id=run_id, by=SYSTEM)
    return run_id


def rows(event: str) -> list[dict[str, object]]:
    return [json.loads(row.detail) for row in Entry.objects.filter(event=event).order_by("seq")]


LOOKS: dict[str, tuple[Callable[[UUID, Actor], object], str]] = {
    "list": (lambda _, by: looks.show_runs(by=by), "estimates_shown"),
    "run": (lambda run_id, by: looks.show_run(run_id=run_id, by=by), "estimate_shown"),
    "compare": (lambda _, by: looks.compare_runs(by=by), "estimates_shown"),
    "chart": (lambda run_id, by: looks.copy_chart(run_id=run_id, name="methods", by=by), "estimate_exported"),
    "copy": (lambda _, by: looks.copy_comparison(kind="csv", by=by, today=TODAY), "estimate_exported"),
    "table": (lambda run_id, by: looks.take_table(run_id=run_id, by=by), "estimate_exported"),
}


@pytest.mark.parametrize("name", LOOKS)
def test_every_look_leaves_one_row_and_is_refused_without_a_right(name: str) -> None:
    look, event = LOOKS[name]
    run_id = done()
    for person in (cast.durham_constable(), cast.removals_officer()):
        with pytest.raises(Refused):
            look(run_id, person)
    assert rows(event) == []
    look(run_id, cast.statistician())
    assert len(rows(event)) == 1


def test_what_a_supervisor_may_not_see_is_not_in_the_page() -> None:
    people = Scene()
    people.women(3, POLICE, NGO)
    people.woman(POLICE, scheme="5x5x5", handling="4")
    run_id = asking.ask_run(question=scene.this_year(), by=cast.statistician(), today=clock.today())
    carry_out(run_id=run_id, by=SYSTEM)
    full, less = (looks.show_run(run_id=run_id, by=one) for one in (cast.statistician(), cast.durham_sergeant()))
    assert isinstance(less, RunPage)
    assert full.run.ground is not None
    assert less.run.ground is not None
    assert (full.run.ground.left_out, full.run.ground.as_judged) == (1, 3)
    assert (less.run.ground.left_out, less.run.ground.as_judged) == (0, None)
    assert full.table_rows
    assert less.table_rows == []


def test_runs_stand_side_by_side_in_the_order_of_their_days() -> None:
    for month in (10, 2, 9):
        question = replace(scene.this_year(), period=Period(date(2013, month, 1), date(2013, month, 28)))
        by, table = cast.statistician(), scene.small()
        run_id = asking.send_table(question=question, table=table, file_name="small.csv", by=by, today=TODAY)
        carry_out(run_id=run_id, by=SYSTEM)
    shown = looks.compare_runs(by=cast.statistician()).runs
    assert [one.from_on.month for one in shown] == [2, 9, 10]


def test_a_table_stands_beside_what_is_known_of_the_same_time_and_takes_no_run_away() -> None:
    Scene().women(3, POLICE, NGO)
    known = asking.ask_run(question=scene.this_year(), by=cast.statistician(), today=clock.today())
    table = scene.sent()
    for run_id in (known, table):
        carry_out(run_id=run_id, by=SYSTEM)
    assert {one.id for one in looks.compare_runs(by=cast.statistician()).runs} == {known, table}


def test_a_copy_of_another_kind_is_not_there() -> None:
    with pytest.raises(Refused):
        looks.copy_comparison(kind="pdf", by=cast.statistician(), today=TODAY)


def test_who_asks_about_a_force_leaves_a_row() -> None:
    ground.wave()
    cast.in_database(cast.durham_sergeant())
    looking.show_forces(wave_id=None, by=cast.durham_sergeant(), today=clock.today())
    looking.show_force(agency="durham", wave_id=None, by=cast.durham_sergeant(), today=clock.today())
    assert len(rows("looking_shown")) == 2
    with pytest.raises(Refused):
        looking.show_force(agency="cleveland", wave_id=None, by=cast.durham_sergeant(), today=clock.today())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_look() -> None:
    run_id = done()
    for look, _ in LOOKS.values():
        no_row_no_act(partial(look, run_id, cast.statistician()))
