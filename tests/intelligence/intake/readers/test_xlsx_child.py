import json
import subprocess
import sys
from pathlib import Path

from tests.intelligence.intake import bad_files


def answer(content: bytes, tmp_path: Path) -> list[object]:
    path = tmp_path / "received"
    path.write_bytes(content)
    command = [sys.executable, "-I", "-m", "pentameter.intelligence.intake.readers.xlsx_child", str(path)]
    done = subprocess.run(command, capture_output=True, check=True, env={}, timeout=60)
    assert not done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_rows_and_an_end(tmp_path: Path) -> None:
    heading, row, end = answer(bad_files.workbook(), tmp_path)
    assert isinstance(heading, list)
    assert isinstance(row, list)
    assert (heading[0], row[0], row[2]) == (1, 2, [])
    assert end == {"end": True}


def test_a_refusal_alone(tmp_path: Path) -> None:
    (refused,) = answer(bad_files.workbook(lambda book, _: book.add_worksheet("Secret").hide()), tmp_path)
    assert isinstance(refused, dict)
    assert refused["refused"][0] == "hidden_sheets"


def test_django_is_not_loaded_in_it() -> None:
    code = "import sys, pentameter.intelligence.intake.readers.xlsx_child; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout.strip() == b"False"
