"""Asking for a run: of what is known, or of a table that is uploaded. The worker does the rest."""

from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.scale.models import Repeat, Run
from pentameter.scale.queries.runs import run_line
from pentameter.scale.rules.asking import Question, RunState, Source, may_ask
from pentameter.scale.rules.tables import Table, canonical
from pentameter.work.api import enqueue

ESTIMATE = "estimate_run"
REPEAT = "repeat_run"
"""The background work that carries a run out, and that repeats one."""


@transaction.atomic
def ask_run(*, question: Question, by: Actor, today: date) -> UUID:
    """Have the six lists frozen from what is known, and estimated from."""
    return _ask(question, None, "", by, today)


@transaction.atomic
def send_table(*, question: Question, table: Table, file_name: str, by: Actor, today: date) -> UUID:
    """Have a table that was uploaded estimated from."""
    return _ask(question, table, file_name, by, today)


@transaction.atomic
def ask_repeat(*, run_id: UUID, by: Actor) -> UUID:
    """Have a run done again from its frozen lists, and its results compared."""
    require(decide(by, Operation.RUN_ESTIMATE))
    line = run_line(run_id)
    if line.state not in (RunState.ANSWERED, RunState.REFUSED):
        raise Refused("This run is not done yet. Repeat it when it is.", conflict=True)
    row = Repeat.objects.create(run_id=run_id, asked_at=clock.now(), asked_by=by.id)
    enqueue(REPEAT, str(row.id))
    record(Event.ESTIMATE_REPEAT_ASKED, by=by, subject=("estimate", run_id), detail={"repeat": str(row.id)})
    return row.id


def _ask(question: Question, table: Table | None, file_name: str, by: Actor, today: date) -> UUID:
    require(decide(by, Operation.RUN_ESTIMATE))
    require(may_ask(question, today=today))
    row = Run.objects.create(
        source=(Source.TABLE if table else Source.ENTITIES).value,
        title=question.title.strip(),
        from_on=question.period.start,
        to_on=question.period.end or question.period.start,
        area=question.area,
        theme=question.theme,
        seed=question.seed,
        draws=0 if table else question.draws,
        replicates=question.replicates,
        file_name=file_name[:200],
        given=canonical(table.as_json()) if table else "",
        asked_at=clock.now(),
        asked_by=by.id,
    )
    enqueue(ESTIMATE, str(row.id))
    detail = {"source": row.source, "digest": table.digest if table else "", "seed": row.seed}
    record(Event.ESTIMATE_ASKED, by=by, subject=("estimate", row.id), detail=detail)
    return row.id
