"""Columns for people who differ in how easily they are seen."""

import numpy as np
import pytest

from darkfigure import CaptureHistories, chao
from darkfigure.heterogeneity import KINDS, columns


@pytest.mark.parametrize("lists", [2, 3, 4, 6])
@pytest.mark.parametrize("kind", KINDS)
def test_a_value_for_every_cell(kind: str, lists: int) -> None:
    assert columns(kind, lists).shape == (2**lists, lists - 2 if kind == "lower bound" else 1)


def test_lower_bound_leaves_histories_of_one_or_two_lists_alone() -> None:
    found = columns("lower bound", 5)
    seen = np.array([code.bit_count() for code in range(32)])
    assert not found[seen <= 2].any()
    assert found[seen == 5].tolist() == [[3.0, 2.0, 1.0]]


def test_two_lists_have_no_third_and_the_bound_is_independence() -> None:
    """n1 n2 / m: with two lists nothing is left over to bound (Lincoln-Petersen)."""
    table = CaptureHistories.from_mapping({("A",): 120, ("B",): 80, ("A", "B"): 9})
    assert chao.estimate(table, kind="unequal rates").total == pytest.approx(129 * 89 / 9, rel=1e-9)
