"""Looking at the picture and carrying it away: each leaves one row in the record."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.look.charts.chart import Chart
from pentameter.picture import drawing, standalone
from pentameter.picture.forms import Asked
from pentameter.picture.links import Links
from pentameter.picture.queries.picture import NoWaveYet, Picture, Rights, picture

__all__ = ["NoWaveYet", "copy_chart", "export_picture", "show_picture"]


@transaction.atomic
def show_picture(*, asked: Asked, by: Actor, at: datetime, today: date) -> Picture:
    """The picture of a wave, as the actor may see it."""
    found = _picture(asked, by, at, today)
    _remember(Event.PICTURE_SHOWN, found, by, {"reports": [str(line.id) for line in found.latest]})
    return found


@transaction.atomic
def copy_chart(*, name: str, asked: Asked, by: Actor, at: datetime, today: date) -> Chart:
    """One chart of the picture, to be carried away.

    Raises:
        Refused: there is no such chart, or it was asked for with filters that make no sense.
    """
    found = _picture(asked, by, at, today)
    if found.asked.problems:
        raise Refused(" ".join(found.asked.problems))
    make = drawing.charts(found, Links()).get(name)
    if make is None:
        raise never_was()
    _remember(Event.PICTURE_EXPORTED, found, by, {"chart": name})
    return make()


@transaction.atomic
def export_picture(*, asked: Asked, by: Actor, at: datetime, today: date) -> str:
    """The picture as a single file: figures only, so that no report's words travel without its handling code."""
    found = _picture(asked, by, at, today, without_latest=True)
    _remember(Event.PICTURE_EXPORTED, found, by, {"chart": ""})
    return standalone.as_file(found, by)


def _picture(asked: Asked, by: Actor, at: datetime, today: date, *, without_latest: bool = False) -> Picture:
    require(decide(by, Operation.VIEW_PICTURE))
    sees_all = decide(by, Operation.COUNT_WITHHELD).allowed
    rights = Rights(
        sees_all=sees_all,
        reads=decide(by, Operation.READ_REPORT).allowed and not without_latest,
        sees_quarantine=sees_all or decide(by, Operation.VIEW_INTAKE).allowed,
    )
    return picture(asked, by, rights, at=at, today=today)


def _remember(event: Event, found: Picture, by: Actor, detail: Mapping[str, object]) -> None:
    narrowed = found.asked.parameters()
    record(event, by=by, subject=("wave", found.wave.id), detail={"narrowed": narrowed, **detail})
