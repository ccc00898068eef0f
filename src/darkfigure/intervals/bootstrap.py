"""Percentile and bias-corrected accelerated bootstrap, with the diagnoses that say when they break down.

Every replicate goes through the whole method, selection of the model included (Efron 1987; Silverman, Chan and Vincent
2024). Replicates without a finite estimate stay in: infinite ones above all others, unidentified ones wherever they
widen the interval.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from darkfigure.estimate import STATUSES, Interval
from darkfigure.histories import CaptureHistories
from darkfigure.intervals import modes, resampling
from darkfigure.intervals.ranged import Ranged, checked_level
from darkfigure.models import name_of
from darkfigure.outcomes import Outcomes, Procedure

ROUNDING = 1e-9
"""Totals that differ by less than this share are the same number, reached by other sums."""


@dataclass(frozen=True)
class Correction:
    """Bias `z0` and `acceleration` of the BCa limits."""

    z0: float
    acceleration: float

    def adjusted(self, probability: float) -> float:
        """Phi(z0 + z / (1 - a z)), z = z0 + Phi^-1(probability)."""
        z = self.z0 + float(ndtri(probability))
        if 1.0 - self.acceleration * z <= 0:
            return 1.0 if z > 0 else 0.0
        return float(ndtr(self.z0 + z / (1.0 - self.acceleration * z)))


def bootstrap(
    histories: CaptureHistories,
    procedure: Procedure,
    total: float,
    *,
    kind: str,
    level: float,
    replicates: int,
    seed: int,
) -> Ranged:
    """The interval of `kind` "percentile" or "bca" for a procedure that gave `total` on the table itself."""
    drawn = resampling.outcomes(procedure, histories, resampling.drawn(histories, replicates, seed))
    left_out = np.zeros(0)
    if kind == "bca":
        left_out = resampling.outcomes(procedure, histories, resampling.one_less(histories)).totals
    return limited(histories, drawn, left_out, total, kind=kind, level=level)


def limited(
    histories: CaptureHistories,
    drawn: Outcomes,
    left_out: NDArray[np.float64],
    total: float,
    *,
    kind: str,
    level: float,
) -> Ranged:
    """The same from the outcomes on resampled tables and the totals, (K,), with one person left out."""
    tails = (0.5 - checked_level(level) / 2.0, 0.5 + level / 2.0)
    figures = _described(drawn, histories)
    warnings = [*_lost(drawn), *modes.warning(drawn.totals)]
    correction = Correction(0.0, 0.0)
    if kind == "bca":
        correction = Correction(bias(drawn, total), acceleration(left_out, histories.counts))
        figures |= {"z0": correction.z0, "acceleration": correction.acceleration}
        warnings += _odd_jackknife(left_out)
    if not math.isfinite(correction.z0):
        warnings.append(
            "The estimate lies outside all its bootstrap replicates: BCa limits do not exist, percentiles are given."
        )
        kind, correction = "percentile", Correction(0.0, 0.0)
    asked = tuple(correction.adjusted(tail) for tail in tails)
    low, high = limits(drawn, asked)
    figures |= {"probabilities": list(asked), "another_seed": [_wobble(drawn, place, asked) for place in (0, 1)]}
    warnings += _saturated(asked, len(drawn.status)) if kind == "bca" else []
    return Ranged(Interval(kind, level, low, high), {"bootstrap": figures}, tuple(warnings))


def bias(drawn: Outcomes, total: float) -> float:
    """z0 = Phi^-1 of the share of replicates strictly below the estimate; those not identified are not below.

    A replicate with the table's own sufficient statistics has the table's own estimate, but for rounding: it is a tie.
    """
    return float(ndtri((np.nan_to_num(drawn.totals, nan=np.inf, posinf=np.inf) < total * (1.0 - ROUNDING)).mean()))


def acceleration(totals: NDArray[np.float64], weights: NDArray[np.int64]) -> float:
    """sum n_j d_j^3 / (6 (sum n_j d_j^2)^1.5), d_j the mean minus the total without a person of history j."""
    finite = np.isfinite(totals)
    if not finite.any():
        return 0.0
    totals, weights = totals[finite], weights[finite]
    away = (weights @ totals) / weights.sum() - totals
    spread = float(weights @ away**2)
    return float(weights @ away**3) / (6.0 * spread**1.5) if spread > 1e-18 * float(weights.sum()) else 0.0


def limits(drawn: Outcomes, probabilities: tuple[float, ...]) -> tuple[float, float]:
    """Quantiles of the replicates: those not identified count as nobody unseen below and as unlimited above."""
    lowest = np.where(np.isnan(drawn.totals), drawn.observed, drawn.totals)
    highest = np.where(np.isnan(drawn.totals), np.inf, drawn.totals)
    return quantile(lowest, probabilities[0]), quantile(highest, probabilities[1])


def quantile(values: NDArray[np.float64], probability: float) -> float:
    """With plotting positions (i - 1/3) / (B + 1/3) (Hyndman and Fan 1996, type 8); infinities allowed."""
    ordered = np.sort(values)
    place = min(max(probability * (len(ordered) + 1.0 / 3.0) + 1.0 / 3.0, 1.0), float(len(ordered)))
    whole = int(place)
    left, right = ordered[whole - 1], ordered[min(whole, len(ordered) - 1)]
    share = place - whole
    return float(left if share == 0.0 or left == right else left + share * (right - left))


def _described(drawn: Outcomes, histories: CaptureHistories) -> dict[str, Any]:
    finite = drawn.totals[np.isfinite(drawn.totals)]
    counts = np.bincount(drawn.status, minlength=len(STATUSES))
    figures: dict[str, Any] = {
        "replicates": len(drawn.status),
        "statuses": dict(zip(STATUSES, counts.tolist(), strict=True)),
        "modes": modes.places(finite),
        "quantiles": np.quantile(finite, np.linspace(0.0, 1.0, 201)).tolist() if finite.size else [],
    }
    return figures | ({} if drawn.terms is None else {"models": _models(drawn.terms, histories)})


def _models(terms: NDArray[np.bool_], histories: CaptureHistories) -> Mapping[str, float]:
    packed = np.packbits(terms, axis=0)
    _, first, counts = np.unique(packed, axis=1, return_index=True, return_counts=True)
    most = np.argsort(-counts, kind="stable")[:10]
    shares = counts[most] / terms.shape[1]
    return {
        name_of(terms[:, first[one]], histories.lists): float(share) for one, share in zip(most, shares, strict=True)
    }


def _wobble(drawn: Outcomes, place: int, asked: tuple[float, ...]) -> list[float]:
    """Where a limit would lie with other random numbers: one standard deviation of the order statistic each way."""
    spread = math.sqrt(asked[place] * (1.0 - asked[place]) / len(drawn.status))
    nearby = [min(max(asked[place] + side * spread, 0.0), 1.0) for side in (-1.0, 1.0)]
    return [limits(drawn, (one, one))[place] for one in nearby]


def _lost(drawn: Outcomes) -> list[str]:
    counts = np.bincount(drawn.status, minlength=len(STATUSES))[1:]
    if not counts.sum():
        return []
    kinds = ", ".join(f"{count} {name}" for name, count in zip(STATUSES[1:], counts, strict=True) if count)
    return [
        f"{counts.sum()} of {len(drawn.status)} bootstrap replicates have no finite estimate ({kinds}); they count."
    ]


def _odd_jackknife(left_out: NDArray[np.float64]) -> list[str]:
    finite = left_out[np.isfinite(left_out)]
    said = []
    if finite.size < left_out.size:
        said.append(
            f"Without one person of {left_out.size - finite.size} of the {left_out.size} histories there is no finite "
            "estimate: the acceleration is taken over the others."
        )
    if not finite.size or np.ptp(finite) < 1e-9 * np.abs(finite).max():
        said.append("No one person changes the estimate: the acceleration is set to zero.")
    return said


def _saturated(asked: tuple[float, ...], replicates: int) -> list[str]:
    return [
        f"The {side} BCa limit asks for the {probability:.4%} quantile of {replicates:,} replicates: it is one of the "
        "most extreme, and another seed or number of replicates gives another limit."
        for side, probability in zip(("lower", "upper"), asked, strict=True)
        if not 1.0 / replicates <= probability <= 1.0 - 1.0 / replicates
    ]
