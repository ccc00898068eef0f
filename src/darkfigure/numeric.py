"""Numbers out of whatever stands where a number is wanted."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def numbers_of(values: Any) -> NDArray[np.float64]:
    """An array of the same shape, NaN where a value is no number."""
    array = np.asarray(values)
    if array.dtype.kind in "biuf":
        return array.astype(np.float64)
    each = np.empty(array.shape, dtype=object)
    each[...] = values
    return np.array([number_of(value) for value in each.ravel()], dtype=np.float64).reshape(array.shape)


def shape_of(values: Any) -> tuple[int, ...]:
    """Of nested rows; () where they are no array."""
    try:
        return np.shape(values)
    except ValueError:
        return ()


def number_of(value: Any) -> float:
    """A value as a float; NaN for what is none, such as text that spells no number, or nothing at all.

    >>> number_of(" 12 "), number_of("1_000"), number_of(None)
    (12.0, nan, nan)
    """
    if isinstance(value, str):
        # float() reads "1_000" and the digits of all scripts, which nobody means in a table
        return _float(value) if value.isascii() and "_" not in value else np.nan
    return _float(value) if isinstance(value, bool | int | float | np.bool_ | np.integer | np.floating) else np.nan


def blank(value: Any) -> bool:
    """Nothing at all: None, a missing number, text without a letter."""
    return value is None or (isinstance(value, float) and value != value) or not str(value).strip()


def _float(value: Any) -> float:
    try:
        return float(value)
    except (ValueError, OverflowError):
        return np.inf if isinstance(value, int) else np.nan
