"""Which interactions stay: fit them all, keep those whose posterior mean lies far from zero, fit again with those.

Silverman (2020), J. R. Statist. Soc. A 183, 691, section 6. Sets of lists are bit masks; a table is (2**k,) counts
with 0 at the empty history; terms are a column of (2**k,) truth values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from darkfigure import convergence
from darkfigure.errors import Refusal
from darkfigure.grid import Floats
from darkfigure.hamiltonian import Posterior, Report, Run, draw
from darkfigure.identify import FINITE, design_of, explain, judge_terms, reduced
from darkfigure.lattice import main_effects, masks_of_order
from darkfigure.models import sorted_terms

DOUBT = 3.0
"""A ratio within so many Monte-Carlo errors of the cut cannot be told from it: the interaction stays."""


@dataclass(frozen=True)
class Rule:
    """Prior `variance` of an interaction, infinite where flat; the `cut` for |mean| / sd; the highest `order`."""

    variance: float = 1.0
    cut: float = 2.0
    order: int = 2


@dataclass(frozen=True)
class Problem:
    """A table with its lists, and how to sample: the same `seed`, the same bits."""

    lists: tuple[str, ...]
    cells: Floats
    run: Run
    seed: int
    progress: Report | None = None

    def name(self, code: int) -> str:
        """ "A:B" for a set of lists."""
        return sorted_terms([code], self.lists)[0]


@dataclass(frozen=True)
class Stage:
    """Draws (p, chains, sweeps) of the coefficients of the sets of lists in `codes` (p,), the intercept first; `gone`:
    sets that nobody realises, which a flat prior sends to minus infinity."""

    codes: tuple[int, ...]
    draws: Floats
    gone: tuple[int, ...]

    def ratio(self, code: int) -> tuple[float, float]:
        """|mean| / sd of an interaction, and its Monte-Carlo error: a jackknife over halves of chains."""
        halves = convergence.halved(self.draws[self.codes.index(code)])
        mean, square, number = halves.mean(axis=1), (halves**2).mean(axis=1), len(halves)
        means, squares = (((part.sum() - part) / (number - 1)) for part in (mean, square))
        without = np.abs(means) / np.sqrt(squares - means**2)
        ratio = abs(mean.mean()) / np.sqrt(square.mean() - mean.mean() ** 2)
        return float(ratio), float(np.sqrt(number - 1) * without.std())


@dataclass(frozen=True)
class Selected:
    """The last stage, the terms in it, the ratio of every interaction tried, and those that stayed in doubt."""

    stage: Stage
    terms: NDArray[np.bool_]
    ratios: Mapping[int, float]
    doubtful: tuple[int, ...] = ()
    first: Stage = field(kw_only=True)


def select(problem: Problem, rule: Rule, *, without_doubtful: bool = False) -> Selected:
    """Fit all pairs, keep those beyond the cut, then perhaps the triples whose pairs all stayed; fit what is left."""
    mains = main_effects(len(problem.lists))
    kept, first = mains, None
    ratios: dict[int, float] = {}
    doubtful: tuple[int, ...] = ()
    for order in range(2, rule.order + 1):
        tried = _candidates(kept, len(problem.lists), order)
        if not tried:
            break
        stage = fit(problem, _with(kept, tried), rule.variance, f"all interactions of {order} lists")
        first = first or stage
        found = {code: stage.ratio(code) for code in tried if code in stage.codes}
        stay = [code for code, (ratio, error) in found.items() if ratio + DOUBT * error >= rule.cut]
        unsure = tuple(code for code in stay if found[code][0] - DOUBT * found[code][1] < rule.cut)
        kept = _with(kept, [c for c in (*stay, *stage.gone) if not (without_doubtful and c in unsure)])
        ratios |= {code: ratio for code, (ratio, _) in found.items()}
        doubtful += unsure
    last = fit(problem, kept, rule.variance, "the interactions kept")
    return Selected(last, kept, ratios, doubtful, first=first or last)


def fit(problem: Problem, terms: NDArray[np.bool_], variance: float, what: str) -> Stage:
    """Sample one model's coefficients. Under flat priors sets that nobody realises are taken out with their cells."""
    flat = np.isinf(variance)
    _require_proper(problem, terms, flat=flat)
    observable = np.arange(len(terms)) > 0
    alive, keep = reduced(terms, problem.cells) if flat else (terms, observable)
    codes = np.flatnonzero(alive)
    interaction = np.bitwise_count(codes) > 1
    posterior = Posterior(design_of(alive, keep), problem.cells[keep], np.where(interaction, 1 / variance, 0.0))
    rng = np.random.default_rng([problem.seed, *np.flatnonzero(terms).tolist()])
    draws = draw(posterior, problem.run, rng, progress=problem.progress, what=what)
    return Stage(tuple(codes.tolist()), draws, tuple(np.flatnonzero(terms & ~alive).tolist()))


def _require_proper(problem: Problem, terms: NDArray[np.bool_], *, flat: bool) -> None:
    """The posterior is proper exactly if the likelihood falls in every direction in which the priors are level: the
    recession cone of those parameters is empty (their estimate exists and is single)."""
    level = terms if flat else main_effects(len(problem.lists))
    verdict = judge_terms(level, problem.cells)
    if verdict.exists and verdict.identified:
        return
    why = explain(verdict, level, problem.cells, problem.lists) if verdict.status != FINITE else ""
    raise Refusal(
        f"With {'flat priors' if flat else 'these lists'} the posterior is improper: "
        + (why[:1].lower() + why[1:] if why else "some interaction has no finite estimate."),
        "Give the interactions a finite variance." if flat else "Drop or merge a list.",
    )


def _candidates(kept: NDArray[np.bool_], lists: int, order: int) -> list[int]:
    """Sets of that many lists, all of whose subsets are in; never that of all lists, whose absence identifies N."""
    masks = masks_of_order(lists, order) if order < lists else ()
    faces = {code: [code & ~(1 << place) for place in range(lists) if code >> place & 1] for code in masks}
    return [code for code in masks if all(kept[face] for face in faces[code])]


def _with(terms: NDArray[np.bool_], codes: list[int]) -> NDArray[np.bool_]:
    more = terms.copy()
    more[codes] = True
    return more
