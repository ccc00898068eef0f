"""What speaks against an estimate, as codes that a program can read and sentences that a person can.

They are read off the figures that every method leaves in its diagnostics, so that any estimate can be asked, also one
that was stored. Those that `forbid` leave no ground to believe the estimate or its limits; the others call for care.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from darkfigure.estimate import Estimate, whole

CODES = (
    "no estimate",
    "no limit",
    "lost replicates",
    "limit at the extremes",
    "depends on the seed",
    "several modes",
    "outside its replicates",
    "rivals disagree",
    "empty overlap",
    "not converged",
    "at the cap",
    "prior matters",
    "other priors",
    "fails its test",
    "still moves",
)
LOST, WOBBLE, RIVALS, CAP, PRIOR, CLOSE_BIC = 0.025, 0.2, 1.5, 0.025, 1.5, 2.0
"""Shares and ratios at which a caution is given: replicates without an estimate; the limit's movement by seed against
its dark figure; dark figures of rival models; mass at the cap; dark figures with half and double the prior; BIC."""


ENOUGH = 100_000
"""Replicates that can reasonably be asked for."""
PINNED = 1.25
"""Totals within this ratio are the same for any use, however the few unseen differ."""


def apart(totals: Iterable[float], observed: int, ratio: float) -> bool:
    """Whether totals tell different stories: more than PINNED apart, and their dark figures more than `ratio`."""
    low, *_, high = sorted([*totals])
    return high > PINNED * low and high - observed > ratio * max(low - observed, 1.0)


@dataclass(frozen=True)
class Caution:
    """A reason for care. `code` is one of CODES; `forbids`: the estimate may not be believed on this ground alone."""

    code: str
    sentence: str
    forbids: bool = False

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {"code": self.code, "sentence": self.sentence, "forbids": self.forbids}


def of(estimate: Estimate) -> tuple[Caution, ...]:
    """All that speaks against an estimate.

    >>> from darkfigure import CaptureHistories, stepwise
    >>> known = {"A": 52, "B": 90, "C": 114, "D": 45, "E": 21, "AC": 4, "AD": 2, "AE": 5, "BC": 6, "BD": 1, "DE": 3,
    ...     "ACE": 1, "BCD": 1}
    >>> western = CaptureHistories.from_mapping({tuple(lists): count for lists, count in known.items()})
    >>> [caution.code for caution in of(stepwise.estimate(western))]
    ['limit at the extremes']
    """
    return (*_limits(estimate), *_bootstrap(estimate), *_models(estimate), *_sampling(estimate), *_prior(estimate))


def _limits(estimate: Estimate) -> Iterator[Caution]:
    if estimate.status != "finite":
        yield Caution("no estimate", f"The dark figure is {estimate.status}.", True)
    if estimate.interval is not None and not math.isfinite(estimate.interval.high):
        yield Caution("no limit", "Its interval has no upper limit.", True)


def _bootstrap(estimate: Estimate) -> Iterator[Caution]:
    figures = estimate.diagnostics.get("bootstrap")
    if not figures or estimate.interval is None:
        return
    many = figures["replicates"]
    lost = many - figures["statuses"]["finite"]
    if lost:
        said = f"{lost} of {many:,} bootstrap replicates have no finite estimate."
        yield Caution("lost replicates", said, lost > LOST * many)
    rarest = min(min(one, 1.0 - one) for one in figures["probabilities"])
    if estimate.interval.kind == "bca" and rarest < 1.0 / many:
        yield Caution("limit at the extremes", _extreme(rarest, many), True)
    elif _wobble(estimate, figures["another_seed"]) > WOBBLE:
        yield Caution("depends on the seed", "Another seed would move a limit noticeably: take more replicates.")
    if figures.get("z0", 0.0) is None:
        yield Caution("outside its replicates", "The estimate lies outside all its bootstrap replicates.", True)
    if len(figures["modes"]) > 1:
        places = " and ".join(whole(place) for place in figures["modes"])
        yield Caution("several modes", f"The bootstrap distribution has several peaks, near {places}.")


def _extreme(rarest: float, many: int) -> str:
    """A limit is asked for where the replicates end."""
    said = f"A BCa limit asks for one replicate in {1.0 / max(rarest, 1e-12):,.0f}: it is the most extreme of {many:,}."
    enough = 10.0 / max(rarest, 1e-12)
    return f"{said} Take {enough:,.0f}." if enough <= ENOUGH else said


def _wobble(estimate: Estimate, nearby: list[list[float | None]]) -> float:
    """How far the limits move by the seed, as a share of their dark figures."""
    limits = (estimate.interval.low, estimate.interval.high) if estimate.interval else ()
    moved = [
        (high - low) / max(limit - estimate.observed, 1.0)
        for (low, high), limit in zip(nearby, limits, strict=True)
        if low is not None and high is not None
    ]
    return max(moved, default=0.0)


def _models(estimate: Estimate) -> Iterator[Caution]:
    best = estimate.diagnostics.get("best", [])
    score = next((name for name in ("bic", "aic") if best and name in best[0]), "")
    close = [row["total"] for row in best if score and row[score] < best[0][score] + CLOSE_BIC]
    if close and apart([min(close), max(close)], estimate.observed, RIVALS):
        low, high = whole(min(close)), whole(max(close))
        yield Caution("rivals disagree", f"{len(close)} models fit about as well; totals run from {low} to {high}.")
    without = estimate.diagnostics.get("total_without_doubtful")
    if without and apart([without, estimate.total], estimate.observed, RIVALS):
        doubtful = " and ".join(estimate.diagnostics["doubtful"])
        yield Caution("rivals disagree", f"Without {doubtful}, which is hardly decided, the total is {whole(without)}.")
    empty = [*estimate.diagnostics.get("zero_overlaps", {}), *estimate.diagnostics.get("minus_infinity", [])]
    if empty:
        named = ", ".join(pair.replace(":", " and ") for pair in empty)
        yield Caution("empty overlap", f"Its model rests on nobody being on both of {named}.")


def _sampling(estimate: Estimate) -> Iterator[Caution]:
    figures = estimate.diagnostics
    if figures.get("converged") is False:
        medians = [median for median in figures.get("chain_medians", []) if median is not None]
        apart = f": the chains' medians run from {whole(min(medians))} to {whole(max(medians))}" if medians else ""
        yield Caution("not converged", f"The sampler has not converged{apart}.", True)
    share = max(figures.get(name) or 0.0 for name in ("share_at_cap", "share_beyond_max_total", "edge_mass"))
    if share > 1e-3:
        yield Caution("at the cap", "The posterior reaches the largest total that was allowed.", share > CAP)
    if len(peaks := figures.get("peaks", [])) > 1:
        yield Caution("several modes", f"The posterior has peaks near {' and '.join(whole(peak) for peak in peaks)}.")


def _prior(estimate: Estimate) -> Iterator[Caution]:
    """Half and double the prior weight should change little; far-off priors are mentioned only."""
    others = {name: total for name, total in estimate.diagnostics.get("prior_sensitivity", {}).items() if total}
    delta = estimate.settings.get("delta")
    names = (f"delta={delta / 2:g}", f"delta={delta * 2:g}") if delta else tuple(others)
    near = [estimate.total, *(others[name] for name in names if name in others)]
    reach = [estimate.total, *others.values()]
    if apart([min(near), max(near)], estimate.observed, PRIOR):
        said = f"With other prior weights nearby the total runs from {whole(min(near))} to {whole(max(near))}."
        yield Caution("prior matters", said, True)
    elif apart([min(reach), max(reach)], estimate.observed, PRIOR):
        name = max(others, key=lambda one: abs(others[one] - estimate.total))
        yield Caution("other priors", f"Under another prior ({name}) the total is {whole(others[name])}.")
