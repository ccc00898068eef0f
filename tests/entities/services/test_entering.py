"""What matching found is entered: decisions first, and no proposal that they answer."""

import pytest

from entities import ground as judging
from entities import matched
from pentameter.entities.models import Judgement, Proposal
from pentameter.entities.rules.judgements import Finding, Way, pair_of
from pentameter.entities.services.entering import Entered, enter
from pentameter.entities.services.machine import Decided
from pentameter.entities.services.marks import VERSION
from pentameter.entities.services.matching import Matched
from pentameter.entities.services.placing import place
from pentameter.entities.services.proposals import Proposed
from pentameter.intelligence.api import mentions_by_id
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


def test_decisions_answer_proposals_and_say_which_model_made_them() -> None:
    a, b, c, d = judging.Ground().mentions(4)
    place(mentions_by_id([a, b, c, d]).values())
    decided = (
        Decided(*pair_of(a, b), Finding.SAME, 20.0),
        Decided(*pair_of(b, c), Finding.SAME, 20.0, Way.IDENTIFIER),
    )
    proposed = tuple(Proposed(pair_of(*pair), "person", 5.0, "model 1") for pair in ((a, c), (c, d)))
    assert enter([Matched(decided, proposed), Matched()], "model 1", SYSTEM) == Entered(2, 1)
    assert {(row.way, row.model_version) for row in Judgement.objects.all()} == {
        ("machine", "model 1"),
        ("identifier", VERSION),
    }
    assert matched.open_pairs() == {frozenset((c, d))}
    assert Proposal.objects.count() == 1
