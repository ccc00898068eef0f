"""Scales: round ticks from zero, and classes of counts for maps."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


def ticks(top: float, *, about: int = 5) -> list[float]:
    """Round numbers from zero to the first at or above `top`, about so many steps. Whole numbers for small counts."""
    top = max(top, 1)
    raw = top / about
    size = 10 ** math.floor(math.log10(raw))
    step = max(next(s * size for s in _STEPS if s * size >= raw * 0.999), 1)
    step = math.ceil(step) if step < 5 else step
    return [i * step for i in range(math.ceil(top / step - 1e-9) + 1)]


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes of positive counts: each begins at a lower bound and ends before the next."""

    bounds: tuple[int, ...]

    def of(self, count: int) -> int:
        """The number of the class, from 0."""
        return max(sum(1 for bound in self.bounds if count >= bound) - 1, 0)

    def labels(self) -> list[str]:
        """ "1 to 19", "20 to 44", "45 or more"."""
        told = []
        for low, following in zip(self.bounds, self.bounds[1:], strict=False):
            told.append(f"{low:,}" if following - low == 1 else f"{low:,} to {following - 1:,}")
        return [*told, f"{self.bounds[-1]:,} or more"] if self.bounds else []


def classes(counts: Sequence[int], *, most: int = 5) -> Classes:
    """Up to five classes with round bounds, about equally many areas in each."""
    known = sorted(count for count in counts if count > 0)
    if not known:
        return Classes(())
    bounds = [1]
    for i in range(1, most):
        bound = _rounded(known[min(len(known) * i // most, len(known) - 1)])
        if bound > bounds[-1] and bound <= known[-1]:
            bounds.append(bound)
    return Classes(tuple(bounds))


def _rounded(count: int) -> int:
    """The nearest round number: 47 becomes 50, 148 becomes 150."""
    size = 10 ** (len(str(count)) - 1)
    return int(min((int(size * r) for r in _ROUND), key=lambda r: (abs(r - count), r)))
