"""The states of a proposal: total, each with its owner, and the same from wherever it comes."""

import itertools

import pytest

from pentameter.entities.rules.proposals import (
    LABELS,
    OWNERS,
    TRANSITIONS,
    Facts,
    Happening,
    Owner,
    ProposalState,
    state_of,
)


def test_the_table_is_total_and_every_state_is_owned_and_named() -> None:
    assert set(TRANSITIONS) == set(itertools.product(ProposalState, Happening))
    assert set(OWNERS) == set(LABELS) == set(ProposalState)
    assert [state for state, owner in OWNERS.items() if owner is Owner.ANALYSTS] == [ProposalState.OPEN]


@pytest.mark.parametrize("before", list(ProposalState))
@pytest.mark.parametrize(
    ("judged", "together", "apart", "proposed", "state"),
    [
        (False, False, False, True, "open"),
        (False, False, False, False, "withdrawn"),
        (True, False, False, True, "decided"),
        (True, True, False, False, "decided"),
        (False, True, False, True, "overtaken"),
        (False, False, True, False, "overtaken"),
    ],
)
def test_the_state_follows_from_what_is_so(before, judged, together, apart, proposed, state) -> None:
    assert state_of(before, Facts(judged, together, apart, proposed)) == state
