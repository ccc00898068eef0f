"""Looking at runs and carrying their charts away: each leaves one row in the record."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, looked, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require
from pentameter.look.charts.chart import Chart
from pentameter.scale import drawing
from pentameter.scale.page import Rights, RunPage
from pentameter.scale.queries.runs import RunLine, RunWhole, run_lines, run_whole
from pentameter.scale.rules.tables import Table


@dataclass(frozen=True, slots=True)
class RunsPage:
    """The latest runs, and whether the reader may ask for one."""

    runs: tuple[RunLine, ...]
    may_run: bool


def rights_of(by: Actor) -> Rights:
    """What the actor may do with runs."""
    return Rights(
        sees_table=decide(by, Operation.SEE_FROZEN_TABLE).allowed, runs=decide(by, Operation.RUN_ESTIMATE).allowed
    )


@transaction.atomic
def show_runs(*, by: Actor) -> RunsPage:
    """The runs, latest first."""
    require(decide(by, Operation.VIEW_ESTIMATES))
    found = run_lines()
    looked(Event.ESTIMATES_SHOWN, by=by, kind="estimate", ids=[one.id for one in found])
    return RunsPage(found, rights_of(by).runs)


@transaction.atomic
def show_run(*, run_id: UUID, by: Actor) -> RunPage:
    """A run with all that is stored of it, as far as the actor may see."""
    page = RunPage(_whole(run_id, by), rights_of(by))
    record(Event.ESTIMATE_SHOWN, by=by, subject=("estimate", run_id), detail={"table": page.rights.sees_table})
    return page


def see_progress(*, run_id: UUID, by: Actor) -> RunWhole:
    """How far a run is. The page that asks left its row."""
    return _whole(run_id, by)


@transaction.atomic
def copy_chart(*, run_id: UUID, name: str, by: Actor) -> Chart:
    """One chart of a run, to be carried away.

    Raises:
        Refused: hidden, where the run has no such chart, or none that the actor may see.
    """
    drawn = RunPage(_whole(run_id, by), rights_of(by)).drawn()
    make = drawing.charts(drawn).get(name) if drawn else None
    if make is None:
        raise never_was()
    record(Event.ESTIMATE_EXPORTED, by=by, subject=("estimate", run_id), detail={"chart": name})
    return make()


@transaction.atomic
def take_table(*, run_id: UUID, by: Actor) -> Table:
    """The frozen table of a run, to be carried away by those who may see it."""
    require(decide(by, Operation.SEE_FROZEN_TABLE))
    found = run_whole(run_id).table
    if found is None:
        raise never_was()
    record(Event.ESTIMATE_EXPORTED, by=by, subject=("estimate", run_id), detail={"chart": "table"})
    return found


@transaction.atomic
def compare_runs(*, by: Actor) -> RunsPage:
    """The latest run that is done of each period, type, place and source, by type, place and period."""
    found = _latest(by)
    looked(Event.ESTIMATES_SHOWN, by=by, kind="estimate", ids=[one.id for one in found])
    return RunsPage(found, rights_of(by).runs)


@transaction.atomic
def copy_comparison(*, kind: str, by: Actor, today: date) -> Chart:
    """The same as a chart, to be carried away as "csv" or "svg"."""
    found = _latest(by)
    if kind not in ("csv", "svg"):
        raise never_was()
    detail = {"chart": f"compared.{kind}", "ids": [str(one.id) for one in found]}
    record(Event.ESTIMATE_EXPORTED, by=by, subject=("estimate", ""), detail=detail)
    return drawing.compared(found, today)


def _latest(by: Actor) -> tuple[RunLine, ...]:
    require(decide(by, Operation.VIEW_ESTIMATES))
    latest: dict[tuple[str, str, date, date, str], RunLine] = {}
    for one in run_lines():
        if one.made_at is not None:
            of = (one.question.theme, one.question.area, one.from_on, one.to_on, one.source.value)
            latest.setdefault(of, one)
    return tuple(latest[key] for key in sorted(latest))


def _whole(run_id: UUID, by: Actor) -> RunWhole:
    """A run; what the actor may not see of it is not even in it."""
    require(decide(by, Operation.VIEW_ESTIMATES))
    whole = run_whole(run_id)
    if decide(by, Operation.SEE_FROZEN_TABLE).allowed or whole.ground is None:
        return whole
    return replace(whole, ground=replace(whole.ground, left_out=0, unsaid=0, as_judged=None, without_consent=0))
