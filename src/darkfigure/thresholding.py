"""Bayesian thresholding: the pairs of lists whose dependence the posterior sets apart from nil, and no others.

Silverman (2020), J. R. Statist. Soc. A 183, 691, section 6; Silverman, Chan and Vincent (2024), Stat. Comput. 34, 44.
n_w ~ Poisson(mu_w), log mu_w = a_0 + the a_i and a_ij of the lists in w; flat priors on intercept and main effects,
Normal(0, `variance`) on interactions. Pairs with |posterior mean| >= `cut` posterior sd are kept, the model is fitted
again with those alone, and N = n + exp(a_0). Assumption: lists depend on one another in pairs (or triples, `order` 3)
only, and dependences below the cut are nil. The posterior given the pairs kept does not know that they were chosen.

A pair that cannot be told from the cut within the Monte-Carlo error is kept and named, with the total without it.

>>> from darkfigure import CaptureHistories, thresholding
>>> kosovo = CaptureHistories.from_mapping(  # Ball et al. 2002; published: 13,971 (12,236 to 16,389)
...     {"E": 1131, "A": 845, "O": 936, "H": 306, ("E", "A"): 177, ("E", "O"): 228, ("E", "H"): 106, ("A", "O"): 217,
...      ("A", "H"): 31, ("O", "H"): 123, ("E", "A", "O"): 181, ("E", "A", "H"): 18, ("E", "O", "H"): 42,
...      ("A", "O", "H"): 32, ("E", "A", "O", "H"): 27})
>>> answer = thresholding.estimate(kosovo)
>>> answer.model, 13_900 < answer.total < 14_200
('A:E, A:O, E:H, E:O, H:O', True)
"""

import math
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from darkfigure import convergence, settings
from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import Estimate, Interval, whole
from darkfigure.grid import Floats
from darkfigure.hamiltonian import Report, Run
from darkfigure.histories import CaptureHistories
from darkfigure.lattice import table_of
from darkfigure.models import name_of
from darkfigure.soundness import require_information
from darkfigure.thresholded import Problem, Rule, Selected, select

FEWEST_LISTS, MOST_LISTS = 3, 12
LONG_ENOUGH = Run()
AT_CAP = 1e-3
FEWEST_DRAWS = 100


def estimate(
    histories: CaptureHistories,
    *,
    variance: float = 1.0,
    cut: float = 2.0,
    order: int = 2,
    max_total: int | None = None,
    run: Run = LONG_ENOUGH,
    prior_sensitivity: bool = True,
    level: float = 0.95,
    seed: int = 0,
    progress: Report | None = None,
) -> Estimate:
    """The posterior median of N and an equal-tailed interval, from all chains together.

    `variance` of the interactions' prior: `math.inf` is flat, which the recession cone must allow. `order` 3 also tries
    the triples all of whose pairs were kept. `max_total` cuts the posterior off. `prior_sensitivity`: the same again
    with a quarter and four times the variance. The same `seed` gives the same bits, whatever the order of lists.
    """
    rule = _checked(histories, variance, cut, order)
    level, seed = settings.level(level), settings.seed(seed)
    most = settings.most(max_total, histories.n)
    require_information(histories)
    ordered = histories.permute(sorted(histories.lists))
    problem = Problem(ordered.lists, table_of(ordered.cells())[:, 0], run, seed, progress)
    selected = select(problem, rule)
    draws = ordered.n + np.exp(selected.stage.draws[0])
    within = draws if most is None else _within(draws, most)
    low, median, high = np.quantile(within, [(1 - level) / 2, 0.5, (1 + level) / 2]).tolist()
    diagnostics = _diagnostics(problem, selected, draws, within)
    diagnostics["total_without_doubtful"] = _without_doubtful(problem, rule, selected, most)
    diagnostics["prior_sensitivity"] = _sensitivity(problem, rule, most) if prior_sensitivity else {}
    return Estimate(
        total=median,
        dark_figure=median - ordered.n,
        observed=ordered.n,
        method="thresholding",
        input_digest=histories.digest,
        interval=Interval("posterior quantiles", level, low, high),
        model=name_of(selected.terms, ordered.lists),
        diagnostics=diagnostics,
        warnings=_warnings(diagnostics, ordered.n, median, rule.variance),
        settings={**asdict(rule), "level": level, "max_total": most, **asdict(run)},
        seed=seed,
    )


def _within(draws: Floats, most: int) -> Floats:
    """(D,) draws of the posterior cut off at `most`."""
    within = draws[draws <= most]
    if within.size < FEWEST_DRAWS:
        raise Refusal(
            f"Hardly any of the posterior lies below the largest total allowed, {most:,}.",
            f"Allow for more people: half of it lies above {whole(float(np.median(draws)))}.",
        )
    return np.asarray(within)


def _median(problem: Problem, selected: Selected, most: int | None) -> float:
    draws = problem.cells.sum() + np.exp(selected.stage.draws[0])
    return float(np.median(draws if most is None else _within(draws, most)))


def _without_doubtful(problem: Problem, rule: Rule, selected: Selected, most: int | None) -> float | None:
    """The posterior median without the interactions that cannot be told from the cut; None if there are none."""
    if not selected.doubtful:
        return None
    return _median(problem, select(problem, rule, without_doubtful=True), most)


def _sensitivity(problem: Problem, rule: Rule, most: int | None) -> dict[str, float]:
    """The posterior median for a quarter and four times the variance; for 1 and 10 beside a flat prior."""
    others = (1.0, 10.0) if math.isinf(rule.variance) else (rule.variance / 4, rule.variance * 4)
    return {f"variance={v:g}": _median(problem, select(problem, replace(rule, variance=v)), most) for v in others}


def _diagnostics(problem: Problem, selected: Selected, draws: Floats, within: Floats) -> dict[str, Any]:
    first, last = selected.first, selected.stage
    kept = [code for code in selected.ratios if selected.terms[code]]
    steps = [i / 200 for i in range(1, 200)]
    return {
        **convergence.agreement(draws, *first.draws, *last.draws),
        "ratios": {problem.name(code): ratio for code, ratio in selected.ratios.items()},
        "kept": {problem.name(code): selected.ratios[code] for code in kept},
        "doubtful": [problem.name(code) for code in selected.doubtful],
        "minus_infinity": [problem.name(code) for code in last.gone],
        "share_beyond_max_total": 1 - within.size / draws.size,
        "posterior_probabilities": steps,
        "posterior_quantiles": np.quantile(within, steps),
    }


def _warnings(diagnostics: dict[str, Any], observed: int, median: float, variance: float) -> tuple[str, ...]:
    warnings = convergence.disagreement(diagnostics)
    if diagnostics["doubtful"]:
        warnings.append(
            f"{' and '.join(diagnostics['doubtful'])} cannot be told from the cut: without, the total is "
            f"{whole(diagnostics['total_without_doubtful'])}."
        )
    if diagnostics["share_beyond_max_total"] > AT_CAP:
        warnings.append("The posterior reaches the largest total allowed: the upper limit is that cap, not the data's.")
    medians = {f"variance={variance:g}": median, **diagnostics["prior_sensitivity"]}
    return (*warnings, *convergence.prior_matters(medians, observed))


def _checked(histories: CaptureHistories, variance: float, cut: float, order: int) -> Rule:
    lists = len(histories.lists)
    if not FEWEST_LISTS <= lists <= MOST_LISTS:
        raise BadInput(f"Bayesian thresholding takes {FEWEST_LISTS} to {MOST_LISTS} lists, not {lists}.")
    if settings.whole("order", order, least=2) > 3:
        raise BadInput(f"The highest order is 2 (pairs) or 3 (triples), not {order}.")
    return Rule(settings.positive("variance", variance, infinite=True), settings.positive("cut", cut), int(order))
