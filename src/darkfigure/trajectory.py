"""The estimate as people are added: an answer that still moves when the last people arrive is not yet one.

Binette and Steorts (2021, arXiv 2112.01594). A step draws m of the n people at random, without
replacement, and repeats the whole method. Every expected count, that of the unseen too, is then m/n of what it was: it
is as if the population had m/n of its people. So the estimate is shown times n/m, and a method that is not driven by
the size of the table, through the pairs that it finds significant or overlaps that happen to be empty, gives a flat
curve.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from darkfigure.display import aligned, html_table
from darkfigure.errors import BadInput
from darkfigure.estimate import plain, whole
from darkfigure.histories import CaptureHistories
from darkfigure.intervals.bootstrap import quantile
from darkfigure.lattice import Floats
from darkfigure.procedures import procedure
from darkfigure.progress import Progress, Steps
from darkfigure.settings import seed as checked_seed

PROBABILITIES = (0.025, 0.25, 0.5, 0.75, 0.975)
FLAT = 1.25
"""From half of the people on, the scaled median stays within this factor of the estimate from all."""


@dataclass(frozen=True)
class Trajectory:
    """`people` (S,) drawn at each step, ending with all; `quantiles` (S, 5) of the estimate, scaled to all people, at
    PROBABILITIES over `repeats` subsamples (no finite estimate counts as infinite); `finite` (S,) the share of
    subsamples that had one.

    `change`: the last estimate over that median of the second half which is furthest from it; `flat`: it is within FLAT
    of 1 either way; `rising`: it is above. What is not flat is unreliable; `verdict` says so in a sentence.
    """

    method: str
    people: tuple[int, ...]
    quantiles: tuple[tuple[float, ...], ...]
    finite: tuple[float, ...]
    repeats: int
    change: float
    flat: bool
    rising: bool
    verdict: str
    seed: int

    @property
    def median(self) -> tuple[float, ...]:
        """The median estimate at each step."""
        return tuple(row[PROBABILITIES.index(0.5)] for row in self.quantiles)

    def summary(self) -> str:
        """The steps as a table of plain text, then the verdict."""
        header = ("people", *(f"{each:.1%}" for each in PROBABILITIES), "finite")
        return "\n".join([*aligned([header, *self._cells()]), self.verdict])

    def to_dict(self) -> dict[str, Any]:
        """As JSON types; what is infinite is None."""
        return {
            "method": self.method,
            "people": list(self.people),
            "probabilities": list(PROBABILITIES),
            "quantiles": plain(self.quantiles),
            "finite": plain(self.finite),
            "repeats": self.repeats,
            "change": plain(self.change),
            "flat": self.flat,
            "rising": self.rising,
            "verdict": self.verdict,
            "seed": self.seed,
        }

    def _repr_html_(self) -> str:
        header = ("people", *(f"{each:.1%}" for each in PROBABILITIES), "finite")
        return html_table(self.verdict, header, self._cells())

    def _cells(self) -> list[tuple[str, ...]]:
        return [
            (f"{people:,}", *(whole(value) for value in row), f"{finite:.0%}")
            for people, row, finite in zip(self.people, self.quantiles, self.finite, strict=True)
        ]


def trajectory(
    histories: CaptureHistories,
    *,
    method: str = "stepwise",
    steps: int = 10,
    repeats: int = 200,
    seed: int = 0,
    progress: Progress | None = None,
    **settings: Any,
) -> Trajectory:
    """Quantiles of the estimate for 1/steps, 2/steps, ... of the people; `settings` are the method's own.

    The seed gives the same subsamples however the lists are ordered.

    >>> from darkfigure.histories import CaptureHistories
    >>> killings = {"E": 1131, "A": 845, "O": 936, "H": 306, "EA": 177, "EO": 228, "EH": 106, "AO": 217, "AH": 31,
    ...     "OH": 123, "EAO": 181, "EAH": 18, "EOH": 42, "AOH": 32, "EAOH": 27}
    >>> kosovo = CaptureHistories.from_mapping({tuple(lists): count for lists, count in killings.items()})
    >>> trajectory(kosovo, repeats=50).flat
    True
    """
    if steps < 2 or repeats < 20:
        raise BadInput(f"At least 2 steps and 20 repeats are needed; {steps} and {repeats} were given.")
    histories, seed = histories.by_name(), checked_seed(seed)
    run = procedure(histories, method, **settings)
    people = [max(round(histories.n * step / steps), 1) for step in range(1, steps + 1)]
    rows, finite, done = [], [], Steps(steps, progress)
    for step, (size, rng) in enumerate(zip(people, np.random.default_rng(seed).spawn(steps), strict=True), start=1):
        totals = run(subsamples(histories, size, repeats if step < steps else 1, rng)).totals * histories.n / size
        rows.append(tuple(quantile(np.nan_to_num(totals, nan=np.inf, posinf=np.inf), p) for p in PROBABILITIES))
        finite.append(float(np.isfinite(totals).mean()))
        done.done(f"{size:,} of {histories.n:,} people", totals)
    late = [row[PROBABILITIES.index(0.5)] for row in rows[steps // 2 - 1 :]]
    return Trajectory(method, tuple(people), tuple(rows), tuple(finite), repeats, *_judged(late), seed)


def subsamples(histories: CaptureHistories, size: int, repeats: int, rng: np.random.Generator) -> Floats:
    """Tables (2**k, repeats) of `size` people drawn without replacement."""
    tables = np.zeros((2 ** len(histories.lists), repeats))
    tables[histories.codes] = rng.multivariate_hypergeometric(histories.counts, size, size=repeats).T
    return tables


def _judged(medians: list[float]) -> tuple[float, bool, bool, str]:
    """The change, whether it is flat, whether it rises, and the sentence, from the medians of the second half."""
    if not all(math.isfinite(median) for median in medians):
        return (
            math.nan,
            False,
            False,
            "Subsamples of half of the people mostly have no finite estimate: too few overlaps.",
        )
    change = max((medians[-1] / median for median in medians), key=lambda ratio: abs(math.log(ratio)))
    if 1.0 / FLAT <= change <= FLAT:
        return change, True, False, f"The estimate is flat: it moves by {abs(change - 1.0):.0%} over the last half."
    way = "rises" if change > 1.0 else "falls"
    said = f"The estimate still {way} as people are added, by {abs(change - 1.0):.0%} over the last half: unreliable."
    return change, False, change > 1.0, said
