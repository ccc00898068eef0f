"""Repeat counts: the Dutch apprehensions of 1995, a rate found by hand, and what is refused."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from darkfigure import BadInput, Refusal
from darkfigure.repeat_counts import RepeatCounts, estimate, expected

DUTCH = RepeatCounts.from_counts({1: 1645, 2: 183, 3: 37, 4: 13, 5: 1, 6: 1})


def test_the_dutch_cities() -> None:
    # van der Heijden et al. 2003, table 3: 7,080 (6,363 to 7,797) without covariates
    answer = estimate(DUTCH)
    assert round(answer.total) == 7080
    assert 1.96 * answer.diagnostics["standard_error"] == pytest.approx((7797 - 6363) / 2, rel=0.01)
    assert answer.interval is not None
    assert (answer.interval.low, answer.interval.high) == pytest.approx((6406, 7845), rel=0.01)
    assert any("lower bound" in warning for warning in answer.warnings)


def test_zelterman_uses_ones_and_twos() -> None:
    answer = estimate(DUTCH, method="zelterman")
    assert answer.total == pytest.approx(1880 / (1 - np.exp(-2 * 183 / 1645)))
    often = RepeatCounts.from_counts({1: 1645, 2: 183, 9: 52})
    assert estimate(often, method="zelterman").total == pytest.approx(answer.total)


def test_the_rate_gives_the_mean_back() -> None:
    answer = estimate(DUTCH)
    rate = answer.diagnostics["rate"]
    assert rate / (1 - np.exp(-rate)) == pytest.approx(DUTCH.mean)
    assert sum(expected(DUTCH, rate)) == pytest.approx(DUTCH.n, abs=0.1)


@pytest.mark.parametrize("method", ["poisson", "zelterman"])
def test_intervals_cover_the_truth(method: str) -> None:
    rng, covered = np.random.default_rng(1), 0
    for _ in range(300):
        seen = np.bincount(rng.poisson(0.7, 1000), minlength=2)
        answer = estimate(RepeatCounts.from_counts(dict(enumerate(seen.tolist()[1:], start=1))), method=method)
        assert answer.interval is not None
        covered += answer.interval.low <= 1000 <= answer.interval.high
    assert 0.91 < covered / 300 < 0.99


def test_a_file(tmp_path: Path) -> None:
    file = tmp_path / "seen.csv"
    file.write_text("times,people\n1,1645\n2,183\n3,37\n4,13\n5,1\n6,1\n")
    assert RepeatCounts.from_csv(file).digest == DUTCH.digest
    file.write_text("times,people\n1,many\n")
    with pytest.raises(BadInput, match="Row 1, 'people': 'many'"):
        RepeatCounts.from_csv(file)


def test_no_second_sighting_is_refused() -> None:
    once = RepeatCounts.from_counts({1: 50})
    for method in ("poisson", "zelterman"):
        with pytest.raises(Refusal) as refused:
            estimate(once, method=method)
        assert refused.value.status == "infinite"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"times,people\n", "is empty"),
        (b"\xff\xfe\x00\x81", "no text in UTF-8"),
        (b"times,people\n1,\x005\n", "binary"),
        (b"times,people\n1,50\n2,5,7\n", "Row 2 has 3 values"),
        (b"times,people,sex\n1,50,f\n", "3 columns"),
        (b"times;people\n1;50\n", "1 columns"),
        (b"times,people\n1,50\n2,\n", "Row 2, 'people': ''"),
        (b"times,people\n1,-5\n", "Row 1, 'people': '-5'"),
        ("times,people\n\u00b2,5\n".encode(), "Row 1, 'times'"),
        (b"times,people\n0,5\n", "number of times"),
        (b"people,times\n183000,2\n", "wrong order"),
    ],
)
def test_bad_files_are_named(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "seen.csv").write_bytes(content)
    with pytest.raises(BadInput, match=says):
        RepeatCounts.from_csv(tmp_path / "seen.csv")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"absent\.csv cannot be read"):
        RepeatCounts.from_csv(tmp_path / "absent.csv")


def test_a_rate_next_to_nothing() -> None:
    answer = estimate(RepeatCounts.from_counts({1: 10**12, 2: 1}))
    assert answer.total == pytest.approx(10**24 / 2, rel=1e-3)


@pytest.mark.parametrize("wrong", [{"method": "chao"}, {"level": 0}, {"level": 1.2}, {"level": np.nan}, {"seed": -1}])
def test_bad_settings_are_named(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match=next(iter(wrong))):
        estimate(DUTCH, **wrong)


@pytest.mark.parametrize("counts", [{1: np.nan}, {np.nan: 1}, {1: 2**60}, {0: 5, 1: 3}, {1: -1}, {1: 2.5}, {1: 0}])
def test_bad_counts_are_named(counts: dict[int, int]) -> None:
    with pytest.raises(BadInput):
        RepeatCounts.from_counts(counts)
