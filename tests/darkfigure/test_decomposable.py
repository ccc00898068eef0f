"""Averaging over decomposable graphs: published answers, a slow twin, what is refused, how fast it is."""

import math
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published import reference, table
from scipy.special import gammaln, logsumexp

from darkfigure import BadInput, CaptureHistories, Estimate, Refusal, decomposable

# data, pseudo-count, prior, largest number missing -> median, 95 % limits: the dga package, version 2.0.2
KEY = [
    ("Korea", 1 / 8, "1/N", 2_000, 163, 127, 432),
    ("Korea", 1 / 8, "flat", 2_000, 184, 129, 1482),
    ("Kosovo", 1 / 16, "1/N", 40_000, 12_595, 9_827, 16_544),
    ("Kosovo", 1.0, "1/N", 40_000, 4_617, 4_408, 6_860),
    ("Western", 1 / 32, "1/N", 40_000, 2_133, 1_343, 3_879),
    ("Western", 0.5, "1/N", 40_000, 353, 346, 418),
    ("NewOrl_5", 1 / 32, "flat", 20_000, 960, 549, 2_133),
    ("UKdat_5", 1 / 32, "1/N", 100_000, 22_990, 10_387, 33_510),
    ("Ned_5", 1 / 32, "flat", 300_000, 152_413, 43_185, 233_263),
]


@cache
def _answer(name: str, delta: float, prior: str, most: int) -> Estimate:
    """As the package is asked: by the largest number missing."""
    known = table(name)
    return decomposable.estimate(known, delta=delta, prior=prior, max_total=known.n + most)


def _limits(answer: Estimate) -> tuple[float, float]:
    assert answer.interval is not None
    return answer.interval.low, answer.interval.high


@pytest.mark.parametrize(("name", "delta", "prior", "most", "median", "low", "high"), KEY)
def test_published_answers(name: str, delta: float, prior: str, most: int, median: int, low: int, high: int) -> None:
    answer = _answer(name, delta, prior, most)
    assert answer.total == pytest.approx(median, rel=1e-3)
    assert _limits(answer) == pytest.approx((low, high), rel=1e-3)


def test_every_recorded_result() -> None:
    for record in [r for r in reference()["records"] if r["package"] == "dga"]:
        settings = dict(part.split("=") for part in record["settings"].split() if "=" in part and part[0] != "(")
        most = int(settings["Nmissing"].split(":")[1])
        answer = _answer(record["dataset"], float(settings["delta"]), settings["prior"], most)
        quantiles = answer.diagnostics["posterior_quantiles"]  # 0.005, 0.01, ..., 0.995
        assert answer.total == pytest.approx(record["estimate"], rel=1e-3)
        assert _limits(answer) == pytest.approx(record["ci95"], rel=1e-3)
        assert [quantiles[19], quantiles[179]] == pytest.approx(record["ci80"], rel=1e-3)
        assert answer.diagnostics["mean"] == pytest.approx(record["mean"], rel=1e-6)
        weights = [weight for _, weight in answer.models[:2]]
        assert weights == pytest.approx([m["prob"] for m in record["top_models"][:2]], rel=1e-4)


def _slow_log_posterior(known: CaptureHistories, edges: set[frozenset[int]], missing: int, delta: float) -> float:
    """One graph of three lists, one n0, people counted cell by cell: cliques and separators written out."""
    cells = {tuple(row): int(count) for row, count in zip(known.patterns.tolist(), known.counts, strict=True)}
    cells[(False,) * 3] = missing

    def term(members: tuple[int, ...]) -> float:
        margin: dict[tuple[bool, ...], int] = {}
        for row, count in cells.items():
            key = tuple(row[i] for i in members)
            margin[key] = margin.get(key, 0) + count
        share = delta * 2 ** (3 - len(members))
        values = [margin.get(k, 0) for k in np.ndindex(*(2,) * len(members))]
        total = math.lgamma(8 * delta) - math.lgamma(known.n + missing + 8 * delta)
        return total + sum(math.lgamma(v + share) - math.lgamma(share) for v in values)

    if len(edges) == 3:
        likelihood = term((0, 1, 2))
    elif len(edges) == 2:
        (middle,) = frozenset.intersection(*edges)
        likelihood = sum(term(tuple(sorted(edge))) for edge in edges) - term((middle,))
    else:
        alone = set(range(3)) - set().union(*edges)
        likelihood = sum(term(tuple(sorted(edge))) for edge in edges) + sum(term((i,)) for i in alone)
    total = known.n + missing
    return float(likelihood + gammaln(total + 1) - gammaln(missing + 1) - math.log(total))


def test_the_slow_twin_agrees() -> None:
    known, most, delta = table("Korea"), 400, 0.25
    pairs = [frozenset(pair) for pair in combinations(range(3), 2)]
    graphs = [set(chosen) for size in range(4) for chosen in combinations(pairs, size)]
    joint = np.array([[_slow_log_posterior(known, g, n0, delta) for n0 in range(1, most + 1)] for g in graphs])
    probability = np.exp(joint - logsumexp(joint))
    answer = decomposable.estimate(known, delta=delta, max_total=known.n + most)
    cumulative = probability.sum(axis=0).cumsum()
    assert answer.dark_figure == 1 + int(np.searchsorted(cumulative, 0.5))
    weights = sorted(probability.sum(axis=1), reverse=True)[: len(answer.models)]
    assert [w for _, w in answer.models] == pytest.approx(weights, rel=1e-4)
    inclusion = sum(p for g, p in zip(graphs, probability.sum(axis=1), strict=True) if frozenset((0, 1)) in g)
    assert answer.diagnostics["edge_probabilities"]["b:c"] == pytest.approx(inclusion, rel=1e-4)


@cache
def _western() -> Estimate:
    return decomposable.estimate(table("Western"))


@settings(max_examples=3, deadline=None)
@given(st.permutations(range(13)), st.permutations("ABCDE"))
def test_order_changes_nothing(rows: list[int], lists: list[str]) -> None:
    known = table("Western")
    cells = [(*known.patterns[row].astype(int).tolist(), int(known.counts[row])) for row in rows]
    assert decomposable.estimate(CaptureHistories.from_counts(cells, known.lists).permute(lists)) == _western()


def test_it_says_when_not_to_believe_it() -> None:
    two_stories = decomposable.estimate(table("UKdat_5"))
    assert len(two_stories.diagnostics["peaks"]) == 2
    assert any("2 peaks" in warning for warning in two_stories.warnings)
    assert any("pseudo-people" in warning for warning in decomposable.estimate(table("Western")).warnings)
    capped = decomposable.estimate(table("Western"), max_total=2_000)
    assert any("largest total allowed" in warning for warning in capped.warnings)


def test_the_grid_grows_until_nothing_lies_at_its_edge() -> None:
    answer = decomposable.estimate(table("Korea"))
    assert answer.diagnostics["edge_mass"] < 1e-4
    assert not any("largest total allowed" in warning for warning in answer.warnings)


def test_a_tail_without_end_is_said_to_be_one() -> None:
    answer = decomposable.estimate(table("Korea"), prior="flat")
    assert any("largest total allowed" in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"delta": 0.0}, "delta"),
        ({"delta": np.nan}, "delta"),
        ({"delta": np.inf}, "delta"),
        ({"delta": "small"}, "delta"),
        ({"prior": "Jeffreys"}, "one of"),
        ({"max_total": 100}, "no room"),
        ({"max_total": 124}, "no room"),
        ({"max_total": 1e99}, "largest total"),
        ({"max_total": np.nan}, "largest total"),
        ({"level": 0.0}, "level"),
        ({"level": np.nan}, "level"),
        ({"seed": -1}, "seed"),
    ],
)
def test_bad_settings_are_named(wrong: dict[str, Any], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        decomposable.estimate(table("Korea"), **wrong)


def test_tables_that_say_nothing_are_refused() -> None:
    with pytest.raises(Refusal, match="No two lists share"):
        decomposable.estimate(CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("C",): 6}))


def test_two_lists_are_too_few() -> None:
    with pytest.raises(BadInput, match="3 to 7 lists, not 2"):
        decomposable.estimate(CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("A", "B"): 6}))


def test_six_lists() -> None:
    answer = decomposable.estimate(table("UKdat"))
    assert answer.model == "average over 18154 decomposable graphs"
    assert answer.total == pytest.approx(12_315, rel=1e-3)
