"""Worlds: their equations, cell by cell, and their seeds."""

import json
from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest
from scipy.stats import chi2

from darkfigure import examples, simulate, stepwise
from darkfigure.errors import BadInput, Refusal
from darkfigure.histories import CaptureHistories
from darkfigure.simulate.scenarios import _dependences, _fitted_to_margins
from darkfigure.simulate.world import World, independent_cells

RATES = [0.1, 0.25, 0.4]
PEOPLE = 200_000


def _slowly(rates: list[float]) -> dict[tuple[int, ...], float]:
    """P(w) by the definition."""
    return {
        w: float(np.prod([p if on else 1 - p for p, on in zip(rates, w, strict=True)]))
        for w in product((0, 1), repeat=len(rates))
    }


def _fits(world: World, chances: dict[tuple[int, ...], float]) -> None:
    """Pearson's chi-squared over all cells, the unseen one too: a sound draw passes 99.9 times in a hundred."""
    seen = {
        tuple(pattern): count
        for pattern, count in zip(world.histories.patterns.astype(int).tolist(), world.histories.counts, strict=True)
    }
    seen[(0,) * len(world.histories.lists)] = world.dark_figure
    assert sum(chances.values()) == pytest.approx(1.0)
    away = sum((seen.get(w, 0) - PEOPLE * p) ** 2 / (PEOPLE * p) for w, p in chances.items() if p > 0)
    assert away < chi2.ppf(0.999, len(chances) - 1)
    assert all(chances[w] > 0 for w in seen)


def test_cells_by_bit_mask() -> None:
    slow = _slowly(RATES)
    for code, chance in enumerate(independent_cells(np.array(RATES))):
        assert chance == pytest.approx(slow[tuple(code >> place & 1 for place in range(3))])


def test_independence() -> None:
    _fits(simulate.independence(PEOPLE, lists=3, rates=RATES, seed=4), _slowly(RATES))


def test_pairwise_keeps_rates_and_odds_ratios() -> None:
    odds = {"A:B": 5.0, "C:B": 0.2}
    cells = _fitted_to_margins(_dependences(odds, ("A", "B", "C")), np.array(RATES))
    by = cells.reshape(2, 2, 2)  # C, B, A
    assert [by[:, :, 1].sum(), by[:, 1].sum(), by[1].sum()] == pytest.approx(RATES, abs=1e-9)
    for c in (0, 1):
        assert by[c, 1, 1] * by[c, 0, 0] / (by[c, 1, 0] * by[c, 0, 1]) == pytest.approx(5.0)
    for a in (0, 1):
        assert by[1, 1, a] * by[0, 0, a] / (by[1, 0, a] * by[0, 1, a]) == pytest.approx(0.2)
    for b in (0, 1):
        assert by[1, b, 1] * by[0, b, 0] / (by[1, b, 0] * by[0, b, 1]) == pytest.approx(1.0)
    chances = {tuple(code >> place & 1 for place in range(3)): float(cells[code]) for code in range(8)}
    _fits(simulate.pairwise(PEOPLE, lists=3, rates=RATES, odds_ratios=odds, seed=4), chances)


def test_latent_class() -> None:
    easy, hard = _slowly([2 * rate for rate in RATES]), _slowly([0.5 * rate for rate in RATES])
    mixed = {w: 0.3 * easy[w] + 0.7 * hard[w] for w in easy}
    world = simulate.latent_class(PEOPLE, lists=3, rates=RATES, classes=[(0.3, 2.0), (0.7, 0.5)], seed=4)
    _fits(world, mixed)


def test_a_covariate_is_in_the_strata() -> None:
    world = simulate.covariate(PEOPLE, lists=3, rates=RATES, groups={"f": (0.25, 1.0), "m": (0.75, -0.5)}, seed=4)

    def shifted(b: float) -> dict[tuple[int, ...], float]:
        return _slowly([1 / (1 + np.exp(-(np.log(p / (1 - p)) + b))) for p in RATES])

    women, men = shifted(1.0), shifted(-0.5)
    _fits(world, {w: 0.25 * women[w] + 0.75 * men[w] for w in women})
    parts = world.histories.strata
    assert list(parts) == ["f", "m"]
    assert np.array_equal(parts["f"].cells() + parts["m"].cells(), world.histories.cells())
    total = sum(
        stepwise.estimate(part, threshold=0.0, interval="none").total for part in world.histories.strata.values()
    )
    assert total == pytest.approx(PEOPLE, rel=0.02), "within the strata the lists are independent"
    assert stepwise.estimate(world.histories, threshold=0.0, interval="none").total < 0.95 * PEOPLE


def test_merged_lists() -> None:
    slow = _slowly(RATES)
    for c in (0, 1):
        slow[1, 1, c] += 0.3 * slow[1, 0, c]
        slow[1, 0, c] *= 0.7
    _fits(simulate.merged_lists(PEOPLE, lists=3, rates=RATES, copied=0.3, seed=4), slow)
    whole = simulate.merged_lists(PEOPLE, lists=3, rates=RATES, copied=1.0, seed=4).histories
    assert whole.overlaps[0, 1] == whole.margins[0]


def test_linkage_without_error_is_independence() -> None:
    _fits(simulate.linkage_error(PEOPLE, lists=3, rates=RATES, missed=0.0, false=0.0, seed=4), _slowly(RATES))


def test_missed_matches_keep_the_records_and_make_people() -> None:
    exact, torn, all_torn = (
        simulate.linkage_error(PEOPLE, lists=2, rates=[0.3, 0.5], missed=e, false=0.0, seed=4).histories
        for e in (0.0, 0.2, 1.0)
    )
    assert exact.margins.tolist() == torn.margins.tolist() == all_torn.margins.tolist()
    both = exact.overlaps[0, 1]
    expected = 0.8**2 * both  # neither record is lost
    assert torn.overlaps[0, 1] == pytest.approx(expected, abs=4 * np.sqrt(both * 0.64 * 0.36))
    assert torn.n - exact.n == both - torn.overlaps[0, 1]
    assert all_torn.overlaps[0, 1] == 0


def test_false_matches_take_people_and_unite_histories() -> None:
    exact, mixed = (
        simulate.linkage_error(PEOPLE, lists=2, rates=[0.1, 0.1], missed=0.0, false=f, seed=4).histories
        for f in (0.0, 0.05)
    )
    gone = exact.n - mixed.n
    assert gone == pytest.approx(0.05 * exact.n, abs=4 * np.sqrt(0.05 * 0.95 * exact.n))
    assert mixed.overlaps[0, 1] > exact.overlaps[0, 1]
    assert (mixed.margins < exact.margins).all(), "two records of one list may become one"


@pytest.mark.parametrize("scenario", simulate.SCENARIOS.values(), ids=simulate.SCENARIOS)
def test_seeds_names_and_json(scenario: Callable[..., World]) -> None:
    one, same, other = (scenario(5000, lists=["police", "shelters", "hospitals"], seed=seed) for seed in (3, 3, 4))
    assert one.histories == same.histories != other.histories
    assert one.histories.lists == ("police", "shelters", "hospitals")
    assert one.truth == 5000
    told = json.loads(json.dumps(one.to_dict(), allow_nan=False))
    again = CaptureHistories.from_counts(told["rows"], told["lists"])
    assert (again.cells() == one.histories.cells()).all()
    assert told["settings"]["rates"] == pytest.approx([0.05, 0.15, 0.25])
    assert "5,000 people in all" in one.summary()


@pytest.mark.parametrize(
    ("scenario", "settings", "said"),
    [
        (simulate.independence, {"population": 0}, "population"),
        (simulate.independence, {"population": 1.5}, "population"),
        (simulate.independence, {"lists": 1}, "at least two lists"),
        (simulate.independence, {"lists": 40}, "at most 16"),
        (simulate.independence, {"rates": [0.1, 0.2]}, "4 lists have 2 rates"),
        (simulate.independence, {"rates": 1.2}, "between 0 and 1"),
        (simulate.independence, {"rates": float("nan")}, "between 0 and 1"),
        (simulate.independence, {"population": 1, "rates": 1e-9}, "No list sees anybody"),
        (simulate.pairwise, {"odds_ratios": {"A:X": 2.0}}, "'A:X' is no pair"),
        (simulate.pairwise, {"odds_ratios": {"A:B:C": 2.0}}, "is no pair"),
        (simulate.pairwise, {"odds_ratios": {"A:B": -2.0}}, "positive"),
        (simulate.latent_class, {"classes": [(0.5, 1.0)]}, "add up to 0.5"),
        (simulate.latent_class, {"rates": 0.5}, "within a class"),
        (simulate.covariate, {"groups": {"a": (0.4, 1.0)}}, "add up to 0.4"),
        (simulate.merged_lists, {"copied": 2}, "share copied"),
        (simulate.linkage_error, {"missed": -0.1}, "missed match"),
        (simulate.linkage_error, {"population": 10**8}, "person by person"),
    ],
)
def test_bad_settings(scenario: Callable[..., World], settings: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        scenario(**{"population": 1000} | settings)


def test_worlds_like_a_table() -> None:
    uk = examples.load("UKdat")
    scenario = simulate.like(uk)
    worlds = [scenario(seed=seed) for seed in range(100)]
    assert {world.truth for world in worlds} == {11418}
    mean = np.mean([world.histories.cells() for world in worlds], axis=0)
    assert np.abs(mean - uk.cells()).max() < 25
    assert worlds[0].settings["model"] == stepwise.estimate(uk, interval="none").model
    assert simulate.like(uk, model="LA:NG")(seed=1).settings["model"] == "LA:NG"
    with pytest.raises(Refusal, match="No two lists share a person"):
        simulate.like(CaptureHistories.from_mapping({("A",): 3, ("B",): 4}))
