"""Chao's lower bounds: the fewest people unseen when some are seen less easily than others.

From f1 people seen by exactly one of t lists and f2 by exactly two, m0 >= (t - 1)/t f1^2 / (2 f2) (Chao 1987,
Biometrics 43; 1989 for finite t). Assumption: lists alike in how many they see; people may differ. The bound for
lists of unequal rates is a log-linear model in which only those f1 + f2 histories speak of the unseen (Rivest and
Baillargeon 2007). Dependence between lists of one kind breaks all of them.
"""

import numpy as np
from numpy.typing import NDArray

from darkfigure import answer, closed_form
from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import Estimate
from darkfigure.heterogeneity import Extended, columns
from darkfigure.histories import CaptureHistories
from darkfigure.identify import FINITE, INFINITE
from darkfigure.intervals import lognormal
from darkfigure.lattice import Floats, main_effects
from darkfigure.loglinear import extended_estimate
from darkfigure.outcomes import Outcomes
from darkfigure.soundness import require_information

KINDS = ("plain", "bias-corrected", "unequal rates")


def estimate(
    histories: CaptureHistories,
    *,
    kind: str = "bias-corrected",
    interval: str | None = None,
    level: float = 0.95,
    replicates: int = 1000,
    seed: int = 0,
) -> Estimate:
    """A lower bound for the total, `kind` "plain", "bias-corrected" or "unequal rates".

    `interval` is "lognormal" for the first two and "profile" for the third unless "percentile", "bca" (or "wald" for
    the third) is asked for.

    >>> from darkfigure import examples
    >>> round(estimate(examples.load("Kosovo"), kind="unequal rates").total)  # as Rcapture 1.4.4 has it
    8591
    """
    if kind not in KINDS:
        raise BadInput(f"There is no bound {kind!r}: {', '.join(KINDS)}.")
    histories = histories.by_name()
    if kind == "unequal rates":
        lists = len(histories.lists)
        extended = Extended(main_effects(lists), columns("lower bound", lists), bounded=True)
        settings = {"kind": kind, "heterogeneity": "lower bound"}
        chosen = answer.Chosen("chao", extended.choose, settings, selects=False)
        return extended_estimate(
            histories, extended, chosen, answer.Wanted(interval or "profile", level, replicates, seed)
        )
    return _by_frequencies(histories, kind, interval or "lognormal", level, replicates, seed)


def bound(tables: Floats, *, corrected: bool) -> Outcomes:
    """The plain or bias-corrected bound on many tables, (2**k, B), at once."""
    once, twice, lists = _frequencies(tables)
    with np.errstate(divide="ignore", invalid="ignore"):
        plain = once**2 / (2.0 * twice)
    dark = (lists - 1) / lists * (once * (once - 1.0) / (2.0 * (twice + 1.0)) if corrected else plain)
    endless = np.zeros(len(once), dtype=bool) if corrected else twice == 0
    return Outcomes(
        tables.sum(axis=0), np.where(endless, 0.0, dark), np.where(endless, INFINITE, FINITE).astype(np.int8)
    )


def variance(once: float, twice: float, lists: int, *, corrected: bool) -> float:
    """Of the estimated total (Chao 1987, equation 11, with the factor of finite t)."""
    share = (lists - 1) / lists
    if not corrected:
        ratio = once / twice
        return twice * (share / 2.0 * ratio**2 + share**2 * ratio**3 + share**2 / 4.0 * ratio**4)
    above = twice + 1.0
    first = share * once * (once - 1.0) / (2.0 * above) + share**2 * once * (2.0 * once - 1.0) ** 2 / (4.0 * above**2)
    return first + share**2 * once**2 * twice * (once - 1.0) ** 2 / (4.0 * above**4)


def _by_frequencies(
    histories: CaptureHistories, kind: str, interval: str, level: float, replicates: int, seed: int
) -> Estimate:
    require_information(histories)
    corrected = kind == "bias-corrected"
    table = answer.one_table(histories)
    found = bound(table, corrected=corrected)
    ones, twos, lists = _frequencies(table)
    once, twice = float(ones[0]), float(twos[0])
    if found.status[0] != FINITE:
        raise Refusal(
            "Nobody is on exactly two lists: the plain bound divides by them.",
            "Use the bias-corrected bound.",
            status="infinite",
        )
    chosen = answer.Chosen("chao", lambda tables: bound(tables, corrected=corrected), {"kind": kind}, selects=False)
    return closed_form.estimate(
        histories,
        chosen,
        (interval, level, replicates, seed),
        found.dark_figure[0],
        lambda: lognormal(histories.n, found.dark_figure[0], variance(once, twice, lists, corrected=corrected), level),
        diagnostics={"seen_once": once, "seen_twice": twice},
    )


def _frequencies(tables: Floats) -> tuple[NDArray[np.float64], NDArray[np.float64], int]:
    sizes = np.array([code.bit_count() for code in range(len(tables))])
    return tables[sizes == 1].sum(axis=0), tables[sizes == 2].sum(axis=0), len(tables).bit_length() - 1
