"""The command line against those who would misuse it, and the command that pools tables."""

import json
import re
from pathlib import Path

import pytest

from darkfigure import cli

KOREA = "b,c,d,count\n1,0,0,5\n0,1,0,5\n0,0,1,41\n1,1,0,54\n1,0,1,6\n1,1,1,12\n"  # Chan et al. 2021


@pytest.fixture
def korea(tmp_path: Path) -> str:
    path = tmp_path / "korea.csv"
    path.write_text(KOREA, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--interval", "wald"], "--replicates does nothing for wald limits: add --interval percentile or bca."),
        (["--interval", "profile"], "--replicates does nothing for profile limits"),
        (["--interval", "none"], "--replicates does nothing for no limits"),
        (["--method", "loglinear"], "--replicates does nothing for profile limits"),
        (["--method", "chao"], "--replicates does nothing for the limits of chao"),
    ],
)
def test_replicates_that_would_not_be_drawn(
    words: list[str], sentence: str, korea: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["estimate", korea, "--replicates", "100", *words]) == 2
    assert sentence in capsys.readouterr().err


def test_pool_answers_for_all_draws(korea: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["pool", korea, korea, korea, "--interval", "wald"]
    assert cli.main([*words, "--json", "--seed", "3"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["total"] == pytest.approx(269, abs=0.5)
    assert (found["diagnostics"]["tables"], found["diagnostics"]["share_from_linking"], found["seed"]) == (3, 0.0, 3)
    assert cli.main(words) == 0
    assert re.search(r"From linking +0% of the variance", capsys.readouterr().out)


def test_pool_wants_tables_of_the_same_lists(korea: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.csv"
    other.write_text("x,y,count\n1,0,4\n0,1,5\n1,1,2\n")
    assert cli.main(["pool", korea]) == 2
    assert cli.main(["pool", korea, str(other)]) == 2
    assert cli.main(["pool", korea, korea, "--method", "repeat_counts"]) == 2
    errors = capsys.readouterr().err
    assert "at least two tables" in errors
    assert "all tables to be pooled have the same" in errors
    assert "repeat_counts takes one source" in errors


def test_a_long_seed_is_kept_to_its_last_digit(korea: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["estimate", korea, "--interval", "wald", "--json", "--seed", "9007199254740993"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] == 9007199254740993


def test_a_prior_that_drowns_the_data_is_no_prior(korea: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["estimate", korea, "--method", "decomposable", "--delta", "1e308"]) == 2
    assert "delta is at most 1,000,000" in capsys.readouterr().err
