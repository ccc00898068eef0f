"""The methods by name, so that a panel, a command line or a page can ask for any of them in one way."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from darkfigure import (
    chao,
    chordal,
    closed,
    decomposable,
    latent_class,
    loglinear,
    repeat_counts,
    search,
    stepwise,
    thresholding,
)
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate
from darkfigure.histories import CaptureHistories
from darkfigure.repeat_counts import RepeatCounts

Table = CaptureHistories | RepeatCounts
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Method:
    """A method's `name`, its module's `estimate`, what is fixed in the call, and the fewest and most lists it takes."""

    name: str
    function: Callable[..., Estimate]
    fixed: Mapping[str, Any]
    fewest: int
    most: int
    assumes: str

    @property
    def settings(self) -> tuple[str, ...]:
        """The names that `estimate` takes beside the table."""
        names = list(inspect.signature(self.function).parameters)[1:]
        return tuple(name for name in names if name not in self.fixed)

    def takes(self, table: Table) -> bool:
        """Whether the table is of the kind and the number of lists that the method is made for."""
        if isinstance(table, RepeatCounts):
            return self.function is repeat_counts.estimate
        return self.function is not repeat_counts.estimate and self.fewest <= len(table.lists) <= self.most


def _method(name: str, function: Callable[..., Estimate], lists: tuple[int, int], assumes: str, **fixed: Any) -> Method:
    return Method(name, function, MappingProxyType(fixed), *lists, assumes)


_MANY = 16
METHODS: Mapping[str, Method] = MappingProxyType(
    {
        one.name: one
        for one in (
            _method(
                "lincoln_petersen",
                closed.estimate,
                (2, 2),
                "the two lists are independent",
                estimator="lincoln_petersen",
            ),
            _method("chapman", closed.estimate, (2, 2), "the two lists are independent", estimator="chapman"),
            _method("chao", chao.estimate, (2, _MANY), "lists are independent; people may differ: a lower bound"),
            _method("loglinear", loglinear.estimate, (2, _MANY), "the dependences between lists are those named"),
            _method("stepwise", stepwise.estimate, (2, _MANY), "lists depend on one another in pairs only"),
            _method("bic", search.estimate, (2, _MANY), "the model of least BIC holds"),
            _method(
                "decomposable",
                decomposable.estimate,
                (decomposable.FEWEST_LISTS, chordal.MOST_LISTS),
                "the lists' dependences form a decomposable graph",
            ),
            _method("latent_class", latent_class.estimate, (3, _MANY), "people fall into hidden classes"),
            _method(
                "thresholding",
                thresholding.estimate,
                (thresholding.FEWEST_LISTS, thresholding.MOST_LISTS),
                "lists depend on one another in few pairs, and those strongly",
            ),
            _method("repeat_counts", repeat_counts.estimate, (1, 1), "encounters with one source are Poisson"),
        )
    }
)


def estimate(table: Table, method: str, *, progress: Progress | None = None, **settings: Any) -> Estimate:
    """The answer of the method of that name; `settings` are those of its module's `estimate`.

    `progress` is told how many steps are done, of how many, of what, by those methods that take long.

    >>> from darkfigure import CaptureHistories, methods
    >>> women = {("b",): 5, ("c",): 5, ("d",): 41, ("b", "c"): 54, ("b", "d"): 6, ("b", "c", "d"): 12}
    >>> round(methods.estimate(CaptureHistories.from_mapping(women), "stepwise", interval="wald").total)
    269
    """
    if method not in METHODS:
        raise BadInput(f"There is no method {method!r}: {', '.join(METHODS)}.")
    chosen = METHODS[method]
    unknown = [name for name in settings if name not in chosen.settings]
    if unknown:
        raise BadInput(f"The method {method} has no setting {unknown[0]!r}: {', '.join(chosen.settings)}.")
    told = {"progress": progress} if progress is not None and "progress" in chosen.settings else {}
    return chosen.function(table, **chosen.fixed, **settings, **told)
