"""The door for other contexts."""

from uuid import UUID

from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.picture.forms import Asked
from pentameter.picture.queries.totals import Totals, totals
from pentameter.picture.services import export_picture


def export(wave_id: UUID, *, by: Actor) -> str:
    """The picture of a wave as a single self-contained HTML file."""
    return export_picture(asked=Asked(wave=wave_id), by=by, at=clock.now(), today=clock.today())


__all__ = ["Totals", "export", "totals"]
