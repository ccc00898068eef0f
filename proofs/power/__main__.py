"""`python -m proofs.power [--cuts N] [--reports N] [--seed N] [--synchronous N]`: simulated power cuts of SQLite.

Needs Debian's strace. With `--synchronous 1` the database is told to sync less than it does, to show that the proof
would see it. Exit code 1 if anything acknowledged was lost, or what is left is damaged.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from rich.table import Table
from tests.installations import Installation, installation

from pentameter.config.terminal import console, progress
from proofs.acknowledged.__main__ import BEGIN, ROOT
from proofs.power import cuts, tape

PREFIX = "staff.sqlite3"
LOST = ("acknowledged, and lost", "there without its row in the record", "a broken chain", "a damaged database")
WRITE = """
import os
import cast
from django.db import connection
from intelligence import ground
from pentameter.intelligence.api import submit_report
from pentameter.operations.models import Wave
wave = Wave.objects.values_list("id", flat=True).first()
with connection.cursor() as cursor:
    cursor.execute("PRAGMA synchronous = {synchronous}")
for number in range({reports}):
    cells = {{**ground.good(), "report_ref": f"P-{{number}}"}}
    done = submit_report(cells=cells, wave_id=wave, by=cast.durham_constable())
    os.write(1, f"told P-{{number}} {{done.report_id}}\\n".encode())
"""
EXAMINE = """
import json, sys
from django.db import connections
from pentameter.audit.models import Entry
from pentameter.audit.queries import end, rows
from pentameter.audit.services.checkpointing import ledger
from pentameter.audit.verify import verify
from pentameter.intelligence.models import Report
for line in sys.stdin:
    connections["default"].close()
    connections["default"].settings_dict["NAME"] = line.strip()
    try:
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA integrity_check(3)")
            sound = cursor.fetchall() == [("ok",)]
        reports = {reference: str(pk) for pk, reference in Report.objects.values_list("id", "own_reference")}
        recorded = list(map(str, Entry.objects.filter(event="report_accepted").values_list("subject_id", flat=True)))
        whole = verify(rows(), began=end(), ended=end, book=ledger().read()).whole
        said = {"sound": sound, "reports": reports, "recorded": recorded, "whole": whole}
    except Exception as problem:
        said = {"sound": False, "reports": {}, "recorded": [], "whole": False, "problem": repr(problem)}
    print(json.dumps(said), flush=True)
"""


def main() -> int:
    """Record, cut, reckon."""
    parser = argparse.ArgumentParser(prog="python -m proofs.power")
    parser.add_argument("--cuts", type=int, default=500)
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--seed", type=int, default=2007)
    parser.add_argument("--synchronous", type=int, default=2, help="2 is what Pentameter asks for")
    chosen = parser.parse_args()
    before = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="pentameter-power-") as folder:
        counts = run(Path(folder), chosen.cuts, chosen.reports, chosen.seed, synchronous=chosen.synchronous)
    show(counts, time.perf_counter() - before)
    return 1 if any(counts[one] for one in LOST) else 0


def run(folder: Path, many: int, reports: int, seed: int, *, synchronous: int = 2) -> Counter[str]:
    """So many cuts of a process that records so many reports. SQLite alone."""
    rng = Random(seed)
    with installation(folder / "place", PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}", OMP_NUM_THREADS="1") as place:
        place.code(BEGIN)
        data = place.folder / "data"
        before = {path.name: path.read_bytes() for path in data.glob(f"{PREFIX}*")}
        steps = [*tape.read(_recorded(place, reports, synchronous), data, PREFIX)]
        counts: Counter[str] = Counter(dict.fromkeys(LOST, 0))
        with _Examiner(place) as examiner, progress() as bars:
            for at in bars.track(sorted(rng.choices(range(1, len(steps)), k=many)), description="Cutting the power"):
                disk = cuts.played(before, steps[:at])
                counts += _reckoned(disk, examiner, folder, rng)
    counts["writes, syncs and acknowledgements recorded"] = len(steps)
    counts["reports acknowledged in all"] = sum(isinstance(one, tape.Acknowledged) for one in steps)
    return counts


def _recorded(place: Installation, reports: int, synchronous: int) -> Path:
    log = place.folder / "strace.log"
    code = f"import django; django.setup()\n{WRITE.format(reports=reports, synchronous=synchronous)}"
    command = [*tape.STRACE, "-o", str(log), sys.executable, "-c", code]
    subprocess.run(command, env=place.variables, cwd=place.folder, stdout=subprocess.DEVNULL, check=True)
    return log


def _reckoned(disk: cuts.Disk, examiner: "_Examiner", folder: Path, rng: Random) -> Counter[str]:
    where = Path(tempfile.mkdtemp(dir=folder))
    try:
        cuts.put(disk.left(rng), where)
        found = examiner.ask(where / PREFIX)
    finally:
        shutil.rmtree(where)
    counts: Counter[str] = Counter({"cuts": 1, "reports acknowledged before their cut": len(disk.told)})
    counts["acknowledged, and lost"] = sum(found["reports"].get(ref) != pk for ref, pk in disk.told.items())
    recorded = Counter(found["recorded"])
    counts["there without its row in the record"] = sum(recorded[pk] != 1 for pk in found["reports"].values())
    counts["there, and not acknowledged any more"] = len(found["reports"].keys() - disk.told.keys())
    counts["a broken chain"] = int(not found["whole"])
    counts["a damaged database"] = int(not found["sound"])
    return counts


class _Examiner:
    """One process with Django set up that looks at one database after another."""

    def __init__(self, place: Installation) -> None:
        code = f"import django; django.setup()\n{EXAMINE}"
        self._process = subprocess.Popen(
            [sys.executable, "-c", code],
            env=place.variables,
            cwd=place.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "_Examiner":
        return self

    def __exit__(self, *raised: object) -> None:
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait()

    def ask(self, database: Path) -> dict[str, object]:
        """What is in a database."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("The process that examines has no pipes.")
        self._process.stdin.write(f"{database}\n")
        self._process.stdin.flush()
        found: dict[str, object] = json.loads(self._process.stdout.readline())
        return found


def show(counts: Counter[str], seconds: float) -> None:
    """What was tried, how often, and what was lost."""
    table = Table(title=f"What was acknowledged survives a power cut ({seconds:.0f} s)", show_header=False)
    for what in (*sorted(counts.keys() - set(LOST)), *LOST):
        table.add_row(what, f"{counts[what]:,}")
    console().print(table)


if __name__ == "__main__":
    os.environ.pop("DATABASE_URL", None)
    sys.exit(main())
