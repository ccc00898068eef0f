"""Strata one by one, and their sum."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from darkfigure import stepwise
from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.strata import StrataEstimate, by_stratum

CHANCES = {"2021": (0.5, 0.4, 0.45), "2022": (0.15, 0.1, 0.2)}
PEOPLE = 3000


def population(extra: tuple[tuple[str, tuple[int, ...], int], ...] = ()) -> CaptureHistories:
    """3,000 people in each of two years, on three independent lists that see them with CHANCES."""
    rng = np.random.default_rng(11)
    rows, years = [], []
    for year, chances in CHANCES.items():
        seen = (rng.random((PEOPLE, 3)) < chances).astype(int)
        seen = seen[seen.any(axis=1)]
        rows += seen.tolist()
        years += [year] * len(seen)
    for year, pattern, many in extra:
        rows += [list(pattern)] * many
        years += [year] * many
    return CaptureHistories.from_individuals(rows, ("A", "B", "C"), strata=years)


@pytest.fixture(scope="module")
def found() -> StrataEstimate:
    return by_stratum(population(), method="loglinear", interval="percentile", replicates=300)


def test_each_stratum_is_the_method_on_its_table(found: StrataEstimate) -> None:
    parts = population().strata
    again = by_stratum(population(), replicates=100)
    assert [row.name for row in again.strata] == ["2021", "2022"]
    for row in again.strata:
        assert row.estimate == stepwise.estimate(parts[row.name], replicates=100)
    assert again.total == pytest.approx(sum(row.estimate.total for row in again.strata if row.estimate))


def test_strata_mend_what_the_whole_table_gets_wrong(found: StrataEstimate) -> None:
    """Those who are easily seen are so by all lists: without strata the estimate is too low."""
    assert found.total == pytest.approx(2 * PEOPLE, rel=0.05)
    assert found.interval is not None
    assert found.interval.low < 2 * PEOPLE < found.interval.high
    assert found.unstratified is not None
    assert found.unstratified.total < 0.9 * 2 * PEOPLE
    assert any("not seen alike" in warning for warning in found.warnings)
    assert not found.at_least


def test_a_refused_stratum_makes_it_at_least() -> None:
    table = population((("2023", (1, 0, 0), 7), ("2023", (0, 1, 0), 5)))
    found = by_stratum(table, replicates=100)
    assert found.at_least
    last = found.strata[-1]
    assert (last.name, last.observed, last.estimate, last.dropped) == ("2023", 12, None, ("C",))
    assert "No two lists share a person" in last.refused
    assert found.total == pytest.approx(12 + sum(row.estimate.total for row in found.strata if row.estimate))
    assert found.interval is not None
    assert found.interval.high == np.inf
    assert found.to_dict()["interval"]["high"] is None
    assert "at least" in found.summary()
    assert any("2023 is refused" in warning for warning in found.warnings)


def test_a_list_that_sees_nobody_is_left_out() -> None:
    table = population((("2023", (1, 0, 0), 20), ("2023", (0, 1, 0), 30), ("2023", (1, 1, 0), 10)))
    found = by_stratum(table, method="loglinear", interval="wald")
    last = found.strata[-1]
    assert last.dropped == ("C",)
    assert last.estimate is not None
    assert last.estimate.total == pytest.approx(30 * 40 / 10)
    assert not found.at_least
    assert any("without C" in warning for warning in found.warnings)


def test_one_list_alone() -> None:
    found = by_stratum(population((("2023", (0, 1, 0), 9),)), method="loglinear", interval="wald")
    assert "Only list B sees anybody" in found.strata[-1].refused


def test_order_progress_and_seed() -> None:
    heard: list[Any] = []
    one = by_stratum(population(), replicates=100, seed=4, progress=lambda *step: heard.append(step))
    other = by_stratum(population().permute(["C", "A", "B"]), replicates=100, seed=4)
    assert [step[:2] for step in heard] == [(1, 3), (2, 3), (3, 3)]
    assert one.interval == other.interval
    assert one.interval != by_stratum(population(), replicates=100, seed=5).interval


def test_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "years.csv"
    file.write_text("A,B,year,count\n1,0,2021,20\n0,1,2021,30\n1,1,2021,10\n1,0,2022,5\n0,1,2022,5\n1,1,2022,5\n")
    found = by_stratum(CaptureHistories.from_csv(file, strata="year"), method="lincoln_petersen")
    assert [round(row.estimate.total) for row in found.strata if row.estimate] == [120, 20]
    assert found.interval is not None
    assert found.interval.kind == "lognormal sum"


def test_a_table_without_strata() -> None:
    with pytest.raises(BadInput, match="no strata"):
        by_stratum(CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("A", "B"): 2}))


def test_shown(found: StrataEstimate) -> None:
    shown = json.loads(json.dumps(found.to_dict()))
    assert shown["dark_figure"] == pytest.approx(found.total - found.observed)
    assert "all strata" in found.summary()
    assert "2021" in found._repr_html_()
