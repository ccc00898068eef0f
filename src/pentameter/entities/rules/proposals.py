"""Proposals: pairs that wait to be judged, and how each came to wait no more.

A proposal's state follows from what is so, whatever happened before: so undoing a judgement opens again what it closed,
and nobody has to remember to.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ProposalState(StrEnum):
    """How a proposal stands."""

    OPEN = "open"
    DECIDED = "decided"
    OVERTAKEN = "overtaken"
    WITHDRAWN = "withdrawn"


class Owner(StrEnum):
    """Who has to do something about a proposal in a state."""

    ANALYSTS = "analysts"
    NOBODY = "nobody"


OWNERS: Mapping[ProposalState, Owner] = {
    ProposalState.OPEN: Owner.ANALYSTS,
    ProposalState.DECIDED: Owner.NOBODY,
    ProposalState.OVERTAKEN: Owner.NOBODY,
    ProposalState.WITHDRAWN: Owner.NOBODY,
}

LABELS: Mapping[ProposalState, str] = {
    ProposalState.OPEN: "waits to be judged",
    ProposalState.DECIDED: "judged",
    ProposalState.OVERTAKEN: "answered by other judgements",
    ProposalState.WITHDRAWN: "no longer proposed",
}


class Happening(StrEnum):
    """What can happen to a proposal."""

    JUDGED = "its pair is judged"
    ANSWERED = "other judgements make its pair one thing, or keep it apart"
    NOT_PROPOSED = "a newer model proposes it no more"
    FREE = "nothing answers it any more"


TRANSITIONS: Mapping[tuple[ProposalState, Happening], ProposalState] = {
    (state, happening): {
        Happening.JUDGED: ProposalState.DECIDED,
        Happening.ANSWERED: ProposalState.OVERTAKEN,
        Happening.NOT_PROPOSED: ProposalState.WITHDRAWN,
        Happening.FREE: ProposalState.OPEN,
    }[happening]
    for state in ProposalState
    for happening in Happening
}
"""Total: from every state, whatever happens leads to a state that does not depend on where it came from."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is so of a proposal's pair at this moment. `proposed`: the model that matched it last still proposes it."""

    judged: bool
    together: bool
    apart: bool
    proposed: bool

    @property
    def happening(self) -> Happening:
        """What counts most of it."""
        if self.judged:
            return Happening.JUDGED
        if self.together or self.apart:
            return Happening.ANSWERED
        return Happening.FREE if self.proposed else Happening.NOT_PROPOSED


def state_of(before: ProposalState, facts: Facts) -> ProposalState:
    """The state that follows from what is so."""
    return TRANSITIONS[before, facts.happening]
