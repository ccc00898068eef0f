"""Newton's method for many small Poisson regressions at once, numpy alone, no loop over the regressions.

Arrays have the cells or parameters first and the regressions ("lanes") last, so that each operation runs along
contiguous memory. A lane that has converged leaves; one that climbs past the maximum has its step halved.

Convergence is a certificate (Haberman 1974): where the step in the linear predictor dies away and the information
matrix is not singular, the maximum-likelihood estimate exists and is unique. Where none exists, predictors drift by
about 1 a step for ever, and `converged` stays False: `identify` then says why.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from darkfigure.designs import Design, Triangle
from darkfigure.lattice import Floats

CLOSE = 1e-6
"""Largest step in the predictor of a lane that is done; convergence is quadratic: what is left is about 1e-12."""
SINGULAR = 1e-11
"""A pivot this small beside its diagonal entry means that the information matrix is singular."""
LONGEST = 4.0
"""The predictor may not move further in one step."""


@dataclass(frozen=True)
class Solution:
    """`beta` (p, B) and whether each lane `converged` (B,)."""

    beta: Floats
    converged: NDArray[np.bool_]


def solve(
    design: Design, counts: Floats, keep: NDArray[np.bool_], start: Floats | None = None, *, steps: int = 30
) -> Solution:
    """Fit n ~ Poisson(exp(X beta)) on the cells to keep; `counts` and `keep` (R, B), `start` (p, B)."""
    observed = design.sums(counts)
    beta = _first(design, counts, keep) if start is None else start.copy()
    answer, converged = beta.copy(), np.zeros(counts.shape[1], dtype=bool)
    lanes = np.arange(counts.shape[1])
    predictor = design.predictor(beta)
    # where no estimate exists predictors drift until exp runs over; such a lane is left unconverged, and judged later
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        step, height = np.zeros_like(beta), np.full(lanes.size, -np.inf)
        for _ in range(steps):
            predictor, means, height = _climbed(design, observed, keep, beta, predictor, step, height)
            fitted, information = design.moments(means)
            step, regular = eliminate(information, observed - fitted)
            change = design.predictor(step)
            longest = np.abs(change, where=keep, out=np.zeros_like(change)).max(axis=0)
            shorter = np.minimum(1.0, LONGEST / np.maximum(longest, LONGEST))
            step *= shorter
            beta += step
            predictor += change * shorter
            done = (longest < CLOSE) & regular
            leaving = done | ~regular
            if leaving.any():
                answer[:, lanes[leaving]], converged[lanes[leaving]] = beta[:, leaving], done[leaving]
                stay = np.flatnonzero(~leaving)
                if not stay.size:
                    break
                design, lanes, height = design.take(stay), lanes[stay], height[stay]
                observed, keep, beta = observed[:, stay], keep[:, stay], beta[:, stay]
                predictor, step = predictor[:, stay], step[:, stay]
        else:
            answer[:, lanes] = beta
    return Solution(answer, converged)


def eliminate(rows: Triangle, right: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Solve symmetric positive systems, one a lane, in place; second, which lanes are regular.

    A lane whose pivot is nil, or whose means ran over, divides by zero here. It is singular, is said to be, and takes
    no step; its neighbours are untouched, for no operation mixes lanes. So the warnings are turned off on purpose.
    """
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return _eliminated(rows, right)


def _eliminated(rows: Triangle, right: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    size = len(rows)
    regular = np.ones(right.shape[1], dtype=bool)
    diagonal = [row[0].copy() for row in rows]
    inverse = []
    for place, row in enumerate(rows):
        regular &= row[0] > SINGULAR * diagonal[place]
        inverse.append(1.0 / row[0])
        factors = row[1:] * inverse[place]
        for other in range(place + 1, size):
            rows[other] -= factors[other - place - 1] * row[other - place :]
        right[place + 1 :] -= factors * right[place]
        rows[place] = factors
    for place in range(size - 1, -1, -1):
        right[place] *= inverse[place]
        if place < size - 1:
            right[place] -= (rows[place] * right[place + 1 :]).sum(axis=0)
    right[:, ~regular] = 0.0
    return right, regular


def _first(design: Design, counts: Floats, keep: NDArray[np.bool_]) -> Floats:
    """A start from above: weighted least squares at means of n + 0.1, so that no predictor must climb far."""
    means = (counts + 0.1) * keep
    _, information = design.moments(means)
    with np.errstate(divide="ignore", invalid="ignore"):
        working = np.where(keep, means * np.log(means + ~keep) + counts - means, 0.0)
        return np.nan_to_num(eliminate(information, design.sums(working))[0])


def _climbed(
    design: Design,
    observed: Floats,
    keep: NDArray[np.bool_],
    beta: Floats,
    predictor: Floats,
    step: Floats,
    height: NDArray[np.float64],
) -> tuple[Floats, Floats, NDArray[np.float64]]:
    """Means and log-likelihoods where the last step led; halve the step, in place, of lanes that it led downhill."""
    means = np.exp(predictor) * keep
    reached = (beta * observed).sum(axis=0) - means.sum(axis=0)
    down = np.flatnonzero(~(reached >= height - 1e-9 * (1.0 + np.abs(height))) & np.isfinite(height))
    for _ in range(60):
        if not down.size:
            break
        step[:, down] *= 0.5
        beta[:, down] -= step[:, down]
        predictor[:, down] = design.take(down).predictor(beta[:, down])
        means[:, down] = np.exp(predictor[:, down]) * keep[:, down]
        reached[down] = (beta[:, down] * observed[:, down]).sum(axis=0) - means[:, down].sum(axis=0)
        down = down[~(reached[down] >= height[down] - 1e-9 * (1.0 + np.abs(height[down])))]
    return predictor, means, reached
