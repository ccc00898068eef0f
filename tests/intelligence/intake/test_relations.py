"""The relations: every one that can be said joins some kinds, and nobody writes the weakest."""

from pentameter.intelligence.intake.relations import JOINS, NO_DIRECTION, SAYABLE, Relation


def test_what_can_be_said_says_what_it_joins() -> None:
    assert set(JOINS) == set(SAYABLE) == set(Relation) - {Relation.NAMED_TOGETHER}
    assert all(before and after for before, after in JOINS.values())


def test_what_has_no_direction_joins_the_same_kinds_on_both_sides() -> None:
    assert all(JOINS[one][0] == JOINS[one][1] for one in NO_DIRECTION if one in JOINS)


def test_relations_fit_into_their_column() -> None:
    assert max(len(one.value) for one in Relation) <= 16
