"""What a "same" would change, as a table; and that the order of the queue is what it says."""

import uuid

import pytest

from pentameter.entities.rules.impact import Change, Side, change, expected

R = [uuid.UUID(int=number) for number in range(20)]


def side(agencies: str, *, reports: int = 1, at: int = 0, areas: str = "", with_: tuple[int, ...] = ()) -> Side:
    """Agencies by a letter; "g" is the Garda."""
    states = frozenset("ireland" if one == "g" else "uk" for one in agencies)
    named = frozenset(R[n] for n in with_)
    return Side(frozenset(agencies), states, frozenset(areas), frozenset(R[at : at + reports]), named)


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        (side("d"), side("d", at=9), Change(0, 0, False, 0, 1)),
        (side("d"), side("c", at=9), Change(0, 1, False, 0, 1)),
        (side("c"), side("dg", at=9, reports=2), Change(0, 2, False, 0, 2)),
        (side("c"), side("g", at=9), Change(1, 1, False, 0, 1)),
        (side("dg"), side("dg", at=9), Change(0, 0, False, 0, 1)),
        (side("d", areas="ab"), side("d", at=9, areas="bc"), Change(0, 0, False, 1, 1)),
        (side("d", with_=(1,)), side("d", at=9, with_=(2,)), Change(0, 0, True, 0, 1)),
        (side("d", with_=(1, 2)), side("d", at=9, with_=(2,)), Change(0, 0, False, 0, 1)),
        (side("d", with_=(1,)), side("d", at=9), Change(0, 0, False, 0, 1)),
    ],
)
def test_what_meets(left: Side, right: Side, meet: Change) -> None:
    assert change(left, right) == meet
    assert change(right, left) == meet


def test_the_order_of_what_counts() -> None:
    worths = [
        change(side("d"), side("d", at=9)).worth,
        change(side("d", areas="a"), side("d", at=9, areas="b")).worth,
        change(side("d", with_=(1,)), side("d", at=9, with_=(2,))).worth,
        change(side("d"), side("c", at=9)).worth,
        change(side("d"), side("g", at=9)).worth,
    ]
    assert worths == sorted(set(worths))


@pytest.mark.parametrize(("weight", "share"), [(0.0, 0.5), (-1000.0, 0.0), (1000.0, 1.0), (1.0, 2 / 3)])
def test_a_likelier_pair_is_expected_to_change_more(weight: float, share: float) -> None:
    changes = change(side("d"), side("c", at=9))
    assert expected(changes, weight=weight) == pytest.approx(changes.worth * share)
