"""A version, held for writing by an actor who may."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pentameter.access.api import Operation, decide
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, Verdict, never_was, require
from pentameter.releases.models import Edition, Union, Writer
from pentameter.releases.queries.rows import EditionLine, line_of
from pentameter.releases.rules.states import State, Step, after, may_step


class NotYet(Refused):
    """Something is missing or cannot be. The page says it, and keeps what was typed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, conflict=True)


class EditionChangedMeanwhile(Refused):
    """Somebody changed the version after this person had opened it. `current` is how it is now."""

    def __init__(self, current: EditionLine) -> None:
        super().__init__(
            "Somebody changed this release after you opened it. Nothing of yours was saved.", conflict=True
        )
        self.current = current


@dataclass(frozen=True)
class HeldEdition:
    """A version that nobody else changes until the transaction ends."""

    row: Edition

    @property
    def state(self) -> State:
        """How it stands."""
        return State(self.row.state)

    @property
    def writers(self) -> frozenset[str]:
        """Everybody who worked on it."""
        return frozenset(self.row.writers.values_list("person", flat=True))

    def insist_on(self, revision: int) -> None:
        """Go on only if nobody changed it meanwhile.

        Raises:
            EditionChangedMeanwhile: with the version as it is.
        """
        if self.row.revision != revision:
            raise EditionChangedMeanwhile(line_of(self.row))

    def step(self, step: Step, **values: Any) -> None:
        """Take a step: its state follows from the table, and the revision grows.

        Raises:
            NotYet: it may not take this step.
        """
        insist(may_step(self.state, step))
        follows = after(self.state, step)
        values["state"] = (follows or self.state).value
        self.change(**values)

    def change(self, **values: Any) -> None:
        """Write on it; the revision grows."""
        values["revision"] = self.row.revision + 1
        for name, value in values.items():
            setattr(self.row, name, value)
        self.row.save(update_fields=list(values))

    def written_by(self, by: Actor) -> None:
        """Remember that the actor worked on it, and can therefore never sign it."""
        Writer.objects.get_or_create(edition=self.row, person=by.id)


def insist(verdict: Verdict) -> None:
    """Go on only if allowed; a refusal goes back to the form.

    Raises:
        NotYet: with the verdict's reason.
    """
    if not verdict.allowed:
        raise NotYet(verdict.reason)


def held_edition(edition_id: UUID, operation: Operation, by: Actor) -> HeldEdition:
    """A version, by someone who may do this with it.

    Raises:
        Refused: the actor may not, or there is no such version.
    """
    require(decide(by, operation))
    row = Edition.objects.select_for_update(of=("self",)).select_related("release").filter(pk=edition_id).first()
    if row is None:
        raise never_was()
    return HeldEdition(row)


def hold_union() -> Union:
    """The mark of all that is known, held: until the transaction ends nobody else adds to it."""
    Union.objects.get_or_create(pk=1)
    return Union.objects.select_for_update().get(pk=1)
