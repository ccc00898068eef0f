"""What counts as a number in a table."""

import numpy as np
import pytest

from darkfigure.numeric import blank, number_of, numbers_of, shape_of


def test_numbers() -> None:
    assert [number_of(value) for value in (3, 3.0, "3", " 3.0 ", True, np.int8(3), np.float32(3))] == [
        3,
        3,
        3,
        3,
        1,
        3,
        3,
    ]
    assert all(np.isnan(number_of(value)) for value in ("", "\u0663", "0x3", None, [3], b"3", object()))


@pytest.mark.parametrize("values", [[[1, 0], [0, 1]], np.eye(2, dtype=bool), [["1", 0.0], [False, "1"]]])
def test_arrays_keep_their_shape(values: object) -> None:
    assert numbers_of(values).tolist() in ([[1.0, 0.0], [0.0, 1.0]],)


def test_what_is_no_array_has_no_shape() -> None:
    assert (shape_of([[1], [1, 2]]), shape_of([[1, 2]]), shape_of(3)) == ((), (1, 2), ())


def test_nothing_at_all() -> None:
    assert [blank(value) for value in (None, float("nan"), " ", "", "A", 0)] == [True, True, True, True, False, False]
