"""What a method says of many tables at once: the currency between methods and the bootstrap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from darkfigure.identify import FINITE, INFINITE, ZERO
from darkfigure.lattice import Floats


@dataclass(frozen=True)
class Outcomes:
    """For each of B tables: `observed` people, `dark_figure` (its value counts only where `status` is FINITE), `status`
    and, where a method chooses models, the chosen `terms` (2**k, B)."""

    observed: NDArray[np.float64]
    dark_figure: NDArray[np.float64]
    status: NDArray[np.int8]
    terms: NDArray[np.bool_] | None = None

    @property
    def totals(self) -> NDArray[np.float64]:
        """Observed and unobserved, (B,): infinite or nobody unseen where the status says so, NaN if not identified."""
        dark = np.where(self.status == INFINITE, np.inf, np.where(self.status == ZERO, 0.0, np.nan))
        return self.observed + np.where(self.status == FINITE, self.dark_figure, dark)


Procedure = Callable[[Floats], Outcomes]
"""A whole method, selection included, from tables (2**k, B) to outcomes."""


def joined(parts: Sequence[Outcomes]) -> Outcomes:
    """The outcomes on several groups of tables as one."""
    if len(parts) == 1:
        return parts[0]
    terms = [part.terms for part in parts if part.terms is not None]
    return Outcomes(
        np.concatenate([part.observed for part in parts]),
        np.concatenate([part.dark_figure for part in parts]),
        np.concatenate([part.status for part in parts]),
        np.concatenate(terms, axis=1) if terms else None,
    )
