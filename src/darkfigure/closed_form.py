"""From an estimate by formula to the one form of answer."""

from collections.abc import Callable, Mapping
from typing import Any

from darkfigure import answer
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate
from darkfigure.histories import CaptureHistories
from darkfigure.intervals import Ranged


def estimate(
    histories: CaptureHistories,
    chosen: answer.Chosen,
    asked: tuple[str, float, int, int],
    dark_figure: float,
    lognormal: Callable[[], Ranged],
    *,
    diagnostics: Mapping[str, Any],
) -> Estimate:
    """An estimate by formula, with log-normal limits unless others are asked for: kind, level, replicates, seed."""
    kind, level, replicates, seed = asked
    if kind not in ("lognormal", "percentile", "bca", "none"):
        raise BadInput(f"There is no interval {kind!r} here: lognormal, percentile, bca, none.")
    wanted = answer.Wanted("none" if kind == "lognormal" else kind, level, replicates, seed)
    ranged = Ranged(None) if kind == "none" else lognormal()
    if wanted.resamples:
        ranged = answer.resampled(histories, chosen.procedure, wanted, histories.n + dark_figure)
    return Estimate(
        total=histories.n + dark_figure,
        dark_figure=dark_figure,
        observed=histories.n,
        method=chosen.method,
        input_digest=histories.digest,
        interval=ranged.interval,
        diagnostics=dict(diagnostics) | dict(ranged.diagnostics),
        warnings=ranged.warnings,
        settings=answer.settings_of(chosen, wanted) | {"interval": kind},
        seed=seed if wanted.resamples else None,
    )
