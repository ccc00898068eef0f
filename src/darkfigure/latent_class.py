"""The Dirichlet-process latent-class model: people differ in hidden classes, lists are independent within each.

Manrique-Vallier (2016), Biometrics 72, 1246; the sampler is in `latent_gibbs`. Assumption: given the class, being on
one list tells nothing of being on another; no class is missed by every list. The prior of N is 1/N, truncated at
`max_total` (21 times the observed unless given, which is what the LCMCR package does without saying so).

Chains start together and then walk apart, many at once. Where they do not come to agree the answer says so
(`diagnostics["converged"]`) and is not to be used: the Netherlands table has two modes, near 48,000 and 142,000.

>>> from darkfigure import CaptureHistories, latent_class
>>> korea = CaptureHistories.from_counts(
...     {(0, 0, 1): 41, (0, 1, 0): 5, (1, 0, 0): 5, (1, 1, 0): 54, (0, 1, 1): 6, (1, 1, 1): 12}, ("b", "c", "d"))
>>> 130 < latent_class.estimate(korea, run=latent_class.Run(burn_in=500, sweeps=500)).total < 142
True
"""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure import convergence
from darkfigure import latent_gibbs as gibbs
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, Interval
from darkfigure.histories import CaptureHistories
from darkfigure.soundness import require_information

WARM_UP = 500
WARM_ALPHA = 0.1
CAP = 20
AT_CAP = 1e-3


@dataclass(frozen=True)
class Run:
    """How long and how wide to sample: `chains` at once, `burn_in` sweeps thrown away, `sweeps` kept."""

    chains: int = 32
    burn_in: int = 5000
    sweeps: int = 5000
    label_moves: bool = True


LONG_ENOUGH = Run()


def estimate(
    histories: CaptureHistories,
    *,
    classes: int = 10,
    alpha_prior: tuple[float, float] = (0.25, 0.25),
    max_total: int | None = None,
    run: Run = LONG_ENOUGH,
    level: float = 0.95,
    seed: int = 0,
) -> Estimate:
    """The posterior median of N and an equal-tailed interval, from all chains together.

    `classes`: truncation of the stick. `alpha_prior`: shape and rate. The same `seed` gives the same bits, whatever
    the order of rows and lists.
    """
    _check(histories, classes, max_total, run)
    require_information(histories)
    ordered = histories.permute(sorted(histories.lists))
    most = CAP * ordered.n if max_total is None else max_total - ordered.n
    prior = gibbs.Prior(classes, *alpha_prior, most)
    draws = sample(ordered, prior, run, np.random.default_rng(np.random.SeedSequence(seed)))
    low, median, high = np.quantile(draws, [(1 - level) / 2, 0.5, (1 + level) / 2]).tolist()
    diagnostics = _diagnostics(draws, ordered.n + most)
    return Estimate(
        total=median,
        dark_figure=median - ordered.n,
        observed=ordered.n,
        method="latent_class",
        input_digest=histories.digest,
        interval=Interval("posterior quantiles", level, low, high),
        model=f"latent classes, at most {classes}",
        diagnostics=diagnostics,
        warnings=_warnings(diagnostics),
        settings={"classes": classes, "alpha_prior": alpha_prior, "max_total": ordered.n + most, **asdict(run)},
        seed=seed,
    )


def sample(histories: CaptureHistories, prior: gibbs.Prior, run: Run, rng: np.random.Generator) -> NDArray[np.int64]:
    """(chains, sweeps) draws of N."""
    data = gibbs.prepare(histories.patterns, histories.counts)
    state = gibbs.start(data, prior, run.chains)
    for _ in range(WARM_UP):
        gibbs.sweep(state, data, prior, rng)
        state.alpha[:] = WARM_ALPHA
    gibbs.by_weight(state)
    kept = np.empty((run.sweeps, run.chains), dtype=np.int64)
    for number in range(run.burn_in + run.sweeps):
        gibbs.sweep(state, data, prior, rng, swap=number % (prior.classes - 2) if run.label_moves else None)
        if number >= run.burn_in:
            kept[number - run.burn_in] = state.missing
    return np.ascontiguousarray(kept.T) + histories.n


def _diagnostics(draws: NDArray[np.int64], most: int) -> dict[str, Any]:
    steps = [i / 200 for i in range(1, 200)]
    return {
        **convergence.agreement(draws),
        "mean": draws.mean(),
        "share_at_cap": float((draws > 0.99 * most).mean()),
        "posterior_probabilities": steps,
        "posterior_quantiles": np.quantile(draws, steps),
    }


def _warnings(diagnostics: dict[str, Any]) -> tuple[str, ...]:
    warnings = convergence.disagreement(diagnostics)
    if diagnostics["share_at_cap"] > AT_CAP:
        warnings.append("The posterior reaches the largest total allowed: the upper limit is that cap, not the data's.")
    return tuple(warnings)


def _check(histories: CaptureHistories, classes: int, max_total: int | None, run: Run) -> None:
    if len(histories.lists) < 3:
        raise BadInput(f"Latent classes take three lists or more, not {len(histories.lists)}.")
    if classes < 3:
        raise BadInput(f"The stick is cut into at least 3 classes, not {classes}.")
    if run.chains < 2 or run.sweeps < 100 or run.burn_in < 0:
        raise BadInput("At least 2 chains and 100 kept sweeps are needed to see whether they agree.")
    if max_total is not None and max_total <= histories.n:
        raise BadInput(f"The largest total allowed, {max_total}, leaves no room beyond the {histories.n} observed.")
