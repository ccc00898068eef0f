"""`pentameter link` from end to end: what it writes, says and leaves behind."""

import json
import os
import signal
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

from tests.entities.linkage.invented import mentions
from tests.entities.linkage.test_batch import _file
from tests.installed import environment

COMMAND = [sys.executable, "-m", "pentameter.config.cli", "link"]


def _call(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, words)], env=environment(), capture_output=True, text=True, check=False)


def test_a_file_is_linked_and_the_summary_is_for_programs(tmp_path: Path) -> None:
    some = mentions(120, seed=3)
    file, out, pairs = _file(tmp_path, some), tmp_path / "clusters.csv", tmp_path / "pairs.csv"
    done = _call(file, "--out", out, "--pairs", pairs, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    lines = out.read_text().splitlines()
    assert lines[0] == "unique_id,cluster_id"
    assert len(lines) - 1 == told["mentions"] == len(some)
    assert len(pairs.read_text().splitlines()) - 1 == told["decided"] + told["proposed"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clusters.csv", "mentions.csv", "pairs.csv"]


def test_without_json_it_speaks_to_people(tmp_path: Path) -> None:
    done = _call(_file(tmp_path, mentions(60, seed=4)), "--out", tmp_path / "c.csv")
    assert done.returncode == 0, done.stderr
    assert "mentions are" in done.stdout
    assert "worth a look" in " ".join(done.stdout.split())


def test_a_model_of_another_version_is_refused_and_nothing_written(tmp_path: Path) -> None:
    model = tmp_path / "older.json"
    shipped = files("pentameter.entities.linkage") / "data" / "model.json"
    model.write_text(json.dumps(json.loads(shipped.read_text(encoding="utf-8")) | {"format": 0}))
    out = tmp_path / "c.csv"
    done = _call(_file(tmp_path, mentions(30, seed=5)), "--out", out, "--model", model)
    assert done.returncode == 2
    said = " ".join(done.stderr.split())
    assert "older.json: The model has another format than 1: train it anew with this version." in said
    assert "Traceback" not in done.stderr
    assert not out.exists()


def test_bad_input_gets_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text("name\nAna\n")
    done = _call(file, "--out", tmp_path / "c.csv")
    assert done.returncode == 2
    assert "no column unique_id" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_model_of_another_version_is_refused(tmp_path: Path) -> None:
    model = tmp_path / "model.json"
    model.write_text('{"format": 0}')
    done = _call(_file(tmp_path, mentions(20, seed=4)), "--out", tmp_path / "c.csv", "--model", model)
    assert done.returncode == 2
    assert "train it anew" in done.stderr
    assert not (tmp_path / "c.csv").exists()


def test_killed_half_way_it_leaves_nothing(tmp_path: Path) -> None:
    """Killed at several moments: either the whole file is there, or none."""
    some = mentions(1_500, seed=6)
    file = _file(tmp_path, some)
    for seconds in (0.6, 1.5, 2.5):
        out = tmp_path / "clusters.csv"
        started = subprocess.Popen(
            [*COMMAND, str(file), "--out", str(out)], env=environment(), stderr=subprocess.DEVNULL
        )
        time.sleep(seconds)
        os.kill(started.pid, signal.SIGKILL)
        started.wait()
        assert not out.exists() or len(out.read_text().splitlines()) == len(some) + 1
        out.unlink(missing_ok=True)
        assert [path.name for path in tmp_path.iterdir() if not path.name.endswith(".part")] == ["mentions.csv"]
