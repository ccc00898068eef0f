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

from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure import convergence, settings
from darkfigure import latent_gibbs as gibbs
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, Interval
from darkfigure.hamiltonian import Report
from darkfigure.histories import CaptureHistories
from darkfigure.latent_sticks import Prior
from darkfigure.soundness import require_information

WARM_UP = 500
WARM_ALPHA = 0.1
CAP = 20
AT_CAP = 1e-3
FEWEST_CLASSES = 3
EVERY = 50


@dataclass(frozen=True)
class Run:
    """How long and how wide to sample: `chains` at once, `burn_in` sweeps thrown away, `sweeps` kept.
    `label_moves` swap
    classes and stretch their missing, which the package does not. The default takes some fifteen seconds."""

    chains: int = 64
    burn_in: int = 10_000
    sweeps: int = 5000
    label_moves: bool = True

    def __post_init__(self) -> None:
        for name, least in (("chains", 2), ("burn_in", 0), ("sweeps", 100)):
            settings.whole(f"run's number of {name.replace('_', '-')}", getattr(self, name), least=least)


LONG_ENOUGH = Run()


def estimate(
    histories: CaptureHistories,
    *,
    classes: int = 10,
    alpha_prior: tuple[float, float] = (0.25, 0.25),
    max_total: int | None = None,
    run: Run = LONG_ENOUGH,
    prior_sensitivity: bool = False,
    level: float = 0.95,
    seed: int = 0,
    progress: Report | None = None,
) -> Estimate:
    """The posterior median of N and an equal-tailed interval, from all chains together.

    `classes`: truncation of the stick. `alpha_prior`: shape and rate. `prior_sensitivity`: the median also for other
    numbers of classes and priors of alpha, by runs a fifth as long. The same `seed` gives the same bits, whatever the
    order of rows and lists.
    """
    prior = _checked(histories, classes, alpha_prior, max_total)
    level, seed = settings.level(level), settings.seed(seed)
    require_information(histories)
    ordered, most = histories.permute(sorted(histories.lists)), prior.most_missing
    draws = sample(ordered, prior, run, seed, progress)
    low, median, high = np.quantile(draws, [(1 - level) / 2, 0.5, (1 + level) / 2]).tolist()
    diagnostics = _diagnostics(draws, ordered.n + most)
    others = _sensitivity(ordered, prior, run, seed, progress) if prior_sensitivity else {}
    diagnostics["prior_sensitivity"] = others
    return Estimate(
        total=median,
        dark_figure=median - ordered.n,
        observed=ordered.n,
        method="latent_class",
        input_digest=histories.digest,
        interval=Interval("posterior quantiles", level, low, high),
        model=f"latent classes, at most {classes}",
        diagnostics=diagnostics,
        warnings=_warnings(diagnostics, ordered.n, {_name(prior): median, **others}),
        settings={
            "classes": classes,
            "alpha_prior": alpha_prior,
            "max_total": ordered.n + most,
            "level": level,
            **asdict(run),
        },
        seed=seed,
    )


def sample(
    histories: CaptureHistories,
    prior: Prior,
    run: Run,
    seed: int,
    progress: Report | None = None,
    what: str = "sweeps",
) -> NDArray[np.int64]:
    """(chains, sweeps) draws of N; `progress` is told that it is `what` that is done."""
    rng = np.random.default_rng(seed)
    data = gibbs.prepare(histories.patterns, histories.counts)
    state = gibbs.start(data, prior, run.chains)
    for _ in range(WARM_UP):
        gibbs.sweep(state, data, prior, rng)
        state.alpha[:] = WARM_ALPHA
    gibbs.by_weight(state)
    kept = np.empty((run.sweeps, run.chains), dtype=np.int64)
    sweeps = run.burn_in + run.sweeps
    for number in range(sweeps):
        gibbs.sweep(state, data, prior, rng, move=number if run.label_moves else None)
        if number >= run.burn_in:
            kept[number - run.burn_in] = state.missing
        if progress is not None and (number + 1 == sweeps or number % EVERY == 0):
            progress(number + 1, sweeps, what)
    return np.ascontiguousarray(kept.T) + histories.n


def _name(prior: Prior) -> str:
    return f"classes={prior.classes}, alpha_prior=({prior.shape:g}, {prior.rate:g})"


def _sensitivity(
    ordered: CaptureHistories, prior: Prior, run: Run, seed: int, progress: Report | None
) -> dict[str, float]:
    """The posterior medians under other priors, by runs a fifth as long."""
    shorter = replace(run, burn_in=run.burn_in // 5, sweeps=max(run.sweeps // 5, 100))
    halved, doubled = max(prior.classes // 2, FEWEST_CLASSES), prior.classes * 2
    others = [replace(prior, classes=number) for number in (halved, doubled) if number != prior.classes]
    others += [replace(prior, shape=1.0, rate=rate) for rate in (1.0, 0.1)]
    called = [f"sweeps, other prior {place} of {len(others)}" for place in range(1, len(others) + 1)]
    return {
        _name(other): float(np.median(sample(ordered, other, shorter, seed, progress, what)))
        for other, what in zip(others, called, strict=True)
    }


def _diagnostics(draws: NDArray[np.int64], most: int) -> dict[str, Any]:
    steps = [i / 200 for i in range(1, 200)]
    return {
        **convergence.agreement(draws),
        "mean": draws.mean(),
        "share_at_cap": float((draws > 0.99 * most).mean()),
        "posterior_probabilities": steps,
        "posterior_quantiles": np.quantile(draws, steps),
    }


def _warnings(diagnostics: dict[str, Any], observed: int, medians: dict[str, float]) -> tuple[str, ...]:
    warnings = convergence.disagreement(diagnostics)
    if diagnostics["share_at_cap"] > AT_CAP:
        warnings.append("The posterior reaches the largest total allowed: the upper limit is that cap, not the data's.")
    return (*warnings, *convergence.prior_matters(medians, observed))


def _checked(
    histories: CaptureHistories, classes: int, alpha_prior: tuple[float, float], max_total: int | None
) -> Prior:
    if len(histories.lists) < 3:
        raise BadInput(f"Latent classes take three lists or more, not {len(histories.lists)}.")
    if not isinstance(alpha_prior, tuple | list) or len(alpha_prior) != 2:
        raise BadInput(f"The prior of alpha is two numbers, shape and rate, not {alpha_prior!r}.")
    shape, rate = (
        settings.positive(f"prior's {name}", v) for name, v in zip(("shape", "rate"), alpha_prior, strict=True)
    )
    most = settings.most(max_total, histories.n)
    missing = CAP * histories.n if most is None else most - histories.n
    return Prior(settings.whole("number of classes", classes, least=FEWEST_CLASSES), shape, rate, missing)
