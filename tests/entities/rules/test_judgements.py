"""A pair has an order, and what can be judged and undone."""

from uuid import UUID

import pytest

from pentameter.entities.rules.judgements import may_judge, may_undo, pair_of

ONE, TWO = UUID(int=1), UUID(int=2)


def test_a_pair_has_one_order() -> None:
    assert pair_of(TWO, ONE) == pair_of(ONE, TWO) == (ONE, TWO)


def test_a_mention_is_not_judged_against_itself() -> None:
    with pytest.raises(ValueError, match="against itself"):
        pair_of(ONE, ONE)
    assert not may_judge(ONE, ONE, "person", "person").allowed


@pytest.mark.parametrize(("kind", "other", "allowed"), [("person", "person", True), ("person", "phone", False)])
def test_only_like_is_judged_against_like(kind: str, other: str, allowed: bool) -> None:
    assert may_judge(ONE, TWO, kind, other).allowed is allowed


@pytest.mark.parametrize("undone", [True, False])
def test_a_judgement_is_undone_once(undone: bool) -> None:
    assert may_undo(undone=undone).allowed is not undone
