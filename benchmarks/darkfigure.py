"""darkfigure against the R packages: CPU seconds of one thread and peak memory, each figure in a process of its own.

The packages' seconds were recorded on the same published tables, user and system time of one thread on a shared
two-core machine: SparseMSE 2.0.1, MultipleSystemsEstimation 1.2.0, Rcapture 1.4.4, dga 2.0.2, LCMCR 0.4.14.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """What is measured, in what unit, at most how much is wanted, and what the packages took, by name."""

    what: str
    run: Callable[[int], None]
    most: float
    recorded: dict[str, float]
    unit: str = "s"
    repeats: int = 3
    per: float = 1.0


def stepwise(table: str) -> Callable[[int], None]:
    def run(seed: int) -> None:
        from darkfigure import examples, stepwise

        stepwise.estimate(examples.load(table), interval="bca", replicates=1000, seed=seed)

    return run


def every_model(seed: int) -> None:
    """All 2**15 models of the pairs of six lists, fitted, tested and ranked."""
    from darkfigure import examples, search

    search.estimate(examples.load("UKdat"), interval="none", seed=seed)


def every_model_bootstrapped(seed: int) -> None:
    """All 2**10 models of the pairs of five lists on each of 1,000 resampled tables, and on those of the jackknife."""
    from darkfigure import examples, search

    search.estimate(examples.load("UKdat_5"), top=1024, interval="bca", replicates=1000, seed=seed)


def decomposable(table: str) -> Callable[[int], None]:
    def run(seed: int) -> None:
        from darkfigure import decomposable, examples

        decomposable.estimate(examples.load(table))

    return run


CHAINS, SWEEPS, WARM_UP = 64, 2000, 500
"""As many chains as the sampler takes unless told otherwise; it adds the sweeps of its warm-up itself."""


def latent_class(seed: int) -> None:
    from darkfigure import examples, latent_class

    run = latent_class.Run(chains=CHAINS, burn_in=SWEEPS // 2, sweeps=SWEEPS // 2)
    latent_class.estimate(examples.load("UKdat_5"), run=run, seed=seed)


# 200 replicates of six lists took SparseMSE 59.8 s: 1,000 are put at five times that
FIGURES = {
    "stepwise_five": Figure(
        "stepwise, BCa with 1,000 replicates, UK five lists", stepwise("UKdat_5"), 1.26, {"SparseMSE": 125.77}
    ),
    "stepwise_six": Figure(
        "stepwise, BCa with 1,000 replicates, UK six lists", stepwise("UKdat"), 2.99, {"SparseMSE": 5 * 59.831}
    ),
    "every_model": Figure(
        "all 32,768 models of six lists by BIC",
        every_model,
        5.0,
        {"MultipleSystemsEstimation": 109.322, "Rcapture": 211.087},
    ),
    "every_model_bootstrapped": Figure(
        "1,024 models on 1,000 resampled tables, BCa", every_model_bootstrapped, 60.0, {}, repeats=1
    ),
    "decomposable_five": Figure("decomposable graphs, UK five lists", decomposable("UKdat_5"), 1.0, {"dga": 6.285}),
    "decomposable_six": Figure("decomposable graphs, UK six lists", decomposable("UKdat"), 3.0, {}),
    "latent_class": Figure(
        f"latent classes, UK five lists, a sweep of one of {CHAINS} chains",
        latent_class,
        20.0,
        {"LCMCR": 1.4475 / 110_000 * 1e6},
        unit="microseconds",
        per=CHAINS * (SWEEPS + WARM_UP) / 1e6,
    ),
}
MEGABYTES = 1024


def main(figure: str) -> dict[str, float]:
    """CPU time in the figure's unit, the median of some runs with seeds of their own, and peak memory."""
    chosen, spent = FIGURES[figure], []
    import scipy.optimize
    import scipy.stats  # noqa: F401 - loading the library is no part of the figure

    for seed in range(chosen.repeats):
        before = time.process_time()
        chosen.run(seed)
        spent.append((time.process_time() - before) / chosen.per)
    return {"spent": median(spent), "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def rows(measure: Callable[[str], dict[str, float]]) -> Iterator[tuple[str, ...]]:
    """The lines of the table."""
    for name, figure in FIGURES.items():
        found = measure(name)
        yield figure.what, "", f"CPU {figure.unit}", f"{found['spent']:.3g}", f"at most {figure.most:g}"
        for package, recorded in figure.recorded.items():
            ratio = f"{recorded / found['spent']:,.1f} times faster"
            yield figure.what, "", f"against {package}'s {recorded:.4g} {figure.unit}", ratio, _wanted(figure, recorded)
        yield figure.what, "", "peak memory", f"{found['megabytes']:,.0f} MB", f"at most {MEGABYTES:,} MB"


def _wanted(figure: Figure, recorded: float) -> str:
    return f"at least {recorded / figure.most:,.0f}" if recorded > figure.most else ""


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
