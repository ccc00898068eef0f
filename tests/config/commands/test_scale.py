"""`pentameter scale`: the same numbers as a run of the page, a refusal as a refusal, bad input with row and field."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from pentameter.config.cli import app
from pentameter.scale import estimating
from scale import scene


def ran(path: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["scale", str(path), "--replicates", "100", *options])


def written(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


SMALL = "NG,PF,count\n1,0,90\n0,1,140\n1,1,60\n"


def test_it_answers_as_a_run_of_the_page_does(tmp_path: Path) -> None:
    done = ran(written(tmp_path, SMALL), "--seed", "7", "--json")
    assert done.exit_code == 0
    said = json.loads(done.stdout)
    results, headline = estimating.work_out(
        estimating.Frozen(scene.small()), estimating.Settings(seed=7, replicates=100)
    )
    assert said["input_digest"] == scene.small().digest
    assert said["panel"] == json.loads(json.dumps(results["panel"]))
    assert said["headline"]["low"] == headline.low
    assert json.loads(ran(written(tmp_path, SMALL), "--seed", "7", "--json").stdout)["digest"] == said["digest"]


def test_it_says_the_range_first_and_what_speaks_against_it(tmp_path: Path) -> None:
    done = ran(written(tmp_path, SMALL))
    assert done.stdout.startswith("Between about ")
    assert "290 of them known." in done.stdout


def test_a_refusal_exits_with_3_and_says_why(tmp_path: Path) -> None:
    done = ran(written(tmp_path, "A,B,C,count\n1,0,0,30\n0,1,0,20\n0,0,1,10\n"))
    assert done.exit_code == 3
    assert done.stdout.startswith("The lists cannot carry an answer. No two lists share a person")


def test_a_list_is_called_as_its_file_calls_it(tmp_path: Path) -> None:
    """Brackets are markup to the terminal: one that closes nothing ended in a traceback."""
    done = ran(written(tmp_path, "count,[/A],b\n30,1,0\n"))
    assert done.exit_code == 3
    assert "Everyone seen is on list [/A]" in done.stdout


def test_bad_input_names_row_and_field(tmp_path: Path) -> None:
    done = ran(written(tmp_path, "A,B,count\n1,2,30\n"))
    assert done.exit_code != 0
    assert "Row 2, B: “2” is neither 0 nor 1." in str(done.exception)
