"""One source that sees some people again: how many it never saw, from how often it saw the others.

A person is seen a Poisson number of times, and is in the data only if seen at least once. Two estimates of the chance
exp(-rate) of never being seen, N = n / (1 - exp(-rate)):

* `poisson`: the zero-truncated maximum-likelihood rate, mean times seen = rate / (1 - exp(-rate)); var(N) =
  N / (exp(rate) - rate - 1). Assumption: all people have the same rate. If they do not, N is too low.
  van der Heijden, Cruyff and van Houwelingen (2003), Statistica Neerlandica 57, 289.
* `zelterman`: rate = 2 f2 / f1 from those seen once and twice only, hardly moved by people seen often.
  Zelterman (1988), J. Stat. Planning Inf. 18, 225; variance of Boehning (2008), Statistical Methodology 5, 411.

>>> from darkfigure.repeat_counts import RepeatCounts, estimate
>>> dutch = RepeatCounts.from_counts({1: 1645, 2: 183, 3: 37, 4: 13, 5: 1, 6: 1})  # four cities, 1995
>>> round(estimate(dutch).total), round(estimate(dutch, method="zelterman").total)
(7080, 9425)
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import gammaln, ndtri

from darkfigure import csv_file, settings
from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import Estimate, Interval

METHODS = ("poisson", "zelterman")
HETEROGENEOUS = 1.1
SELDOM = 1e-7
MOST_TIMES, MOST_PEOPLE = 100_000, 2**53


@dataclass(frozen=True, eq=False)
class RepeatCounts:
    """`people` (T,): how many were seen exactly 1, 2, ..., T times."""

    people: NDArray[np.int64]

    @classmethod
    def from_counts(cls, counts: Mapping[int, int]) -> Self:
        """From {times seen: people}."""
        for times, people in counts.items():
            settings.whole("number of times that people were seen", times, least=1)
            settings.whole(f"number of people seen {times} times", people)
            if people > MOST_PEOPLE:
                raise BadInput(
                    f"{people:,} people were seen {times} times: that is beyond what can be counted exactly."
                )
            if times > MOST_TIMES:
                raise BadInput(f"People were seen {times:,} times: are the two columns in the wrong order?")
        if not sum(counts.values()):
            raise BadInput("Nobody was seen: there is nothing to estimate from.")
        last = max(int(times) for times, people in counts.items() if people)
        return cls(np.array([int(counts.get(times, 0)) for times in range(1, last + 1)], dtype=np.int64))

    @classmethod
    def from_csv(cls, path: Path | str) -> Self:
        """From a file of two columns, times seen and people, under any two names."""
        rows = csv_file.rows_of(Path(path))
        if len(rows) < 2:
            raise BadInput(f"{Path(path).name} is empty: a line of names and at least one row are needed.")
        header, counts = rows[0], dict[int, int]()
        if len(header) != 2:
            raise BadInput(f"{Path(path).name} has {len(header)} columns: two are wanted, times seen and people.")
        for number, row in enumerate(rows[1:], start=1):
            times, people = _pair(number, row, header)
            counts[times] = counts.get(times, 0) + people
        return cls.from_counts(counts)

    @property
    def n(self) -> int:
        """People seen at least once."""
        return int(self.people.sum())

    @property
    def mean(self) -> float:
        """Times seen, on average, of those seen."""
        return float(self.people @ np.arange(1, len(self.people) + 1) / self.n)

    @property
    def digest(self) -> str:
        """SHA-256 of the counts."""
        return hashlib.sha256(json.dumps(["repeat counts", self.people.tolist()]).encode()).hexdigest()


def _pair(number: int, row: list[str], header: list[str]) -> tuple[int, int]:
    if len(row) != 2:
        raise BadInput(f"Row {number} has {len(row)} values where the header has 2.")
    for name, cell in zip(header, row, strict=True):
        if not (cell.isascii() and cell.isdigit() and len(cell) < 20):
            raise BadInput(
                f"Row {number}, {name!r}: {cell[:40]!r} is no whole number; times seen and people are wanted."
            )
    return int(row[0]), int(row[1])


def estimate(
    counts: RepeatCounts, *, method: str = "poisson", level: float = 0.95, seed: int | None = None
) -> Estimate:
    """The total with a log-normal interval for the dark figure; nothing is random, `seed` is only recorded."""
    if method not in METHODS:
        raise BadInput(f"The method is one of {', '.join(METHODS)}, not {method!r}.")
    level, seed = settings.level(level), None if seed is None else settings.seed(seed)
    rate, deviation = poisson_rate(counts) if method == "poisson" else zelterman_rate(counts)
    total = counts.n / -np.expm1(-rate)
    missing = total - counts.n
    spread = np.exp(ndtri((1 + level) / 2) * np.sqrt(np.log1p((deviation / missing) ** 2)))
    ratio = poisson_rate(counts)[0] / zelterman_rate(counts)[0] if counts.people[:2].all() else np.nan
    return Estimate(
        total=float(total),
        dark_figure=float(missing),
        observed=counts.n,
        method="repeat_counts",
        input_digest=counts.digest,
        interval=Interval("log-normal", level, float(counts.n + missing / spread), float(counts.n + missing * spread)),
        model={"poisson": "zero-truncated Poisson", "zelterman": "Zelterman"}[method],
        diagnostics={"rate": rate, "standard_error": deviation, "expected": expected(counts, rate)},
        warnings=_warnings(method, float(ratio)),
        settings={"method": method, "level": level},
        seed=seed,
    )


def poisson_rate(counts: RepeatCounts) -> tuple[float, float]:
    """The zero-truncated Poisson rate and the standard error of N."""
    if len(counts.people) == 1:
        raise Refusal(
            "Nobody was seen twice: the number never seen may be any number.",
            "Cover a longer period, or look for missed matches.",
            status="infinite",
        )
    again = float(counts.people @ np.arange(len(counts.people)) / counts.n)
    rate = 2 * again  # in the limit of few seen twice; else solved for
    if again > SELDOM:
        rate = float(brentq(lambda r: r / -np.expm1(-r) - 1 - again, SELDOM, again + 2, xtol=1e-14))
    total = counts.n / -np.expm1(-rate)
    return rate, float(np.sqrt(total / (np.expm1(rate) - rate)))


def zelterman_rate(counts: RepeatCounts) -> tuple[float, float]:
    """Zelterman's rate and the standard error of N."""
    once, twice = np.pad(counts.people, (0, 1))[:2].tolist()
    if not once or not twice:
        seen = "once" if not once else "twice"
        raise Refusal(
            f"Nobody was seen exactly {seen}: Zelterman's rate 2 f2 / f1 does not exist.",
            "Use the zero-truncated Poisson, or cover another period.",
            status="zero" if not once else "infinite",
        )
    rate = 2 * twice / once
    gain = np.exp(-rate) / np.expm1(-rate) ** 2
    variance = counts.n * gain * (1 + counts.n * gain * rate**2 * (1 / once + 1 / twice))
    return rate, float(np.sqrt(variance))


def expected(counts: RepeatCounts, rate: float) -> list[float]:
    """People expected 1, ..., T times at that rate, given that they were seen: set it beside those observed."""
    times = np.arange(1, len(counts.people) + 1)
    chances = np.exp(times * np.log(rate) - rate - gammaln(times + 1.0))
    values: list[float] = (counts.n * chances / -np.expm1(-rate)).tolist()
    return values


def _warnings(method: str, ratio: float) -> tuple[str, ...]:
    if method == "poisson" and ratio > HETEROGENEOUS:
        return (
            "More people were seen often than one rate allows: people differ, and the total is a lower bound. "
            "Set Zelterman's estimate beside it.",
        )
    return ()
