"""What each level weighs, learnt: Splink's expectation maximisation first, then a calibration on labelled pairs.

Fellegi and Sunter add up what single facts say as if they were independent. They are not: those who share a postcode
are families, those who share a phone one controller's victims, and nationality says little beside a name. The
calibration is a logistic regression over the same levels, held near Splink's weights (a quadratic penalty), on pairs
whose two mentions both belong to the tuning part; pairs of different people count twice, as half of those that a
mention of that part has are with the other part. Its weights are written back as m and u, for Splink to score with.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

from pentameter.entities.linkage.batch.scoring import linker
from pentameter.entities.linkage.comparisons import COMPARISONS, NAME
from pentameter.entities.linkage.model import REFERENCE, Chances

RULES = (
    "l.phone = r.phone and l.phone <> '' and l.phone_names <= 2",
    "l.document = r.document and l.document <> ''",
    "l.birth_year = r.birth_year and l.birth_day = r.birth_day and l.birth_day > 0 and l.head = r.head",
)
"""Pairs within which Splink learns m, most of them of one person: each leaves out what it blocks on."""
PAIRS_FOR_U = 2_000_000
RAREST, LEAST_U = 0.003, 1e-8
"""m below which a fault is not believed to be that rare: other files are worse than the one that was learnt from."""
COMMON_NAME = -15.0
"""The logarithm of the commonness at which the weight of a name's level is written down."""
HELD = 10.0
"""How strongly the calibration is held near Splink's weights."""

LEVELS = [(comparison.name, level.name, level.by_name) for comparison in COMPARISONS for level in comparison.levels]
_BY_NAME = np.array([False, *(level.by_name for level in NAME.levels)])
Weights = NDArray[np.float64]
Learnt = dict[tuple[str, str], Chances]
"""By comparison and level."""


@dataclass(frozen=True)
class Sample:
    """Labelled pairs of the tuning part: their levels, how common the names are, and whether they are one person."""

    levels: dict[str, NDArray[np.int8]]
    commonness: NDArray[np.float64]
    same: NDArray[np.bool_]
    mentions: int


def expect(connection: duckdb.DuckDBPyConnection, mentions: int, seed: int = 1) -> Learnt:
    """m and u of every level as Splink learns them without labels from the table `mention`."""
    model = linker(connection, None, mentions)
    model.training.estimate_u_using_random_sampling(max_pairs=PAIRS_FOR_U, seed=seed)
    for rule in RULES:
        model.training.estimate_parameters_using_expectation_maximisation(rule)
    return {
        (comparison.output_column_name, level.label_for_charts): Chances(
            max(_number(level.m_probability), RAREST), max(_number(level.u_probability), LEAST_U)
        )
        for comparison in model._settings_obj.comparisons
        for level in comparison.comparison_levels
        if not level.is_null_level
    }


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def calibrate(
    samples: Sequence[Sample], start: dict[tuple[str, str], Chances]
) -> tuple[float, dict[tuple[str, str], Chances]]:
    """The prior at `REFERENCE` mentions, and m and u of every level, so that weights are log odds of the samples."""
    begin = np.array([-12.0, *(_weight(start[name, level], by_name) for name, level, by_name in LEVELS)])
    found = _fit(samples, begin)
    chances = {
        (name, level): _chances(start[name, level], weight, by_name)
        for (name, level, by_name), weight in zip(LEVELS, found[1:], strict=True)
    }
    odds = 2 ** float(found[0])
    return odds / (1 + odds), chances


def _weight(chances: Chances, by_name: bool) -> float:
    return float(np.log2(chances.m) - (COMMON_NAME if by_name else np.log2(chances.u)))


def _chances(before: Chances, weight: float, by_name: bool) -> Chances:
    """What keeps u of a name's level, whose weight is m over the commonness, and as far as it can m of all others."""
    if by_name:
        return Chances(float(2 ** (weight + COMMON_NAME)), before.u)
    u = min(float(before.m / 2**weight), 1.0)
    return Chances(float(u * 2**weight), u)


def _fit(samples: Sequence[Sample], begin: Weights) -> Weights:
    design = vstack([_design(one) for one in samples]).tocsr()
    given = np.concatenate([_given(one) for one in samples])
    same = np.concatenate([one.same for one in samples]).astype(float)
    counts = np.where(same > 0, 1.0, 2.0)
    held = np.full(len(begin), HELD)
    held[0] = 0.0
    bit = np.log(2)

    def loss(weights: Weights) -> tuple[float, Weights]:
        odds, away = (design @ weights + given) * bit, weights - begin
        value = (counts * (np.logaddexp(0, odds) - same * odds)).sum() + (held * away * away).sum()
        slope = bit * (design.T @ (counts * (1 / (1 + np.exp(-odds)) - same))) + 2 * held * away
        return float(value), slope

    return np.asarray(minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x)


def _design(sample: Sample) -> csr_matrix:
    """A row a pair: 1 for the prior and for the level of each comparison."""
    columns = [np.ones(len(sample.same))]
    for comparison in COMPARISONS:
        level = sample.levels[comparison.name]
        columns += [(level == at).astype(float) for at in range(1, len(comparison.levels) + 1)]
    return csr_matrix(np.column_stack(columns))


def _given(sample: Sample) -> Weights:
    """What is not learnt: the commonness of the name, and the size of the file."""
    by_name = _BY_NAME[sample.levels[NAME.name]]
    size = np.log2(REFERENCE / sample.mentions)
    return np.asarray(size + np.where(by_name, COMMON_NAME - np.log2(sample.commonness), 0.0))
