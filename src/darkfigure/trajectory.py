"""The estimate as people are added: an answer that still drifts when the last people arrive is not yet one."""

from dataclasses import dataclass
from typing import Any

from darkfigure.display import aligned, html_table
from darkfigure.estimate import plain, whole

PROBABILITIES = (0.025, 0.25, 0.5, 0.75, 0.975)


@dataclass(frozen=True)
class Trajectory:
    """`people` (S,) drawn at each step, ending with all; `quantiles` (S, 5) of the estimate at PROBABILITIES, over
    `repeats` subsamples; `finite` (S,) the share of subsamples that had a finite estimate.

    `change`: ratio of the last estimate to the median at half of the people, after scaling; `rising`: not flat, and so
    unreliable; `verdict` says it in a sentence.
    """

    method: str
    people: tuple[int, ...]
    quantiles: tuple[tuple[float, ...], ...]
    finite: tuple[float, ...]
    repeats: int
    change: float
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
            "finite": list(self.finite),
            "repeats": self.repeats,
            "change": plain(self.change),
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
