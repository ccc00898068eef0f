"""A suspect held for writing, with everything that the rules ask; and what was worked out, kept for lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from pentameter.access.api import Operation
from pentameter.justice.keys import bound
from pentameter.justice.models import PipelineEvent, Suspect
from pentameter.justice.queries.events import event_of, rows_of, seen_by
from pentameter.justice.queries.opening import OpenSuspect, opened_suspect
from pentameter.justice.queries.signs import signs_of
from pentameter.justice.rules import screen
from pentameter.justice.rules.screen import CheckState, Sign
from pentameter.justice.rules.standing import Event, Standing, standing
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, Verdict, never_was

CHANGED = (
    "Somebody recorded something of this suspect after you opened the page. Nothing of yours was saved. Read what is "
    "there now, and send it again if it still holds."
)


class NotYet(Refused):
    """Something is missing or cannot be. The page says it, and keeps what was typed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, conflict=True)


def insist(verdict: Verdict) -> None:
    """Go on only if allowed; a refusal goes back to the form.

    Raises:
        NotYet: carrying the verdict's reason.
    """
    if not verdict.allowed:
        raise NotYet(verdict.reason)


@dataclass(frozen=True)
class HeldSuspect:
    """A suspect, held until the caller's transaction ends, with all that happened and all signs."""

    opened: OpenSuspect
    rows: tuple[PipelineEvent, ...]
    signs: tuple[Sign, ...]

    @property
    def row(self) -> Suspect:
        """The suspect."""
        return self.opened.row

    @property
    def events(self) -> list[Event]:
        """What happened and was not struck out."""
        return [event_of(one) for one in self.rows if one.struck_at is None]

    @property
    def standing(self) -> Standing:
        """How they stand."""
        return standing(self.events)

    @property
    def seen(self) -> frozenset[str]:
        """The signs that the check which counts knew."""
        return seen_by(self.standing, self.rows)

    @property
    def check_state(self) -> CheckState:
        """How the check stands."""
        return screen.state(self.standing, self.seen, self.signs)

    @property
    def check_told(self) -> CheckState:
        """How it stands for whoever is not told whether this may be somebody protected."""
        return screen.state(self.standing, self.seen, screen.told(self.signs, whole=False))

    def sealed(self, what: str, row_id: UUID, words: Mapping[str, str]) -> bytes | None:
        """Words for a row, sealed; None where nothing was said."""
        kept = {name: said for name, said in words.items() if said}
        if not kept:
            return None
        if self.opened.safe is None:
            raise NotYet("Who this suspect is was erased. Nothing can be added.")
        return self.opened.safe.seal(kept, bound_to=bound(what, row_id))

    def insist_on(self, version: int) -> None:
        """Go on only if nobody changed it meanwhile."""
        if self.row.version != version:
            raise NotYet(CHANGED)


def held_suspect(suspect_id: UUID, operation: Operation, by: Actor) -> HeldSuspect:
    """A suspect, held and loaded whole. At most twelve SQL queries."""
    if Suspect.objects.select_for_update().filter(pk=suspect_id).first() is None:
        raise never_was()
    return loaded(opened_suspect(suspect_id, by, operation))


def loaded(opened: OpenSuspect) -> HeldSuspect:
    """A suspect who was opened, with all that happened."""
    rows = rows_of([opened.row.id])[opened.row.id]
    return HeldSuspect(opened, tuple(rows), signs_of([opened.row])[opened.row.id])


def keep(opened: OpenSuspect, *, counted: bool = True) -> None:
    """Work out anew how the suspect stands, and keep it for lists.

    Not `counted`: the version stays, so that nobody can tell by it that something was answered.
    """
    held = loaded(opened)
    now = held.standing
    Suspect.objects.filter(pk=opened.row.id).update(
        stage=now.stage.value,
        stage_on=now.stage_since,
        check_state=held.check_state.value,
        check_told=held.check_told.value,
        version=F("version") + int(counted),
    )
