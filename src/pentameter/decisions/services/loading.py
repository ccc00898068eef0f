"""A matter, loaded for looking or held for writing, by an actor who may."""

from dataclasses import dataclass
from uuid import UUID

from pentameter.access.api import Compartment, Operation
from pentameter.decisions.models import Matter
from pentameter.decisions.queries.matters import MatterCard, card_of, of_same_case
from pentameter.decisions.rules.drafts import Draft, Request
from pentameter.decisions.rules.second_look import may_reconsider
from pentameter.decisions.rules.states import Kind, State, Step, may_step
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, Verdict, never_was, require
from pentameter.victims.api import OpenCase, bound, held, opened


class NotYet(Refused):
    """Something is missing or cannot be. The page says it, and keeps what was typed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, conflict=True)


class MatterChangedMeanwhile(Refused):
    """Somebody changed the matter after this person had opened it. `current` is how it is now."""

    def __init__(self, current: MatterCard) -> None:
        super().__init__("Somebody changed this matter after you opened it. Nothing of yours was saved.", conflict=True)
        self.current = current


@dataclass(frozen=True)
class HeldMatter:
    """A matter with its case and the other matters of it, by someone who may."""

    row: Matter
    case: OpenCase
    others: tuple[Matter, ...] = ()

    @property
    def kind(self) -> Kind:
        """What is decided."""
        return Kind(self.row.kind)

    @property
    def state(self) -> State:
        """How it stands."""
        return State(self.row.state)

    @property
    def card(self) -> MatterCard:
        """The matter whole."""
        return card_of(self.row, self.case)

    def sealed(self, draft: Draft, asked: Request) -> bytes:
        """Its words, sealed for this row."""
        words = {"draft": draft.as_json(), "request": asked.as_json()}
        return self.case.key.seal(words, bound_to=bound("matter", self.row.id))

    def insist_on(self, version: int) -> None:
        """Go on only if nobody changed it meanwhile. The case is held, so nobody can from now on.

        Raises:
            MatterChangedMeanwhile: with the matter as it is.
        """
        if self.row.version != version:
            raise MatterChangedMeanwhile(self.card)

    def may_be_written_by(self, by: Actor) -> Verdict:
        """Whether the actor in person may write on it and decide it: a reconsideration is another person's."""
        return may_reconsider(self.kind, by.id, decided_by=self.row.about.decided_by if self.row.about else "")

    def step(self, step: Step) -> None:
        """Go on only if the matter may take this step."""
        require(may_step(self.kind, self.state, step))


def insist(verdict: Verdict) -> None:
    """Go on only if allowed; a refusal goes back to the form.

    Raises:
        NotYet: carrying the verdict's reason.
    """
    if not verdict.allowed:
        raise NotYet(verdict.reason)


def held_matter(
    matter_id: UUID,
    operation: Operation,
    by: Actor,
    *,
    purpose: str = "",
) -> HeldMatter:
    """A matter, held with its case until the caller's transaction ends. Six SQL queries."""
    case_id = _case_of(matter_id)
    case = held(case_id=case_id, operation=operation, compartment=Compartment.DECISION, by=by, purpose=purpose)
    rows = list(of_same_case(matter_id))
    row = next(one for one in rows if one.id == matter_id)
    row.case = case.row
    return HeldMatter(row, case, tuple(one for one in rows if one is not row))


def opened_matter(matter_id: UUID, operation: Operation, by: Actor) -> HeldMatter:
    """A matter to look at, with the others of its case. Three SQL queries."""
    rows = list(of_same_case(matter_id))
    row = next((one for one in rows if one.id == matter_id), None)
    if row is None:
        raise never_was()
    case = opened(row.case_id, by, operation, Compartment.DECISION)
    row.case = case.row
    return HeldMatter(row, case, tuple(one for one in rows if one is not row))


def _case_of(matter_id: UUID) -> UUID:
    found = Matter.objects.filter(pk=matter_id).values_list("case_id", flat=True).first()
    if found is None:
        raise never_was()
    return found
