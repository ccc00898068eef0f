"""Many capture tables from uncertain record linkage, one estimate: linkage averaging (Sadinle 2018).

When a record linkage is uncertain it gives not one table but T of them, each as likely as any other: draws from the
posterior of who is who. The answer is the average of the tables' answers as distributions,

    F(N) = 1/T sum_t F_t(N),

with F_t the posterior of N given table t where the method has one (Sadinle 2018, Annals of Applied Statistics 12,
1013), and otherwise the confidence distribution that the estimate and its limits define: log(N - n_t) is
normal about the log dark figure on each side, with the spread that puts the limits where they are. N is the median of
F and the limits are its quantiles; each table's own number observed, n_t, stays with it. By the law of total variance

    var(log m0) = 1/T sum_t s_t^2  +  1/T sum_t (d_t - mean d)^2,

d_t and s_t^2 the mean and variance of log m0 under F_t: what the lists leave open, and what the linking does.
Rubin's factor 1 + 1/T is not applied: the tables are draws of the linkage itself, of which F is the average, and not
imputations from which a mean is estimated. How far T tables rather than infinitely many may have moved the answer is
given beside it, sqrt(between / T).

Assumption: the tables are independent draws from a linkage that does not itself depend on how many people there are,
and the method's own assumption holds for a table that is linked without error.
"""

import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from darkfigure import methods
from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import Estimate, Interval
from darkfigure.histories import CaptureHistories
from darkfigure.methods import Progress
from darkfigure.pooling import Mixture, Part, Refused, TwoSided, part_of
from darkfigure.settings import level as checked_level
from darkfigure.settings import seed as checked_seed

FEW = 20
"""Fewer tables than this say little of how much the linking matters."""


def pool(
    tables: Iterable[CaptureHistories],
    *,
    method: str = "stepwise",
    level: float = 0.95,
    seed: int = 0,
    progress: Progress | None = None,
    **settings: Any,
) -> Estimate:
    """One estimate from tables that are equally likely; `settings` are those of the method.

    A table that the method refuses stays in: an infinite dark figure counts as larger than any, one that is not
    identified widens both ends. `diagnostics["share_from_linking"]` is the part of the variance of the log dark figure
    that comes from linking; `refused` and `refusals` tell how many tables gave no number and why.

    >>> from darkfigure import simulate
    >>> worlds = [simulate.linkage_error(5_000, missed=e, false=0.0, seed=1) for e in (0.02, 0.05, 0.08)]
    >>> answer = pool((world.histories for world in worlds), interval="wald")
    >>> answer.diagnostics["tables"], answer.diagnostics["share_from_linking"] > 0.5
    (3, True)
    """
    drawn = _checked(tables)
    level, seed = checked_level(level), checked_seed(seed)
    answered = _Answers(len(drawn), _digest(drawn))
    for place, table in enumerate(drawn):
        try:
            answered.take(methods.estimate(table, method, level=level, seed=seed, **settings))
        except Refusal as refusal:
            answered.refuse(table, refusal)
        if progress is not None:
            progress(place + 1, len(drawn), f"{method}, table by table")
    return answered.pooled(level, seed)


def _checked(tables: Iterable[CaptureHistories]) -> list[CaptureHistories]:
    if isinstance(tables, CaptureHistories):
        raise BadInput("Several tables are wanted, one for each draw of the linkage.")
    drawn = list(tables)
    if not drawn:
        raise BadInput("No tables were given to pool.")
    for place, table in enumerate(drawn, start=1):
        if sorted(table.lists) != sorted(drawn[0].lists):
            raise BadInput(
                f"Table {place} has the lists {', '.join(table.lists)}, the first {', '.join(drawn[0].lists)}: "
                "all tables to be pooled have the same."
            )
    return sorted(drawn, key=lambda table: table.digest)


@dataclass
class _Answers:
    """What the method said of the tables so far, refusals included."""

    tables: int
    digest: str
    estimates: list[Estimate] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    refusals: Counter[str] = field(default_factory=Counter)

    def take(self, estimate: Estimate) -> None:
        """An answer."""
        self.estimates.append(estimate)
        self.parts.append(part_of(estimate))

    def refuse(self, table: CaptureHistories, refusal: Refusal) -> None:
        """None."""
        self.refusals[refusal.sentence] += 1
        self.parts.append(Refused(table.n, refusal.status))

    def pooled(self, level: float, seed: int) -> Estimate:
        """The average of all."""
        mixture = Mixture(tuple(self.parts))
        total = mixture.quantile(0.5, upper=True)
        self._require(total)
        low, high = mixture.quantile(0.5 - level / 2, upper=False), mixture.quantile(0.5 + level / 2, upper=True)
        first, observed = self.estimates[0], round(mixture.observed)
        kind = f"{first.interval.kind}, pooled" if first.interval else "pooled"
        models = Counter(one.model for one in self.estimates)
        most = sorted(models, key=lambda name: (-models[name], name))[:10]
        return Estimate(
            total=total,
            dark_figure=total - observed,
            observed=observed,
            method=first.method,
            input_digest=self.digest,
            interval=Interval(kind, level, low, high),
            model=most[0],
            models=tuple((name, models[name] / len(self.estimates)) for name in most),
            diagnostics=self._diagnostics(mixture),
            warnings=tuple(self._warnings()),
            settings=dict(first.settings) | {"tables": self.tables},
            seed=seed,
        )

    def _require(self, total: float) -> None:
        if 2 * self.refusals.total() < self.tables and math.isfinite(total):
            return
        reason, many = self.refusals.most_common(1)[0]
        raise Refusal(
            f"{self.refusals.total()} of the {self.tables} tables have no finite estimate, {many} for this reason: "
            f"{reason}",
            "Look again at the linkage, or merge lists before linking.",
        )

    def _diagnostics(self, mixture: Mixture) -> dict[str, Any]:
        people = sorted(part.observed for part in self.parts)
        return {
            "tables": self.tables,
            "refused": self.refusals.total(),
            "refusals": dict(sorted(self.refusals.items())),
            "share_from_linking": mixture.share_from_linking,
            "variance_within": mixture.within,
            "variance_between": mixture.between,
            "monte_carlo_error_log": math.sqrt(mixture.between / len(self.estimates)),
            "observed_from_to": [people[0], people[-1]],
            "totals": sorted(one.total for one in self.estimates),
        }

    def _warnings(self) -> Iterator[str]:
        if self.refusals:
            (reason, many), refused = self.refusals.most_common(1)[0], self.refusals.total()
            yield (
                f"{refused} of the {self.tables} tables have no finite estimate ({many} of them: {reason}) "
                "They count in the limits, and not in the share from linking."
            )
        if self.tables < FEW:
            yield f"{self.tables} tables say little of how much the linking matters: draw at least {FEW}."
        sides = [part for part in self.parts if isinstance(part, TwoSided)]
        if endless := sum(not math.isfinite(part.above) for part in sides):
            yield f"{endless} of the {self.tables} tables give no upper limit."
        if bare := sum(part.below == part.above == 0.0 for part in sides):
            yield f"{bare} of the {self.tables} tables give no limits: only the linking moves their totals."
        yield from self._own()

    def _own(self) -> Iterator[str]:
        """The warnings of the tables' answers: how many have any, and the commonest."""
        said = Counter(warning for one in self.estimates for warning in one.warnings)
        warned = sum(bool(one.warnings) for one in self.estimates)
        if warned:
            commonest = min(said, key=lambda warning: (-said[warning], warning))
            yield f"{warned} of the {self.tables} tables' own answers come with cautions, such as: {commonest}"


def _digest(drawn: list[CaptureHistories]) -> str:
    return hashlib.sha256(json.dumps([table.digest for table in drawn]).encode()).hexdigest()
