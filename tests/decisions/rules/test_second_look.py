"""A decision is looked at again by another person than the one who made it."""

import pytest

from pentameter.decisions.rules.second_look import may_reconsider
from pentameter.decisions.rules.states import Kind

AGAIN = Kind.RECONSIDERATION


@pytest.mark.parametrize(
    ("kind", "person", "decided_by", "because"),
    [
        (AGAIN, "ilse", "harriet", ""),
        (AGAIN, "harriet", "harriet", "You made the decision that is to be looked at again."),
        (AGAIN, "harriet", "", "It is not known who made the decision"),
        *((kind, "harriet", "harriet", "") for kind in Kind if kind is not AGAIN),
    ],
)
def test_who_may_look_again(kind: Kind, person: str, decided_by: str, because: str) -> None:
    verdict = may_reconsider(kind, person, decided_by=decided_by)
    assert verdict.allowed is not bool(because)
    assert because in verdict.reason
