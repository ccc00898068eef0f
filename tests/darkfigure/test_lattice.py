"""Sets of lists: their order, and sums over those above and below."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from darkfigure.lattice import main_effects, masks_of_order, subset_sums, superset_sums, table_of


@given(lists=st.integers(1, 6), seed=st.integers(0, 99))
@settings(max_examples=20, deadline=None, derandomize=True)
def test_sums_against_their_definition(lists: int, seed: int) -> None:
    values = np.random.default_rng(seed).integers(0, 9, size=(2**lists, 3)).astype(float)
    codes = np.arange(2**lists)
    above, below = superset_sums(values.copy()), subset_sums(values.copy())
    for code in codes:
        assert np.array_equal(above[code], values[codes & code == code].sum(axis=0))
        assert np.array_equal(below[code], values[codes & code == codes].sum(axis=0))


def test_order_of_pairs() -> None:
    assert [f"{mask:03b}" for mask in masks_of_order(3, 2)] == ["011", "101", "110"]
    assert len(masks_of_order(8, 3)) == 56


def test_tables_and_main_effects() -> None:
    assert table_of(np.array([3, 4, 5])).tolist() == [[0.0], [3.0], [4.0], [5.0]]
    assert table_of(np.array([[3, 4, 5], [6, 7, 8]])).shape == (4, 2)
    assert np.flatnonzero(main_effects(3)).tolist() == [0, 1, 2, 4]
