"""Bad input: a sentence that names the row and the field, never a number and never another exception."""

import contextlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories

NAN, INF = float("nan"), float("inf")

BAD_COUNTS: list[tuple[Any, str]] = [
    (-1, "Row 2, count: -1 people is negative"),
    (1.5, "Row 2, count: 1.5 people is not whole"),
    (NAN, "Row 2, count: nan people is missing"),
    (INF, "Row 2, count: inf people is beyond"),
    (-INF, "Row 2, count: -inf people is negative"),
    (1e300, r"Row 2, count: 1e\+300 people is beyond"),
    (10**400, "Row 2, count: 1000.* people is beyond"),
    ("many", "Row 2, count: 'many' people is missing or not a number"),
    ("", "Row 2, count: '' people is missing"),
    ("1_000", "Row 2, count: '1_000' people is missing or not a number"),
    ("1,000", "Row 2, count: '1,000' people is missing or not a number"),
    (None, "Row 2, count: None people is missing"),
    (1 + 2j, "Row 2, count: .* people is missing or not a number"),
    ([3], "counts are wanted as one row of numbers|not a number"),
]
BAD_MEMBERSHIPS: list[tuple[Any, str]] = [
    (2, "Row 2, list 'B': 2 is neither 0 nor 1"),
    (2013, "Row 2, list 'B': 2013 is neither 0 nor 1.*covariate"),
    (0.5, "Row 2, list 'B': 0.5 is neither"),
    (-1, "Row 2, list 'B': -1 is neither"),
    (NAN, "Row 2, list 'B': nan is neither"),
    (INF, "Row 2, list 'B': inf is neither"),
    (1e300, r"Row 2, list 'B': 1e\+300 is neither"),
    ("yes", "Row 2, list 'B': 'yes' is neither"),
    ("", "Row 2, list 'B': '' is neither"),
    (None, "Row 2, list 'B': None is neither"),
]


@pytest.mark.parametrize(("count", "says"), BAD_COUNTS)
def test_counts(count: Any, says: str) -> None:
    for make in (
        lambda: CaptureHistories.from_counts([[1, 0, 4], [1, 1, count], [0, 1, 5]]),
        lambda: CaptureHistories.from_mapping({("A",): 4, ("A", "B"): count, ("B",): 5}),
    ):
        with pytest.raises(BadInput, match=says):
            make()


@pytest.mark.parametrize(("value", "says"), BAD_MEMBERSHIPS)
def test_memberships(value: Any, says: str) -> None:
    rows = [[1, 0], [0, value], [1, 1]]
    with pytest.raises(BadInput, match=says):
        CaptureHistories.from_individuals(rows)
    with pytest.raises(BadInput, match=says):
        CaptureHistories.from_counts([[*row, 3] for row in rows])


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["A", "A"], "Two lists are named 'A'"),
        (["Police", "police"], "Lists 'Police' and 'police' differ in capitals or spaces only"),
        (["Home  Office", " Home Office "], "differ in capitals or spaces only"),
        (["A", "\uff21"], "differ in capitals or spaces only"),
        (["A", ""], "List 2 has no name"),
        (["A", "B\x1b[31m"], "control character"),
        (["A", None], "List 2 has no name"),
        (["A", NAN], "List 2 has no name"),
        (["A", "LA:NG"], "'LA:NG': colons and commas separate lists"),
        (["A", "LA, NG"], "colons and commas"),
        (["A"], "1 list given: an overlap needs at least two lists"),
        ([], "0 list given"),
        ([f"L{place}" for place in range(20)], "20 lists make 1,048,575 possible histories: at most 16"),
    ],
)
def test_names(names: list[Any], says: str) -> None:
    row = [1] * len(names)
    with pytest.raises(BadInput, match=says):
        CaptureHistories.from_counts([[*row, 3], [*row, 2]], names)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: CaptureHistories.from_counts([[1, 0, 3], [1, 0]]), "Row 2 has 2 values where the first has 3"),
        (lambda: CaptureHistories.from_counts([]), "table is empty"),
        (lambda: CaptureHistories.from_counts({}), "table is empty"),
        (lambda: CaptureHistories.from_counts([[]]), "table is empty"),
        (lambda: CaptureHistories.from_counts(7), "Rows are wanted.*this is int"),
        (lambda: CaptureHistories.from_counts([1, 2]), "Rows are wanted"),
        (lambda: CaptureHistories.from_counts({5: 3}), "such as .1, 0, 1.; 5 is none"),
        (lambda: CaptureHistories.from_counts([[0, 0, 2], [1, 1, 3]]), "Row 1 is on no list at all"),
        (lambda: CaptureHistories.from_counts([[1, 0, 0], [0, 1, 0]]), "counts nobody"),
        (lambda: CaptureHistories.from_counts([[1, 0, 1], [1, 0, 0], [0, 1, 1]]), "one row a person"),
        (lambda: CaptureHistories.from_counts([[1, 0, 3]], ["A", "B", "C"]), "Rows of 3 memberships are wanted"),
        (lambda: CaptureHistories.from_counts([[1, 0, 2**53], [0, 1, 2**53]]), "add up to"),
        (lambda: CaptureHistories.from_individuals([[0, 0], [1, 1]]), "Row 1 is on no list"),
        (lambda: CaptureHistories.from_individuals([[1, 0]], strata=["a", "b"]), "1 people have 2 strata"),
        (lambda: CaptureHistories.from_individuals([[1, 0], [1, 1]], strata=["a", None]), "Row 2 has no stratum"),
        (lambda: CaptureHistories.from_mapping({(): 3, ("A", "B"): 4}), "Row 1 is on no list"),
        (lambda: CaptureHistories.from_mapping({("A", "B"): 4, 7: 3}), "7 is none"),
        (lambda: CaptureHistories.from_mapping([1, 2]), "A mapping from groups of lists"),
        (lambda: CaptureHistories.from_mapping({("A", "X"): 4}, ["A", "B"]), "names list 'X'"),
        (lambda: CaptureHistories.from_cells(np.ones(6, dtype=int), "ABC"), "3 lists have 7 cells; 6 were given"),
        (lambda: CaptureHistories(("A", "B"), [[True], [True, False]], [1, 2]), "Rows of 2 memberships"),
        (lambda: CaptureHistories(("A", "B"), [[True, True]], [1, 2]), "1 histories have 2 counts"),
    ],
)
def test_tables(make: Any, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        make()


ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)


@given(st.lists(st.lists(ANYTHING, max_size=4), max_size=4))
@settings(max_examples=80, deadline=None)
def test_no_rows_bring_another_error(rows: list[list[Any]]) -> None:
    for read in (CaptureHistories.from_counts, CaptureHistories.from_individuals):
        with contextlib.suppress(BadInput):
            assert read(rows).n > 0
