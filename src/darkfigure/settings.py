"""What a setting may be: each check gives the value back, or names the setting and says what is wanted."""

import math
from typing import Any

from darkfigure.errors import BadInput
from darkfigure.intervals.ranged import checked_level

FARTHEST = 10**12
"""Beyond so many people no answer means anything."""


def positive(name: str, value: Any, *, infinite: bool = False) -> float:
    """A number above 0; finite unless `infinite` is allowed.

    >>> positive("variance", 2)
    2.0
    """
    if not _real(value) or not value > 0 or (math.isinf(value) and not infinite):
        raise BadInput(f"The {name} is a {'' if infinite else 'finite '}number above 0, not {value!r}.")
    return float(value)


def whole(name: str, value: Any, *, least: int = 0) -> int:
    """A whole number, not less than `least`."""
    if not _real(value) or not math.isfinite(value) or value != int(value) or value < least:
        raise BadInput(f"The {name} is a whole number from {least}, not {value!r}.")
    return int(value)


def level(value: Any) -> float:
    """The nominal coverage of an interval."""
    if not _real(value):
        raise BadInput(f"The level of an interval lies between 0.5 and 1, not {value!r}.")
    return checked_level(float(value))


def seed(value: Any) -> int:
    """What all random numbers follow from."""
    return whole("seed", value)


def most(value: Any, observed: int, *, room: int = 1) -> int | None:
    """The largest total allowed, or None: it leaves room for at least so many people beyond those observed."""
    if value is None:
        return None
    if whole("largest total allowed", value) > FARTHEST:
        raise BadInput(f"The largest total allowed, {value:g}, is more people than ever lived.")
    if value < observed + room:
        raise BadInput(f"The largest total allowed, {value}, leaves no room beyond the {observed} observed.")
    return int(value)


def _real(value: Any) -> bool:
    """A number, not a text or a truth value."""
    try:
        return not isinstance(value, bool | str | bytes) and not math.isnan(float(value))
    except (TypeError, ValueError, OverflowError):
        return False
