"""Small counts of people are withheld, and nothing gives one away by subtraction."""

from itertools import product

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pentameter.picture.assessment.rules.content import Cell, Missing
from pentameter.picture.assessment.rules.withholding import protected, protected_list, told
from pentameter.picture.rules.withholding import FEWEST

W = Missing.WITHHELD
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 30), min_size=width, max_size=width), min_size=1, max_size=4)
)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([[10, 20]], ((10, 20, 30), (10, 20, 30))),
        ([[0, 20], [0, 15]], ((0, 20, 20), (0, 15, 15), (0, 35, 35))),
        ([[10, 3], [20, 30]], ((W, W, 13), (W, W, 50), (30, 33, 63))),
    ],
)
def test_by_example(counts: list[list[int]], shown: tuple[tuple[Cell, ...], ...]) -> None:
    assert protected(counts) == shown


def test_a_list_and_its_total() -> None:
    assert protected_list([12, 3, 7, 40]) == ((12, W, W, 40), 62)
    assert protected_list([2]) == ((W,), W)
    assert protected_list([0, 18]) == ((0, 18), 18)


@given(TABLES)
def test_no_small_count_is_told(counts: list[list[int]]) -> None:
    assert not any(0 < cell < FEWEST for row in protected(counts) for cell in row if isinstance(cell, int))


@given(TABLES)
def test_what_is_told_is_true(counts: list[list[int]]) -> None:
    whole = [[*row, sum(row)] for row in counts]
    whole.append([sum(column) for column in zip(*whole, strict=True)])
    for row, truth in zip(protected(counts), whole, strict=True):
        assert all(cell in (W, count) for cell, count in zip(row, truth, strict=True))


@given(TABLES)
def test_no_line_leaves_one_cell_alone(counts: list[list[int]]) -> None:
    shown = protected(counts)
    lines = [*shown, *zip(*shown, strict=True)]
    assert all(sum(cell is W for cell in line) != 1 for line in lines)


def _solved(shown: tuple[tuple[Cell, ...], ...]) -> list[tuple[int, int]]:
    """Which withheld cells follow from all sums of the table together, by the rank of its equations."""
    hidden = [(i, j) for i, row in enumerate(shown) for j, cell in enumerate(row) if cell is W]
    rows = [[(j < len(shown[0]) - 1 or -1) * (i == line) for i, j in hidden] for line in range(len(shown))]
    columns = [[(i < len(shown) - 1 or -1) * (j == line) for i, j in hidden] for line in range(len(shown[0]))]
    sums = np.array(rows + columns, dtype=float)
    rank = np.linalg.matrix_rank(sums) if hidden else 0
    alone = np.eye(len(hidden))
    return [at for at, one in zip(hidden, alone, strict=True) if np.linalg.matrix_rank(np.vstack([sums, one])) == rank]


BETWEEN_TWO_BLOCKS = [[3, 9, 7, 20], [9, 8, 50, 60], [40, 70, 5, 8], [80, 90, 9, 4]]
"""Every line has two withheld cells or more; still the 7 is what the first two rows have more than the columns."""


@example(BETWEEN_TWO_BLOCKS)
@given(TABLES)
def test_all_sums_of_a_table_together_give_nothing_away(counts: list[list[int]]) -> None:
    assert _solved(protected(counts)) == []


@given(st.lists(st.integers(0, 14), min_size=1, max_size=3))
def test_whoever_subtracts_finds_no_small_count(counts: list[int]) -> None:
    """All lists of counts that would look the same: none of the small ones is the same in all of them."""
    cells, total = protected_list(counts)
    if total is W:
        return
    hidden = [place for place, cell in enumerate(cells) if cell is W]
    rest = sum(counts[place] for place in hidden)
    possible = [guess for guess in product(range(rest + 1), repeat=len(hidden)) if sum(guess) == rest]
    for place in range(len(hidden)):
        if 0 < counts[hidden[place]] < FEWEST:
            assert len({guess[place] for guess in possible}) >= FEWEST


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, W), (FEWEST - 1, W), (FEWEST, FEWEST)])
def test_a_count_by_itself(count: int, shown: Cell) -> None:
    assert told(count) == shown
