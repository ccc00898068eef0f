"""Bayesian thresholding: published figures, order and seed, cautions, refusals and bad settings."""

import math
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published import table

from darkfigure import BadInput, CaptureHistories, Refusal, methods, thresholding
from darkfigure.hamiltonian import Run

SHORT = Run(chains=4, burn_in=100, sweeps=100)


def _limits(answer: thresholding.Estimate) -> tuple[float, float]:
    assert answer.interval is not None
    return answer.interval.low, answer.interval.high


def test_kosovo() -> None:
    # Silverman, Chan and Vincent 2024, order 2: 13,971 (12,236 to 16,389), by a walk of few effective draws
    answer = thresholding.estimate(table("Kosovo"))
    assert answer.total == pytest.approx(13_971, rel=0.015)
    assert _limits(answer) == pytest.approx((12_236, 16_389), rel=0.02)
    assert answer.model == "A:E, A:O, E:H, E:O, H:O"
    assert answer.diagnostics["converged"]
    assert answer.warnings == ()


def test_five_british_lists_under_flat_priors() -> None:
    # the same paper: 12,188 (10,652 to 13,947). LA:PF lies at the cut: 1.996 in 96,000 draws.
    answer = thresholding.estimate(table("UKdat_5"), variance=math.inf, prior_sensitivity=False)
    assert answer.total == pytest.approx(12_188, rel=0.01)
    assert _limits(answer) == pytest.approx((10_652, 13_947), rel=0.015)
    assert answer.diagnostics["doubtful"] == ["L:P"]
    assert answer.diagnostics["minus_infinity"] == ["L:U"]
    assert answer.diagnostics["total_without_doubtful"] == pytest.approx(11_493, rel=0.01)
    assert any(warning.startswith("L:P cannot be told from the cut") for warning in answer.warnings)


def test_the_prior_is_varied() -> None:
    answer = thresholding.estimate(table("Korea"), run=SHORT)
    tight = thresholding.estimate(table("Korea"), run=SHORT, variance=0.25, prior_sensitivity=False)
    assert answer.diagnostics["prior_sensitivity"]["variance=0.25"] == tight.total
    assert tight.diagnostics["prior_sensitivity"] == {}
    assert any(warning.startswith("The prior matters") for warning in answer.warnings)


@cache
def _western() -> thresholding.Estimate:
    return thresholding.estimate(table("Western"), run=SHORT, prior_sensitivity=False, seed=3)


@settings(max_examples=5, deadline=None)
@given(st.permutations(range(13)), st.permutations("ABCDE"))
def test_order_changes_nothing(rows: list[int], lists: list[str]) -> None:
    known = table("Western")
    cells = [(*known.patterns[row].astype(int).tolist(), int(known.counts[row])) for row in rows]
    turned = CaptureHistories.from_counts(cells, known.lists).permute(lists)
    assert thresholding.estimate(turned, run=SHORT, prior_sensitivity=False, seed=3) == _western()


def test_another_seed_gives_other_bits() -> None:
    first, second = (thresholding.estimate(table("Korea"), run=SHORT, seed=seed).total for seed in (1, 2))
    assert first != second


def test_chains_too_short_are_said_to_be() -> None:
    answer = thresholding.estimate(table("Western"), run=Run(chains=2, burn_in=100, sweeps=100))
    assert not answer.diagnostics["converged"]
    assert any(warning.startswith("Not converged") for warning in answer.warnings)


def test_a_cap_cuts_the_posterior_off() -> None:
    answer = thresholding.estimate(table("Western"), run=SHORT, max_total=2_000, prior_sensitivity=False)
    assert _limits(answer)[1] <= 2_000
    assert answer.diagnostics["share_beyond_max_total"] > 0.5
    assert any("largest total allowed" in warning for warning in answer.warnings)
    with pytest.raises(Refusal, match="largest total allowed, 350"):
        thresholding.estimate(table("Western"), run=SHORT, max_total=350)


def test_progress_is_told_by_name() -> None:
    told: list[str] = []
    methods.estimate(table("Korea"), "thresholding", run=SHORT, progress=lambda done, of, what: told.append(what))
    assert {"all interactions of 2 lists", "the interactions kept"} == set(told)
    methods.estimate(table("Korea"), "loglinear", progress=lambda done, of, what: told.append("none here"))
    assert "none here" not in told


def test_lists_that_nowhere_overlap_are_refused() -> None:
    with pytest.raises(Refusal, match="No two lists share"):
        thresholding.estimate(CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("C",): 6}))


def test_overlaps_from_which_independence_cannot_be_fitted_are_refused() -> None:
    apart = CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("A", "B"): 3, ("C",): 6})
    answer = thresholding.estimate(apart, run=SHORT, prior_sensitivity=False)
    assert answer.status == "finite"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"variance": 0}, "variance"),
        ({"variance": math.nan}, "variance"),
        ({"variance": "wide"}, "variance"),
        ({"cut": -1}, "cut"),
        ({"cut": math.inf}, "cut"),
        ({"order": 1}, "order"),
        ({"order": 4}, "highest order"),
        ({"level": 1.0}, "level"),
        ({"level": math.nan}, "level"),
        ({"seed": -1}, "seed"),
        ({"seed": 0.5}, "seed"),
        ({"max_total": 123}, "no room"),
        ({"max_total": math.inf}, "largest total"),
    ],
)
def test_bad_settings_are_named(wrong: dict[str, Any], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        thresholding.estimate(table("Korea"), **wrong)


def test_two_lists_and_thirteen_are_not_taken() -> None:
    with pytest.raises(BadInput, match="3 to 12 lists, not 2"):
        thresholding.estimate(CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("A", "B"): 6}))
    many = {(chr(65 + place),): 5 for place in range(13)} | {("A", "B"): 2}
    with pytest.raises(BadInput, match="3 to 12 lists, not 13"):
        thresholding.estimate(CaptureHistories.from_mapping(many))
