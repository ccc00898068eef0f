"""Two lists: Lincoln and Petersen's estimate, and Chapman's, which is nearly unbiased and always finite.

Assumption: being on one list neither helps nor hinders being on the other, and on each list everyone is as likely to
be as anyone else. Lists that feed each other make both estimates too low, lists that avoid each other too high.
"""

from collections.abc import Callable

import numpy as np

from darkfigure import answer, closed_form
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate
from darkfigure.histories import CaptureHistories
from darkfigure.identify import FINITE, INFINITE
from darkfigure.intervals import lognormal
from darkfigure.lattice import Floats
from darkfigure.outcomes import Outcomes
from darkfigure.soundness import require_information


def estimate(
    histories: CaptureHistories,
    *,
    estimator: str = "chapman",
    interval: str = "lognormal",
    level: float = 0.95,
    replicates: int = 1000,
    seed: int = 0,
) -> Estimate:
    """The total from two lists of n1 and n2 people with m on both; `estimator` "chapman" or "lincoln_petersen".

    Lincoln-Petersen (1896, 1930): n1 n2 / m. Chapman (1951): (n1 + 1)(n2 + 1)/(m + 1) - 1, with variance
    (n1 + 1)(n2 + 1)(n1 - m)(n2 - m) / ((m + 1)^2 (m + 2)) (Seber 1970).

    >>> from darkfigure.histories import CaptureHistories
    >>> turtles = CaptureHistories.from_mapping({("day 1",): 5, ("day 2",): 10, ("day 1", "day 2"): 5})
    >>> estimate(turtles, estimator="lincoln_petersen").total, round(estimate(turtles).total, 1)  # textbook
    (30.0, 28.3)
    """
    if estimator not in _ESTIMATORS:
        raise BadInput(f"There is no estimator {estimator!r}: {', '.join(_ESTIMATORS)}.")
    if len(histories.lists) != 2:
        raise BadInput(f"Two lists are wanted; there are {len(histories.lists)}. Merge them into two, or drop some.")
    histories = histories.by_name()
    require_information(histories)
    procedure, variance = _ESTIMATORS[estimator]
    found = procedure(answer.one_table(histories))
    first, second, both = float(histories.margins[0]), float(histories.margins[1]), float(histories.overlaps[0, 1])
    return closed_form.estimate(
        histories,
        answer.Chosen(estimator, procedure, {}, selects=False),
        (interval, level, replicates, seed),
        found.dark_figure[0],
        lambda: lognormal(histories.n, found.dark_figure[0], variance(first, second, both), level),
        diagnostics={"overlap": both},
    )


def lincoln_petersen(tables: Floats) -> Outcomes:
    """On many tables, (4, B), at once."""
    first, second, both = tables[1] + tables[3], tables[2] + tables[3], tables[3]
    total = first * second / np.maximum(both, 1.0)
    status = np.where(both > 0, FINITE, INFINITE).astype(np.int8)
    return Outcomes(tables.sum(axis=0), total - tables.sum(axis=0), status)


def chapman(tables: Floats) -> Outcomes:
    """On many tables, (4, B), at once."""
    first, second, both = tables[1] + tables[3], tables[2] + tables[3], tables[3]
    total = (first + 1.0) * (second + 1.0) / (both + 1.0) - 1.0
    return Outcomes(tables.sum(axis=0), total - tables.sum(axis=0), np.zeros(tables.shape[1], dtype=np.int8))


def variance_petersen(first: float, second: float, both: float) -> float:
    """Of the total by Lincoln and Petersen, from n1, n2 and m."""
    return first * second * (first - both) * (second - both) / both**3


def variance_chapman(first: float, second: float, both: float) -> float:
    """Of the total by Chapman, from n1, n2 and m (Seber 1970)."""
    return (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))


_ESTIMATORS: dict[str, tuple[Callable[[Floats], Outcomes], Callable[[float, float, float], float]]] = {
    "chapman": (chapman, variance_chapman),
    "lincoln_petersen": (lincoln_petersen, variance_petersen),
}
