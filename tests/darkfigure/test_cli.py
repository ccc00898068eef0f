"""The command line as people and programs meet it: real files, exit codes, and what goes to which stream."""

import io
import json
import math
import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from darkfigure import cli, simulate
from darkfigure.cli.progress import Bar, progress
from darkfigure.estimate import Estimate
from darkfigure.histories import CaptureHistories
from darkfigure.methods import METHODS

# Silverman 2014 (Home Office), the police forces and the National Crime Agency as one list
UK = (
    "LA,NG,PFNCA,GO,GP,count\n1,0,0,0,0,54\n0,1,0,0,0,463\n0,0,1,0,0,995\n0,0,0,1,0,695\n0,0,0,0,1,316\n"
    "1,1,0,0,0,15\n1,0,1,0,0,19\n1,0,0,1,0,3\n0,1,1,0,0,62\n0,1,0,1,0,19\n0,1,0,0,1,1\n0,0,1,1,0,76\n0,0,1,0,1,11\n"
    "0,0,0,1,1,8\n1,1,1,0,0,1\n1,1,0,1,0,1\n0,1,1,1,0,4\n1,1,1,1,0,1\n"
)
APART = "A,B,count\n1,0,5\n0,1,6\n"
TURTLES = "first,second,count\n1,0,5\n0,1,10\n1,1,5\n"
KEYS = {"total", "dark_figure", "observed", "interval", "model", "status", "diagnostics", "warnings", "seed"}


@pytest.fixture
def uk(tmp_path: Path) -> str:
    return _file(tmp_path, UK)


def _file(folder: Path, text: str, name: str = "table.csv") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def _asked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any, str]:
    code = cli.main([*words, "--json"])
    said = capsys.readouterr()

    def never(name: str) -> None:
        raise AssertionError(f"{name} is not JSON")

    return code, json.loads(said.out, parse_constant=never), said.err


def test_stepwise_by_default(uk: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer, err = _asked(capsys, "estimate", uk, "--replicates", "100", "--seed", "7")
    assert (code, err) == (0, "")
    assert answer.keys() >= KEYS
    assert answer["total"] == pytest.approx(11312.9902894352, rel=1e-6)
    assert answer["dark_figure"] == pytest.approx(answer["total"] - 2744)
    assert (answer["observed"], answer["seed"], answer["status"]) == (2744, 7, "finite")
    assert answer["interval"].keys() == {"kind", "level", "low", "high"}
    assert answer["interval"]["kind"] == "bca"


@pytest.mark.parametrize(
    ("words", "total"),
    [
        (["--method", "loglinear", "--interval", "profile"], 13444.1312090139),
        (["--method", "loglinear", "--model", "LA:NG, PFNCA:GO", "--interval", "wald"], None),
        (["--method", "stepwise", "--threshold", "0", "--interval", "wald"], 13444.1312090139),
        (["--method", "bic", "--order", "2", "--interval", "wald"], 22991.3313),
        (["--method", "chao"], None),
        (["--method", "decomposable", "--max-total", "60000"], None),
    ],
)
def test_methods(uk: str, capsys: pytest.CaptureFixture[str], words: list[str], total: float | None) -> None:
    code, answer, _ = _asked(capsys, "estimate", uk, *words)
    assert code == 0
    assert answer["seed"] == 0, "the seed is always said"
    assert total is None or answer["total"] == pytest.approx(total, rel=1e-6)
    assert answer["interval"]["low"] < answer["total"] < answer["interval"]["high"]


def test_the_model_that_was_asked_for(uk: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, answer, _ = _asked(capsys, "estimate", uk, "--method", "loglinear", "--model", "NG:LA,GP:PFNCA")
    assert answer["model"] == "GP:PFNCA, LA:NG"


def test_two_lists_and_repeat_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    turtles = _file(tmp_path, TURTLES)
    assert _asked(capsys, "estimate", turtles, "--method", "lincoln-petersen")[1]["total"] == 30.0
    assert _asked(capsys, "estimate", turtles, "--method", "chapman", "--level", "0.9")[1]["interval"]["level"] == 0.9
    dutch = _file(tmp_path, "nbcap,freq\n1,1645\n2,183\n3,37\n4,13\n5,1\n6,1\n", "encounters.csv")
    assert round(_asked(capsys, "estimate", dutch, "--method", "repeat_counts")[1]["total"]) == 7080


def test_a_refusal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apart = _file(tmp_path, APART)
    code, answer, err = _asked(capsys, "estimate", apart)
    assert (code, err) == (3, "")
    assert answer.keys() == {"refused"}
    assert answer["refused"].startswith("No two lists share a person")
    assert cli.main(["estimate", apart]) == 3
    assert capsys.readouterr().out.startswith("Refused: No two lists share a person")


BAD = [
    (["estimate", "absent.csv"], "absent.csv: there is no such file"),
    (["estimate", "."], "it is a folder"),
    (["estimate", "table.csv", "--method", "guess"], "no method 'guess'"),
    (["estimate", "table.csv", "--method", "chao", "--threshold", "0.1"], "chao takes no --threshold: stepwise"),
    (["estimate", "table.csv", "--method", "decomposable", "--interval", "bca"], "decomposable takes no --interval"),
    (["estimate", "table.csv", "--model", "LA:NG"], "stepwise takes no --model: loglinear does"),
    (["estimate", "table.csv", "--max-total", "9000"], "decomposable, latent_class, thresholding do"),
    (["estimate", "table.csv", "--method", "loglinear", "--model", "LA:XX"], "'XX'"),
    (["estimate", "table.csv", "--level", "95"], "between 0.5 and 1"),
    (["estimate", "table.csv", "--level", "nan"], "finite"),
    (["estimate", "table.csv", "--threshold", "2"], "not between 0 and 1"),
    (["estimate", "table.csv", "--seed", "-1"], "whole number"),
    (["estimate", "table.csv", "--seed", "many"], "'many' is not a number"),
    (["estimate", "table.csv", "--replicates", "3"], "replicates"),
    (["estimate", "table.csv", "--interval", "guess"], "--interval"),
    (["estimate", "table.csv", "--colour"], "no option --colour"),
    (["estimate", "table.csv", "--method", "repeat_counts"], "times seen and people"),
    (["estimate", "table.csv", "--strata", "year"], "no column 'year'"),
    (["estimate", "table.csv", "--plot", "figure.txt"], ".png, .svg, .pdf"),
    (["estimate", "table.csv", "--plot", "nowhere/figure.png"], "no folder nowhere"),
    (["estimate", "negative.csv"], "negative"),
    (["estimate", "empty.csv"], "is empty"),
    (["estimate", "binary.csv"], "UTF-8"),
    (["estimate"], "FILE"),
    (["guess", "table.csv"], "guess"),
    (["panel", "absent.csv"], "absent.csv: there is no such file"),
    (["panel", "table.csv", "--methods", "guess"], "no method 'guess'"),
    (["panel", "table.csv", "--threshold", "0.1"], "no option --threshold"),
    (["sensitivity", "table.csv", "--method", "chao", "--model", "A:B"], "chao takes no --model"),
    (["sensitivity"], "FILE"),
    (["simulate", "guess"], "no scenario and no file guess"),
    (["simulate", "independence", "--missed", "0.1"], "independence takes no --missed: linkage_error does"),
    (["simulate", "independence", "--model", "A:B"], "--model is for a FILE"),
    (["simulate", "table.csv", "--population", "900"], "all that --population would"),
    (["simulate", "pairwise", "--odds", "A:B"], "such as A:B=3"),
    (["simulate", "pairwise", "--odds", "A:X=2"], "no pair of lists"),
    (["simulate", "pairwise", "--out", "w.csv", "--repeats", "3"], "leave one of them out"),
    (["simulate", "pairwise", "--out", "nowhere/w.csv"], "nowhere/w.csv cannot be written"),
    (["simulate", "pairwise", "--methods", "chao,guess"], "no method 'guess'"),
    (["simulate", "pairwise", "--methods", "chapman"], "Two lists are wanted"),
    (["simulate", "pairwise", "--rates", "0.1,0.2"], "4 lists have 2 rates"),
    ([], "COMMAND"),
]


@pytest.mark.parametrize(("words", "said"), BAD)
def test_bad_input(
    words: Sequence[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _file(tmp_path, UK)
    _file(tmp_path, "A,B,count\n1,0,-5\n0,1,6\n", "negative.csv")
    _file(tmp_path, "", "empty.csv")
    (tmp_path / "binary.csv").write_bytes(b"\x89PNG\xff\xfe\x00\x00")
    code, answer, err = _asked(capsys, *words)
    assert code == 2
    assert said in answer["error"]
    assert err == f"darkfigure: {answer['error']}\n"
    assert cli.main(words) == 2
    plainly = capsys.readouterr()
    assert (plainly.out, plainly.err) == ("", err)
    assert "Traceback" not in err


def test_without_matplotlib(uk: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("darkfigure.cli.drawing.find_spec", lambda name: None)
    code, answer, _ = _asked(capsys, "estimate", uk, "--plot", "figure.png")
    assert code == 2
    assert 'pip install "darkfigure[plots]"' in answer["error"]


def test_for_people(uk: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["estimate", uk, "--method", "bic", "--interval", "wald"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2:6] == [
        "In all        22,991",
        "Seen          2,744",
        "Never seen    20,247",
        "95% interval  17,862 to 29,862 (wald)",
    ]
    cautions = [number for number, line in enumerate(lines) if line.startswith("Caution:")]
    assert cautions[0] > lines.index("Seed          0"), "warnings come after the answer"


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("darkfigure 0.")
    assert cli.main(["estimate", "--help"]) == 0
    told = capsys.readouterr().out
    assert "examples:" in told
    assert all(f"{method.name} " in told and method.assumes in told for method in METHODS.values())
    assert cli.main(["methods"]) == 0
    listed = " ".join(capsys.readouterr().out.split())
    assert all(method.assumes in listed for method in METHODS.values())


def test_the_methods_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    _, answer, _ = _asked(capsys, "methods")
    assert [method["name"] for method in answer["methods"]] == list(METHODS)


def test_as_a_process_and_from_standard_input(uk: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["estimate", uk, "--interval", "wald", "--json"]) == 0
    words = [sys.executable, "-m", "darkfigure", "estimate", "-", "--interval", "wald", "--json"]
    process = subprocess.run(words, capture_output=True, text=True, input=UK)
    assert (process.returncode, process.stderr) == (0, ""), "no progress bar in a pipe"
    assert process.stdout == capsys.readouterr().out


@pytest.mark.parametrize(("text", "code", "said"), [(APART, 3, "Refused: No two"), ("", 2, "Standard input is empty")])
def test_standard_input_without_an_answer(
    text: str, code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = os.dup(0)
    with open(_file(tmp_path, text)) as table:
        os.dup2(table.fileno(), 0)
    try:
        assert cli.main(["estimate", "-"]) == code
    finally:
        os.dup2(before, 0)
        os.close(before)
    assert said in "".join(capsys.readouterr())


def test_no_upper_limit_is_null_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON knows no Infinity: most readers of it stop there."""
    thin = _file(tmp_path, "A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,1\n")
    code, answer, _ = _asked(capsys, "estimate", thin, "--replicates", "100")
    assert code == 0
    assert answer["interval"]["high"] is None
    assert answer["interval"]["low"] < answer["total"]


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_what_json_cannot_say_is_never_printed(
    value: float, uk: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Estimate, "to_dict", lambda self: {"total": value})
    with pytest.raises(ValueError, match="JSON compliant"):
        cli.main(["estimate", uk, "--interval", "none", "--json"])
    assert capsys.readouterr().out == ""


def test_a_closed_pipe_is_silent(uk: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = [sys.executable, "-m", "darkfigure", "estimate", uk, "--interval", "wald", "--json"]
    process = subprocess.run(words, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)
    assert (process.returncode, process.stderr) == (141, "")


def test_ctrl_c_at_a_terminal_with_the_bar_in_sight(uk: str) -> None:
    ours, theirs = pty.openpty()
    long = ["--method", "stepwise", "--replicates", "1000000"]
    words = [sys.executable, "-m", "darkfigure", "estimate", uk, *long]
    process = subprocess.Popen(words, stdout=theirs, stderr=theirs)
    os.close(theirs)
    said = ""
    while "stepwise" not in said:
        said += os.read(ours, 4096).decode()
    process.send_signal(signal.SIGINT)
    assert process.wait() == 130
    said += os.read(ours, 4096).decode()
    os.close(ours)
    assert "Stopped." in said
    assert "Traceback" not in said


def test_an_interrupt_that_python_drops_comes_again() -> None:
    before = signal.getsignal(signal.SIGINT)
    bar = Bar(io.StringIO())
    bar.start()
    with suppress(KeyboardInterrupt):  # as Python does while an import clears its locks
        signal.raise_signal(signal.SIGINT)
    woken = False
    with pytest.raises(KeyboardInterrupt):
        woken = threading.Event().wait(60) or True  # reached only if the interrupt comes after the wait
    assert not woken
    bar.stop()
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c(uk: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("darkfigure.methods.estimate", interrupted)
    assert cli.main(["estimate", uk]) == 130
    assert capsys.readouterr().out == ""


def test_a_panel_and_its_statement(uk: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["panel", uk, "--methods", "independence,stepwise,decomposable", "--replicates", "100", "--quick"]
    code, found, err = _asked(capsys, *words, "--seed", "4")
    assert (code, err, found["seed"]) == (0, "", 4)
    assert "refused" not in found
    rows = {row["method"]: row["estimate"]["total"] for row in found["rows"]}
    assert rows["independence"] == pytest.approx(13444.1312, rel=1e-6)
    assert rows["stepwise"] == pytest.approx(11312.9903, rel=1e-6)
    assert cli.main(words) == 0
    told = capsys.readouterr().out
    assert told.startswith("method ")
    assert told.index("stepwise") < told.index("Verdict: ") < told.index("It rests on:") < told.index("Against it:")


def test_a_panel_without_any_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found, _ = _asked(capsys, "panel", _file(tmp_path, APART))
    assert code == 3
    assert found["refused"].startswith("No two lists share a person")
    assert all(row["estimate"] is None for row in found["rows"])
    assert cli.main(["panel", _file(tmp_path, APART)]) == 3
    told = capsys.readouterr().out
    assert told.count("as above") > 2
    assert "Verdict: not to be used." in told


def test_sensitivity(uk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found, _ = _asked(capsys, "sensitivity", uk, "--method", "loglinear", "--seed", "2")
    assert (code, found["seed"], found["level"]) == (0, 2, 0.95)
    assert found["baseline"]["total"] == pytest.approx(13444.1312, rel=1e-6)
    assert (len(found["omitted"]), len(found["merged"])) == (5, 10)
    assert "refused" not in found
    assert cli.main(["sensitivity", uk]) == 0
    told = capsys.readouterr().out
    assert told.startswith("stepwise: 11,313 in all, 2,744 seen.")
    assert "LA + NG" in told
    code, found, _ = _asked(capsys, "sensitivity", _file(tmp_path, APART, "apart.csv"))
    assert code == 3
    assert found["refused"].startswith("No two lists share a person")


def test_strata_and_their_sum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "1,0,f,20\n0,1,f,30\n1,1,f,10\n1,0,m,200\n0,1,m,30\n1,1,m,20\n"
    path = _file(tmp_path, "A,B,sex,count\n" + rows)
    code, found, _ = _asked(capsys, "estimate", path, "--strata", "sex", "--method", "lincoln_petersen")
    assert code == 0
    assert found.keys() >= KEYS
    assert [round(row["estimate"]["total"]) for row in found["strata"]] == [120, 550]
    assert round(found["total"]) == 670
    assert cli.main(["estimate", path, "--strata", "sex", "--method", "chapman"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split()[:3] == ["sex", "seen", "total"]
    apart = _file(tmp_path, "A,B,sex,count\n1,0,f,20\n0,1,f,30\n", "apart.csv")
    code, found, _ = _asked(capsys, "estimate", apart, "--strata", "sex")
    assert code == 3
    assert found["refused"].startswith("No two lists share a person")


@pytest.mark.parametrize(
    "words",
    [
        ["estimate", "--replicates", "60"],
        ["estimate", "--interval", "wald"],
        ["estimate", "--method", "bic", "--interval", "wald"],
        ["estimate", "--method", "decomposable"],
        ["panel", "--quick", "--methods", "independence,stepwise", "--replicates", "60"],
        ["sensitivity"],
        ["simulate", "--repeats", "3"],
    ],
    ids=" ".join,
)
def test_plots(words: list[str], uk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figure.png"
    assert cli.main([words[0], uk, *words[1:], "--plot", str(path)]) == 0
    assert f"Plot: {path}" in capsys.readouterr().out
    assert path.read_bytes().startswith(b"\x89PNG")


def test_the_ending_says_how_to_draw(uk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "figure.SVG"
    code, answer, err = _asked(capsys, "estimate", uk, "--interval", "none", "--plot", str(path))
    assert (code, err, answer["interval"]) == (0, "", None)
    assert b"<svg" in path.read_bytes()


def test_a_world_goes_into_a_file_and_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "world.csv")
    words = ["pairwise", "--population", "10000", "--lists", "5", "--rates", "0.2", "--odds", "A:B=5", "--seed", "1"]
    code, world, _ = _asked(capsys, "simulate", *words, "--out", path)
    assert (code, world["truth"], world["seed"], len(world["lists"])) == (0, 10_000, 1, 5)
    assert world["settings"]["odds_ratios"] == {"A:B": 5.0}
    _, answer, _ = _asked(capsys, "estimate", path)
    assert answer["observed"] == world["observed"]
    assert answer["model"] == "A:B"
    assert answer["interval"]["low"] < 10_000 < answer["interval"]["high"]
    assert cli.main(["simulate", *words]) == 0
    said = capsys.readouterr()
    assert said.out == Path(path).read_text(), "standard output is the table alone"
    assert said.err.startswith("pairwise: 10,000 people in all")


def test_names_with_commas_and_strata_in_a_world(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "world.csv")
    assert cli.main(["simulate", "covariate", "--lists", 'police,"night" shelters', "--out", path]) == 0
    assert "--strata stratum" in capsys.readouterr().out
    table = CaptureHistories.from_csv(path, strata="stratum")
    assert table.lists == ("police", '"night" shelters')
    assert table == simulate.covariate(10_000, lists=table.lists).histories


def test_methods_tried_on_worlds(uk: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, found, _ = _asked(capsys, "simulate", "linkage-error", "--missed", "0.3", "--repeats", "20", "--false", "0")
    assert (code, found["truth"], found["repeats"]) == (0, 10_000, 20)
    assert [row["method"] for row in found["methods"]] == ["stepwise", "loglinear", "chao"]
    assert all(row["bias"] > 0.2 for row in found["methods"])
    _, found, _ = _asked(capsys, "simulate", uk, "--repeats", "20", "--methods", "stepwise")
    assert found["truth"] == 11313
    assert abs(found["methods"][0]["bias"]) < 0.3
    assert cli.main(["simulate", uk, "--repeats", "5", "--model", "LA:NG", "--methods", "chao"]) == 0
    assert capsys.readouterr().out.startswith("fitted: 5 worlds of ")
    assert _asked(capsys, "simulate", _file(Path(uk).parent, APART, "apart.csv"))[0] == 3


@pytest.mark.parametrize(
    ("terminal", "piped", "as_json", "seen"),
    [(True, False, False, True), (True, False, True, False), (False, False, False, False), (True, True, False, False)],
)
def test_who_sees_the_bar(
    terminal: bool, piped: bool, as_json: bool, seen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    monkeypatch.setattr("darkfigure.cli.progress._piped", lambda stream: piped)
    with progress(quiet=as_json) as bar:
        assert bar.clock.is_alive() == seen
    assert not bar.clock.is_alive()


def test_the_bar_says_how_far() -> None:
    bar = Bar(sys.stderr)
    bar(1, 4, "replicates")
    assert bar.line() == "[#######.....................]  25% replicates"
    bar(0, 0, "sampling")
    assert bar.line() == "sampling ... 0 s"
