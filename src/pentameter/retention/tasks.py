"""Background entry points: rubbing out what went, and keeping the list of it outside the database."""

from pentameter.retention import storage
from pentameter.retention.queries.gone import gone
from pentameter.work.api import background, enqueue, on_beat

RUB_OUT = "rub_out"
_listed: list[int] = []
"""How many the list held when this process looked last."""


@background(RUB_OUT)
def rub_out(_: str) -> None:
    """Have the files forget what went. Where somebody reads just now, it is asked for again."""
    storage.write_list(gone())
    if not storage.rub_out(whole=False):
        enqueue(RUB_OUT, "again")


@on_beat
def keep_the_list() -> None:
    """Whatever went by any way is on the list within a beat, and rubbed out."""
    found = len(gone())
    if _listed != [found]:
        if found:
            enqueue(RUB_OUT, "")
        _listed[:] = [found]
