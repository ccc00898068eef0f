"""One moment of a database in a file, while others write; never over a database that is there."""

import json
from pathlib import Path

import pytest

import postgres_programs
from pentameter.config.backup import snapshots
from pentameter.config.environment import Misconfigured
from tests.installations import ROOT, installation

TAKE = """
import json, sys
from pathlib import Path
from django.db import connections, transaction
from pentameter.accounts.models import Agency
from pentameter.audit.api import noted_end
from pentameter.config.backup import snapshots
from pentameter.config.backup.snapshots import SNAPSHOT
from pentameter.config.environment import Misconfigured
from victims.ground import agencies
agencies()
target = Path("one")
before = snapshots.count("default")
with snapshots.taken("default", target):
    Agency.objects.all().delete()
    meanwhile = snapshots.count(SNAPSHOT)
    seen = Agency.objects.using(SNAPSHOT).count()
    heads = [noted_end(using=SNAPSHOT), noted_end()]
try:
    snapshots.load(target, "default")
    over = ""
except Misconfigured as problem:
    over = str(problem)
found = {"before": before, "meanwhile": meanwhile, "after": snapshots.count("default"), "seen": seen, "heads": heads}
left, mode = SNAPSHOT in connections.databases, target.stat().st_mode & 0o777
print(json.dumps({**found, "over": over, "mode": mode, "left": left}))
"""


@pytest.mark.installation
def test_what_is_written_afterwards_is_not_in_it_and_nothing_is_loaded_over_it(tmp_path: Path) -> None:
    path = {"PATH": postgres_programs.path(), "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    with installation(tmp_path / "place", **path) as place:
        found = json.loads(place.code(TAKE).splitlines()[-1])
    assert found["meanwhile"] == found["before"]
    assert found["seen"] == found["before"]["accounts_agency"] > 0
    assert found["after"]["accounts_agency"] == 0
    assert found["heads"][0] == found["heads"][1]
    assert "Nothing is restored over it" in found["over"]
    assert (found["mode"], found["left"]) == (0o600, False)


def test_a_damaged_copy_is_seen(tmp_path: Path) -> None:
    import sqlite3

    made = sqlite3.connect(tmp_path / "one")
    made.execute("CREATE TABLE one (text)")
    made.executemany("INSERT INTO one VALUES (?)", [("x" * 500,)] * 100)
    made.commit()
    made.close()
    snapshots.require_sound(tmp_path / "one")
    content = bytearray((tmp_path / "one").read_bytes())
    content[8192:16384] = bytes(8192)
    (tmp_path / "one").write_bytes(content)
    with pytest.raises(Misconfigured, match="is damaged"):
        snapshots.require_sound(tmp_path / "one")
    (tmp_path / "one").write_bytes(b"no database at all")
    with pytest.raises(Misconfigured, match="is damaged"):
        snapshots.require_sound(tmp_path / "one")
