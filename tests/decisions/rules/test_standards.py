"""The standard of a decision is that of the rule of its day, with its mark."""

import pytest

from pentameter.decisions.rules.standards import Proof, standard
from pentameter.decisions.rules.states import Kind

UK_2009 = Proof("UK-2009", "RG: suspect but cannot prove; CG: balance of probabilities", to_confirm=True)
COE = Proof("COE-ART13", "reasonable grounds", to_confirm=False)


@pytest.mark.parametrize(
    ("kind", "proofs", "said"),
    [
        (Kind.REASONABLE_GROUNDS, [UK_2009], "suspect but cannot prove (UK-2009, to confirm)"),
        (Kind.CONCLUSIVE_GROUNDS, [UK_2009], "balance of probabilities (UK-2009, to confirm)"),
        (Kind.CONCLUSIVE_GROUNDS, [COE], "reasonable grounds (COE-ART13)"),
        (Kind.REASONABLE_GROUNDS, [], "no standard is known for this place and day (no rule, to confirm)"),
    ],
)
def test_the_stage_has_its_part(kind: Kind, proofs: list[Proof], said: str) -> None:
    assert standard(kind, proofs).shown == said


def test_a_reconsideration_has_the_standard_of_what_it_reconsiders() -> None:
    found = standard(Kind.RECONSIDERATION, [UK_2009], about=Kind.CONCLUSIVE_GROUNDS)
    assert found.words == "balance of probabilities"


@pytest.mark.parametrize("kind", [Kind.DISQUALIFICATION, Kind.LEAVE, Kind.ASYLUM, Kind.REMOVAL])
def test_what_is_not_in_the_rules_is_to_confirm(kind: Kind) -> None:
    assert standard(kind, [UK_2009]).to_confirm
