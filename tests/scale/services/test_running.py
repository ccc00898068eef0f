"""Runs are carried out by the worker: frozen once, worked out, kept, repeated to the bit, and the same after a kill."""

import json

import pytest
from django.db import DatabaseError, transaction

import cast
from no_row_no_act import no_row_no_act
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.scale.models import Frozen, Progress, Repeat, Repeated, Result, Run
from pentameter.scale.queries.runs import run_line, run_whole
from pentameter.scale.rules.asking import RunState
from pentameter.scale.rules.tables import Table
from pentameter.scale.services.asking import ask_repeat, ask_run
from pentameter.scale.services.freezing import freeze_lists
from pentameter.scale.services.running import carry_out, repeat_run
from scale import scene

pytestmark = pytest.mark.django_db


def sent() -> Run:
    """The small table, waiting for the worker."""
    return Run.objects.get(pk=scene.sent())


def test_a_run_is_asked_frozen_worked_out_and_kept() -> None:
    run = sent()
    assert run_line(run.id).state is RunState.WAITING
    carry_out(run_id=run.id, by=SYSTEM)
    whole = run_whole(run.id)
    assert whole.line.state is RunState.ANSWERED
    assert whole.table == scene.small()
    assert whole.input_digest == scene.small().digest
    assert whole.headline is not None
    assert whole.line.low is not None
    assert 290 < whole.line.low < 500 < (whole.line.high or 0)
    assert whole.versions.keys() == {"darkfigure", "numpy", "scipy"}
    assert whole.done == 100


def test_once_done_it_is_done() -> None:
    run = sent()
    carry_out(run_id=run.id, by=SYSTEM)
    before = Result.objects.get(run=run)
    carry_out(run_id=run.id, by=SYSTEM)
    after = Result.objects.get(run=run)
    assert (after.digest, after.made_at) == (before.digest, before.made_at)


def test_a_repeat_gives_the_same_to_the_bit_and_says_so() -> None:
    run = sent()
    carry_out(run_id=run.id, by=SYSTEM)
    repeat_run(repeat_id=ask_repeat(run_id=run.id, by=cast.national_analyst()), by=SYSTEM)
    (repeat,) = run_whole(run.id).repeats
    assert repeat.same is True
    assert repeat.digest == Result.objects.get(run=run).digest


def test_a_repeat_that_differs_is_said_to_differ() -> None:
    """Another installation, or another version, had given another result: it is not passed over."""
    run = sent()
    frozen = freeze_lists(run_id=run.id, by=SYSTEM)
    assert frozen.table.people == 290
    Result.objects.create(
        run=run, digest="0" * 64, results='{"headline":{"answers":null}}', versions="{}", low=1, high=2,
        verdict="with caution", made_at=clock.now(),
    )  # fmt: skip
    repeat_run(repeat_id=ask_repeat(run_id=run.id, by=cast.statistician()), by=SYSTEM)
    assert Repeated.objects.get(repeat__run=run).same is False


def test_two_runs_of_one_table_and_seed_have_the_same_results() -> None:
    one, other = sent(), sent()
    for run in (one, other):
        carry_out(run_id=run.id, by=SYSTEM)
    assert Result.objects.get(run=one).digest == Result.objects.get(run=other).digest


def test_a_run_that_was_cut_short_goes_on_from_its_frozen_lists() -> None:
    whole, cut = sent(), sent()
    carry_out(run_id=whole.id, by=SYSTEM)
    freeze_lists(run_id=cut.id, by=SYSTEM)  # and then the worker was killed
    frozen_at = Frozen.objects.get(run=cut).frozen_at
    carry_out(run_id=cut.id, by=SYSTEM)
    assert Frozen.objects.get(run=cut).frozen_at == frozen_at
    assert Result.objects.get(run=cut).digest == Result.objects.get(run=whole).digest


def test_what_was_asked_frozen_and_found_is_never_changed() -> None:
    run = sent()
    carry_out(run_id=run.id, by=SYSTEM)
    repeat_run(repeat_id=ask_repeat(run_id=run.id, by=cast.statistician()), by=SYSTEM)
    for act in (
        lambda: Run.objects.update(title="Another"),
        lambda: Frozen.objects.update(people=1),
        lambda: Result.objects.update(high=1.0),
        lambda: Repeat.objects.update(asked_by="x"),
        lambda: Repeated.objects.update(same=False),
        lambda: Result.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            act()


def test_only_those_who_may_ask_ask() -> None:
    run = sent()
    carry_out(run_id=run.id, by=SYSTEM)
    for person in (cast.durham_sergeant(), cast.removals_officer(), cast.editor()):
        with pytest.raises(Refused):
            ask_run(question=scene.this_year(), by=person, today=clock.today())
        with pytest.raises(Refused):
            ask_repeat(run_id=run.id, by=person)
        with pytest.raises(Refused):
            carry_out(run_id=run.id, by=person)


def test_a_run_that_is_not_done_is_not_repeated() -> None:
    with pytest.raises(Refused, match="not done yet"):
        ask_repeat(run_id=sent().id, by=cast.statistician())


def test_a_table_that_carries_nothing_is_refused_and_says_why() -> None:
    apart = Table(("A", "B", "C"), ((1, 30), (2, 20), (4, 10)))
    run_id = scene.sent(apart)
    carry_out(run_id=run_id, by=SYSTEM)
    line = run_line(run_id)
    assert line.state is RunState.REFUSED
    assert line.low is None
    assert "The lists cannot carry an answer. No two lists share a person" in line.refused


def test_progress_is_told_and_stands_at_the_end() -> None:
    run = sent()
    carry_out(run_id=run.id, by=SYSTEM)
    assert Progress.objects.get(run=run).done == 100
    assert json.loads(Result.objects.get(run=run).results)["headline"]["refused"] == ""


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    run = sent()
    no_row_no_act(lambda: sent())
    no_row_no_act(lambda: freeze_lists(run_id=run.id, by=SYSTEM))
    carry_out(run_id=run.id, by=SYSTEM)
    no_row_no_act(lambda: ask_repeat(run_id=run.id, by=cast.statistician()))
    repeat_id = ask_repeat(run_id=run.id, by=cast.statistician())
    no_row_no_act(lambda: repeat_run(repeat_id=repeat_id, by=SYSTEM))
