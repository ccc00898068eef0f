"""Looking at two of a kind side by side, and carrying their charts away."""

from datetime import date, datetime

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.look.charts.chart import Chart
from pentameter.picture.compare_drawing import charts
from pentameter.picture.compare_forms import Wanted
from pentameter.picture.queries.comparing import Comparison, comparison
from pentameter.picture.services.looks import rights_of


@transaction.atomic
def show_comparison(*, wanted: Wanted, by: Actor, at: datetime, today: date) -> Comparison:
    """Two waves, two forces or two periods, as the actor may see them."""
    found = _compared(wanted, by, at, today)
    _remember(Event.PICTURE_SHOWN, found, by)
    return found


@transaction.atomic
def copy_comparison(*, name: str, wanted: Wanted, by: Actor, at: datetime, today: date) -> Chart:
    """One chart of two of a kind, to be carried away.

    Raises:
        Refused: there is no such chart, or it was asked for with sides or filters that make no sense.
    """
    found = _compared(wanted, by, at, today)
    if problems := dict.fromkeys((*found.wanted.problems, *found.frame.asked.problems)):
        raise Refused(" ".join(problems))
    make = charts(found).get(name)
    if make is None:
        raise never_was()
    _remember(Event.PICTURE_EXPORTED, found, by, chart=name)
    return make()


def _compared(wanted: Wanted, by: Actor, at: datetime, today: date) -> Comparison:
    require(decide(by, Operation.VIEW_PICTURE))
    return comparison(wanted, by, rights_of(by), at=at, today=today)


def _remember(event: Event, found: Comparison, by: Actor, **more: str) -> None:
    wanted = found.wanted
    said = {"compared": wanted.kind.value, "sides": list(found.chosen), "narrowed": wanted.asked.parameters()}
    record(event, by=by, subject=("wave", found.frame.wave.id), detail={**said, **more})
