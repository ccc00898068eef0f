"""Background entry points: one service call each."""

from uuid import UUID

from pentameter.decisions.queries.lists import stale, unfinished
from pentameter.decisions.services.lists import CHECK
from pentameter.decisions.services.screening import check_list
from pentameter.decisions.services.suspects import ask_about_suspects
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.victims.api import holds_mark
from pentameter.work.api import background, enqueue, on_beat, on_start


@background(CHECK)
def check(list_id: str) -> None:
    """Read and check what is left of a list."""
    check_list(list_id=UUID(list_id), by=SYSTEM)


@on_start
def go_on() -> None:
    """Go on with the lists that a worker that ended left unfinished."""
    for list_id in unfinished():
        enqueue(CHECK, str(list_id))


@on_beat
def check_stale() -> None:
    """Check lists again that may be relied on, once somebody has become protected since."""
    for list_id in stale(mark=holds_mark(), now=clock.now()):
        enqueue(CHECK, str(list_id))


@on_beat
def ask_about() -> None:
    """Ask whether suspects may be somebody protected: new ones, and all once somebody else has become protected."""
    ask_about_suspects(by=SYSTEM)
