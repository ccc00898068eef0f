"""One run: an installation with so many cases, people at work, the root key changed under them, and the reckoning."""

import json
import os
import random
import select
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.installations import Installation, installation

ROOT = Path(__file__).resolve().parents[2]
LOST = ("keys that do not open", "keys left under the old version", "identities that do not open", "acts that failed")
PEOPLE = ("reads", "reads", "writes")
"""Who works meanwhile: each a process."""
BEGIN = """
from django.db import transaction
from pentameter.kernel import clock, sealing
from pentameter.kernel.ids import new_id
from pentameter.kernel.safe import Safe
from pentameter.keyring import api as keyring
from pentameter.victims.keys import WRAPPED
from pentameter.victims.models import Case, CaseKey
from pentameter.victims.queries.opening import bound
from victims.ground import rescued
like = Case.objects.get(pk=rescued().case_id)
many, made = {cases}, []
names = ("agency_id", "place", "zone", "state", "age", "rescued_on", "opened_at", "opened_by")
facts = {{name: getattr(like, name) for name in names}}
for start in range(1, many, 5_000):
    with transaction.atomic():
        rows, wrapped = [], []
        for number in range(start, min(start + 5_000, many)):
            pk, safe = new_id(), Safe(sealing.new_key())
            who = safe.seal({{"name": f"Person {{number}}"}}, bound_to=bound("identity", pk))
            rows.append(Case(id=pk, reference=f"P-{{number}}", identity=who, **facts))
            kept = keyring.wrapped_by(1, WRAPPED, pk, safe.key)
            wrapped.append(CaseKey(case_id=pk, wrapped=kept, made_at=clock.now()))
        Case.objects.bulk_create(rows)
        CaseKey.objects.bulk_create(wrapped)
"""
ROTATE = """
import json, sys, time
from pathlib import Path
from pentameter.config.rotation import rotate
before, worked = time.perf_counter(), time.process_time()
outcome = rotate(Path({folder!r}), lambda *step: None)
spent = {{"seconds": time.perf_counter() - before, "processor": time.process_time() - worked}}
print(json.dumps({{**spent, **outcome.as_dict()}}))
"""
PLAIN = """
import json, time
from pentameter.keyring import api as keyring
from pentameter.victims.keys import WRAPPED
from pentameter.victims.models import CaseKey
rows = list(CaseKey.objects.values_list("case_id", "wrapped"))
before = time.perf_counter()
for one, wrapped in rows:
    keyring.wrapped_by(1, WRAPPED, one, keyring.unwrap(WRAPPED, one, wrapped))
print(json.dumps(time.perf_counter() - before))
"""
TELL = """
import json
from pentameter.audit.api import verify
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.sealing import SealBroken
from pentameter.keyring import api as keyring
from pentameter.config.rotation import COLUMNS
from pentameter.victims.keys import WRAPPED, unwrap
from pentameter.victims.models import CaseKey
from pentameter.victims.queries.opening import bound
now, closed, unread, keys = keyring.versions(), 0, 0, 0
rows = CaseKey.objects.values_list("case_id", "wrapped", "case__identity")
for one, wrapped, identity in rows.iterator():
    keys += 1
    try:
        safe = unwrap(one, wrapped)
    except SealBroken:
        closed += 1
        continue
    try:
        safe.unseal(identity, bound_to=bound("identity", one))
    except SealBroken:
        unread += 1
left = sum(keyring.left_behind(kept, now.current) for kept in COLUMNS)
print(json.dumps({"keys": keys, "closed": closed, "unread": unread, "left": left, "version": now.current,
                  "retired": list(now.retired), "whole": verify(by=SYSTEM).whole}))
"""


def run(
    folder: Path, *, cases: int, kills: int = 0, people: Sequence[str] = PEOPLE, seed: int = 2007
) -> tuple[Counter[str], dict[str, float]]:
    """Change the root key of an installation with so many cases, killed so often first, while people work."""
    with installation(folder, PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}") as place:
        _code(place, BEGIN.format(cases=cases))
        times = {"wrapping alone": float(json.loads(_last(_code(place, PLAIN))))}
        at_work = [_at_work(place, kind, seed + number) for number, kind in enumerate(people)]
        try:
            killed = _killed(place, kills, times["wrapping alone"], random.Random(seed))
            done = json.loads(_last(_code(place, _rotating(place))))
        finally:
            said = [(kind, _stopped(one)) for kind, one in at_work]
        told = json.loads(_last(_code(place, TELL)))
    times["changing the root key"] = float(done["seconds"])
    times["changing the root key, of its processor"] = float(done["processor"])
    return _counted(done, told, said, killed), times


def _counted(
    done: dict[str, object], told: dict[str, int], said: list[tuple[str, dict[str, int]]], killed: int
) -> Counter[str]:
    counts: Counter[str] = Counter()
    counts["keys wrapped anew by the last run"] = sum(done["wrapped"].values())  # type: ignore[attr-defined]  # JSON
    counts["keys of cases at the end"] = told["keys"]
    counts["runs killed by kill -9"] = killed
    for kind, one in said:
        counts[f"{kind} meanwhile"] += one["done"]
        counts["acts that failed"] += one["failed"]
        counts[f"slowest of the {kind}, ms"] = max(counts[f"slowest of the {kind}, ms"], one["slowest_ms"])
    counts["keys that do not open"] = told["closed"]
    counts["identities that do not open"] = told["unread"]
    counts["keys left under the old version"] = told["left"]
    counts["old versions that were not retired"] = int(told["version"] - 1 != len(told["retired"]))  # type: ignore[arg-type]  # JSON
    counts["records that are not whole"] = int(not told["whole"])
    return counts


def _at_work(place: Installation, kind: str, seed: int) -> tuple[str, "subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "proofs.rotation.people", kind, str(seed)],
        env=place.variables,
        cwd=place.folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    return kind, process


def _stopped(process: "subprocess.Popen[str]") -> dict[str, int]:
    out, _ = process.communicate("stop\n", timeout=120)
    found: dict[str, int] = json.loads(_last(out))
    return found


def _killed(place: Installation, kills: int, about: float, rng: random.Random) -> int:
    """Begin the change and kill it after a chance time, so often; answers how many were still at it."""
    killed = 0
    for _ in range(kills):
        process = place.start("-c", f"import django; django.setup()\nprint('go', flush=True)\n{_rotating(place)}")
        assert process.stdout is not None
        process.stdout.readline()
        if not select.select([process.stdout], [], [], rng.uniform(0.0, about * 2))[0]:
            os.kill(process.pid, signal.SIGKILL)
            killed += 1
        process.communicate()
    return killed


def _code(place: Installation, code: str) -> str:
    """Run a few lines with Django set up, however long they take."""
    process = place.start("-c", f"import django; django.setup()\n{code}")
    said, _ = process.communicate()
    if process.returncode:
        raise RuntimeError(said)
    return said.strip()


def _rotating(place: Installation) -> str:
    return ROTATE.format(folder=str(place.folder / "data.keys"))


def _last(said: str) -> str:
    return said.strip().splitlines()[-1]
