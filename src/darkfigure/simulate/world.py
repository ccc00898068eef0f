"""A table whose truth is known: how many people there really are, and how they came to be seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure.errors import BadInput
from darkfigure.estimate import plain
from darkfigure.histories import CaptureHistories
from darkfigure.reading import checked_names, default_names

MOST_PEOPLE = 10**9
LOWEST, HIGHEST = 0.05, 0.25


@dataclass(frozen=True)
class World:
    """`histories` as the lists saw them; `truth`, the people there are; the `scenario` and its `settings`."""

    histories: CaptureHistories
    truth: int
    scenario: str
    settings: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        object.__setattr__(self, "settings", MappingProxyType(plain(self.settings)))

    @property
    def dark_figure(self) -> int:
        """People on no list; below nil where records wrongly kept apart are more people than there are."""
        return self.truth - self.histories.n

    def summary(self) -> str:
        """The truth in a sentence."""
        return (
            f"{self.scenario}: {self.truth:,} people in all, {self.histories.n:,} on "
            f"{len(self.histories.lists)} lists, {self.dark_figure:,} on none."
        )

    def to_dict(self) -> dict[str, Any]:
        """As JSON types; `rows` holds a row of 0/1 and the count for each observed history."""
        histories = self.histories
        rows = [
            [*pattern, count]
            for pattern, count in zip(histories.patterns.astype(int).tolist(), histories.counts.tolist(), strict=True)
        ]
        return {
            "scenario": self.scenario,
            "settings": dict(self.settings),
            "truth": self.truth,
            "observed": histories.n,
            "dark_figure": self.dark_figure,
            "lists": list(histories.lists),
            "rows": rows,
            "input_digest": histories.digest,
        }


def independent_cells(rates: NDArray[np.float64]) -> NDArray[np.float64]:
    """P(w) = prod_i p_i^w_i (1 - p_i)^(1 - w_i) for each bit mask w, shape (2**k,); `rates` (k,).

    >>> independent_cells(np.array([0.5, 0.2])).tolist()
    [0.4, 0.4, 0.1, 0.1]
    """
    cells = np.ones(1)
    for rate in rates:
        cells = np.concatenate([cells * (1.0 - rate), cells * rate])
    return cells


def draw(population: int, cells: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.int64]:
    """People in each cell, (2**k,), the unseen in cell 0: multinomial, the population fixed."""
    return rng.multinomial(population, cells / cells.sum())


def as_histories(counts: NDArray[np.int64], lists: Sequence[str]) -> CaptureHistories:
    """What the lists see of it: all but cell 0."""
    if not counts[1:].any():
        raise BadInput("No list sees anybody: raise the population or the rates.")
    return CaptureHistories.from_cells(counts[1:], lists)


def names_of(lists: int | Sequence[str]) -> tuple[str, ...]:
    """Names of lists: those given, or A, B, C, ... for a number."""
    return checked_names(default_names(lists) if isinstance(lists, int) else lists)


def rates_of(rates: Sequence[float] | float | None, lists: int) -> NDArray[np.float64]:
    """The share of the population that each list sees, (k,): given, one for all, or from 0.05 to 0.25 in even steps."""
    if rates is None:
        values = np.linspace(LOWEST, HIGHEST, lists)
    else:
        values = np.asarray(rates, dtype=np.float64)
        values = np.repeat(values, lists) if values.ndim == 0 or values.size == 1 else values
    if values.shape != (lists,):
        raise BadInput(f"{lists} lists have {values.size} rates: give one for all or one for each.")
    return shares(values, "the rate of a list")


def shares(values: Sequence[float] | NDArray[np.float64], what: str) -> NDArray[np.float64]:
    """Proportions between 0 and 1."""
    checked = np.asarray(values, dtype=np.float64)
    wrong = checked[~((checked > 0) & (checked < 1))]
    if wrong.size:
        raise BadInput(f"{what[0].upper()}{what[1:]} lies between 0 and 1; {wrong[0]:g} was given.")
    return checked


def parts(values: Sequence[float], what: str) -> NDArray[np.float64]:
    """Proportions that make a whole."""
    checked = np.asarray(values, dtype=np.float64)
    if not (checked >= 0).all() or abs(float(checked.sum()) - 1.0) > 1e-9:
        raise BadInput(f"The shares of the {what} add up to {checked.sum():g}, or one is below nil: 1 is wanted.")
    return checked


def chance(value: float, what: str) -> float:
    """A probability, 0 and 1 included."""
    if not 0.0 <= value <= 1.0:
        raise BadInput(f"{what[0].upper()}{what[1:]} lies between 0 and 1; {value:g} was given.")
    return float(value)


def checked_population(population: int) -> int:
    """How many people there are."""
    if population != int(population) or not 1 <= population <= MOST_PEOPLE:
        raise BadInput(f"A population is a whole number from 1 to {MOST_PEOPLE:,}; {population:,} was given.")
    return int(population)
