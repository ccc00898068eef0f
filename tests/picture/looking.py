"""A picture, as a reader sees it, without a page around it."""

from datetime import date
from typing import Any

from pentameter.access.api import Operation, decide
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.picture.forms import Asked
from pentameter.picture.queries.picture import Picture, Rights, picture
from picture.scene import Scene


def rights_of(actor: Actor) -> Rights:
    """As the service finds them."""
    sees_all = decide(actor, Operation.COUNT_WITHHELD).allowed
    return Rights(sees_all, decide(actor, Operation.READ_REPORT).allowed, sees_all)


def seen(actor: Actor, of: Scene, today: date | None = None, **asked: Any) -> Picture:
    """The picture as a reader sees it."""
    wanted = Asked(wave=of.wave, **asked)
    return picture(wanted, actor, rights_of(actor), at=clock.now(), today=today or clock.today())
