"""Making a version's tables safe, against everything that was released before."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.releases.queries.rows import found_text, known_to_all, safe_text, truth_of
from pentameter.releases.rules.days import told_apart
from pentameter.releases.rules.states import Step, may_step
from pentameter.releases.rules.withholding import may_be_threshold
from pentameter.releases.services.loading import HeldEdition, held_edition, hold_union, insist

if TYPE_CHECKING:
    from pentameter.releases.safety import MadeSafe


@transaction.atomic
def make_safe(*, edition_id: UUID, threshold: int, revision: int, by: Actor) -> bool:
    """Withhold what could point to somebody, and show the rest to the attacker with all earlier releases.

    Answers whether the tables are safe. Where they are not, the version stays frozen, and says which cells are given
    away. A description that was written stays.
    """
    here = held_edition(edition_id, Operation.PREPARE_RELEASE, by)
    here.insist_on(revision)
    insist(may_step(here.state, Step.MAKE_SAFE))
    from pentameter.releases.safety import made_safe  # numpy and scipy are loaded only here

    mark = hold_union().mark
    known = known_to_all(but=edition_id)
    insist(may_be_threshold(threshold, {one.threshold for one in known}))
    made = made_safe(told_apart(truth_of(here.row).tables, known, here.row.frozen_at), threshold, known)
    here.written_by(by)
    _kept(here, made, threshold, mark, by)
    detail = {
        "threshold": threshold,
        "earlier": len(known),
        "withheld": sum(one.withheld for one in made.tables or ()),
        "given_away": len(made.attacked.given_away),
    }
    event = Event.RELEASE_MADE_SAFE if made.tables is not None else Event.RELEASE_NOT_SAFE
    record(event, by=by, subject=("release", edition_id), detail=detail)
    return made.tables is not None


def _kept(here: HeldEdition, made: "MadeSafe", threshold: int, mark: int, by: Actor) -> None:
    values = {"threshold": threshold, "found": found_text(made.attacked, made.refused), "made_safe_by": by.id}
    if made.tables is None:
        here.step(Step.NOT_SAFE, **values, safe="", union=None)
    else:
        here.step(Step.MAKE_SAFE, **values, safe=safe_text(made.tables), union=mark)
