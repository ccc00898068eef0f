"""From a method's choice of model to the one form of answer: checks, fit, interval, diagnoses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure import identify, intervals
from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import STATUSES, Estimate
from darkfigure.fits import fit
from darkfigure.histories import CaptureHistories
from darkfigure.identify import FINITE
from darkfigure.intervals import Ranged
from darkfigure.lattice import Floats, superset_sums, table_of
from darkfigure.models import name_of, sorted_terms
from darkfigure.outcomes import Procedure
from darkfigure.regression import Fitted, Regression
from darkfigure.soundness import require_information


@dataclass(frozen=True)
class Wanted:
    """The interval that was asked for: its kind, level, number of replicates and seed."""

    interval: str = "bca"
    level: float = 0.95
    replicates: int = 1000
    seed: int = 0

    def __post_init__(self) -> None:
        if self.interval not in intervals.KINDS:
            raise BadInput(f"There is no interval {self.interval!r}: {', '.join(intervals.KINDS)}.")
        intervals.checked_level(self.level)
        intervals.checked_seed(self.seed)
        if self.resamples:
            intervals.checked_replicates(self.replicates)

    @property
    def resamples(self) -> bool:
        """Does it need random numbers?"""
        return self.interval in intervals.RESAMPLED


@dataclass(frozen=True)
class Chosen:
    """A method: its name, the procedure that repeats all of it on other tables, its settings."""

    method: str
    procedure: Procedure
    settings: Mapping[str, Any] = field(default_factory=dict)
    selects: bool = True


def one_table(histories: CaptureHistories) -> Floats:
    """The table as the single column that procedures take, (2**k, 1)."""
    return table_of(histories.cells())


def estimate(
    histories: CaptureHistories,
    chosen: Chosen,
    wanted: Wanted,
    *,
    models: tuple[tuple[str, float], ...] = (),
    diagnostics: Mapping[str, Any] | None = None,
    warnings: tuple[str, ...] = (),
    ranged: Ranged | None = None,
) -> Estimate:
    """Run a procedure that chooses a hierarchical model, refuse what has no finite answer, and set limits."""
    require_information(histories)
    table = one_table(histories)
    outcome = chosen.procedure(table)
    if outcome.terms is None:
        raise TypeError("The procedure names no model.")
    terms = outcome.terms[:, 0]
    if outcome.status[0] != FINITE:
        raise refusal(terms, table[:, 0], histories.lists)
    return reported(
        histories,
        chosen,
        wanted,
        Regression.of_terms(terms, table[:, 0]),
        model=name_of(terms, histories.lists),
        models=models,
        diagnostics=_zero_overlaps(terms, table, histories.lists) | dict(diagnostics or {}),
        warnings=warnings,
        ranged=ranged,
    )


def reported(
    histories: CaptureHistories,
    chosen: Chosen,
    wanted: Wanted,
    regression: Regression,
    *,
    model: str,
    models: tuple[tuple[str, float], ...] = (),
    diagnostics: Mapping[str, Any],
    warnings: tuple[str, ...] = (),
    ranged: Ranged | None = None,
) -> Estimate:
    """A regression with a finite dark figure as an answer; `ranged` if its limits are known already."""
    fitted = regression.fit()
    ranged = ranged_of(histories, chosen, wanted, fitted) if ranged is None else ranged
    return Estimate(
        total=histories.n + fitted.dark_figure,
        dark_figure=fitted.dark_figure,
        observed=histories.n,
        method=chosen.method,
        input_digest=histories.digest,
        interval=ranged.interval,
        model=model,
        models=models,
        diagnostics=fitted.criteria() | dict(diagnostics) | dict(ranged.diagnostics),
        warnings=(*warnings, *_given(chosen, wanted), *ranged.warnings),
        settings=settings_of(chosen, wanted),
        seed=wanted.seed if wanted.resamples else None,
    )


def ranged_of(histories: CaptureHistories, chosen: Chosen, wanted: Wanted, fitted: Fitted) -> Ranged:
    """The limits that were asked for."""
    if wanted.interval == "none":
        return Ranged(None)
    if wanted.interval == "wald":
        return intervals.wald(fitted, wanted.level)
    if wanted.interval == "profile":
        return intervals.profile(fitted.regression, fitted.dark_figure, wanted.level)
    return resampled(histories, chosen.procedure, wanted, histories.n + fitted.dark_figure)


def resampled(histories: CaptureHistories, procedure: Procedure, wanted: Wanted, total: float) -> Ranged:
    """Bootstrap limits for a procedure that gave `total` on the table itself."""
    return intervals.bootstrap(
        histories,
        procedure,
        total,
        kind=wanted.interval,
        level=wanted.level,
        replicates=wanted.replicates,
        seed=wanted.seed,
    )


def settings_of(chosen: Chosen, wanted: Wanted) -> dict[str, Any]:
    """All that is needed to ask again."""
    asked = {"interval": wanted.interval, "level": wanted.level}
    return dict(chosen.settings) | asked | ({"replicates": wanted.replicates} if wanted.resamples else {})


def refusal(terms: NDArray[np.bool_], table: NDArray[np.float64], lists: tuple[str, ...]) -> Refusal:
    """Why a model has no finite dark figure on a table."""
    verdict = identify.judge_terms(terms, table)
    sentence = identify.explain(verdict, terms, table, lists)
    return Refusal(
        sentence, "Leave interactions out, or merge or drop one of these lists.", status=STATUSES[verdict.status]
    )


def _given(chosen: Chosen, wanted: Wanted) -> tuple[str, ...]:
    if chosen.selects and wanted.interval in ("wald", "profile"):
        return ("The interval takes the chosen model as given, and so is too narrow: bca repeats the choice.",)
    return ()


def _zero_overlaps(terms: NDArray[np.bool_], table: Floats, lists: tuple[str, ...]) -> dict[str, Any]:
    """For each pair at minus infinity, the Poisson probability exp(-m) of no overlap under the model without it."""
    overlaps = superset_sums(table.copy())[:, 0]
    pairs = [mask for mask in np.flatnonzero(terms & (overlaps == 0)).tolist() if mask.bit_count() == 2]
    codes, chances = np.arange(len(terms)), {}
    for pair in pairs:
        means = fit((terms & (codes & pair != pair))[:, None], table).means
        means[0] = 0.0
        chances[sorted_terms([pair], lists)[0]] = float(np.exp(-superset_sums(means)[pair, 0]))
    return {"zero_overlaps": chances} if pairs else {}
