"""A tip-off, held for writing by whoever may, as it stood when the page was shown."""

from uuid import UUID

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.bulletins.tipdesk.models import Tip
from pentameter.bulletins.tipdesk.rules.states import State, Step, after, may_step
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require

_MEANWHILE = (
    "Somebody else changed this tip-off meanwhile, or its sender added something. Look at it again, then go on."
)


class TipChangedMeanwhile(Refused):
    """The tip-off is not as it was when the page was shown. Carries the version that stands."""

    def __init__(self, version: int) -> None:
        super().__init__(_MEANWHILE, conflict=True)
        self.version = version


def held(*, tip_id: UUID, operation: Operation, step: Step, version: int, by: Actor) -> Tip:
    """A tip-off that may take the step, held until the caller's transaction ends.

    Raises:
        Refused: if the actor may not, or it stands otherwise; `TipChangedMeanwhile` if it is not as it was shown.
    """
    require(decide(by, operation, subject(tip_id)))
    tip = Tip.objects.select_for_update().filter(pk=tip_id).first()
    if tip is None:
        raise never_was()
    if tip.version != version:
        raise TipChangedMeanwhile(tip.version)
    require(may_step(State(tip.state), step))
    return tip


def stepped(tip: Tip, step: Step) -> None:
    """Write the state that follows, in the caller's transaction."""
    tip.state = after(State(tip.state), step).value
    tip.version += 1
    tip.changed_at = clock.now()
    tip.save(update_fields=["state", "version", "changed_at", "closed_because"])


def subject(tip_id: UUID) -> Subject:
    """The tip-off as access sees it."""
    return Subject("tip", str(tip_id), Compartment.SOURCE)
