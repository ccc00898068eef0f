"""Any moment on PostgreSQL: a copy of the cluster, its log kept while reports come in, recoveries to some moments."""

import json
import os
import shlex
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import psycopg
from tests import postgres_programs
from tests.installations import Installation, installation, on_server

from pentameter.config.installation import MARK
from proofs.acknowledged.__main__ import BEGIN, ROOT, TELL
from proofs.acknowledged.cluster import PATIENCE, Cluster, cluster
from proofs.restores.drill import command

SUBMIT = """
import sys
from intelligence import ground
from pentameter.kernel import clock
from pentameter.operations.models import Wave
wave = Wave.objects.values_list("id", flat=True).first()
rows = [{{**ground.good(), "report_ref": f"M{number}-{{one}}"}} for one in range({many})]
ground.sent(ground.csv_of(rows), wave, name="M{number}.csv")
print(clock.now().isoformat())
"""
MANY = 5
LOST = (
    "there more than once",
    "a broken chain",
    "recorded before the moment, and lost",
    "recorded after the moment, and there",
    "not proved when it was adopted",
)


def run(folder: Path, moments: int, seed: int) -> Counter[str]:
    """So many moments, each recovered. `folder` is there and empty."""
    counts: Counter[str] = Counter(dict.fromkeys(LOST, 0))
    os.environ["PATH"] = postgres_programs.path_of(18)
    with cluster(folder / "cluster") as server, on_server(server.address):
        public = _prepared(server, folder)
        with installation(folder / "place", PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}", PATH=os.environ["PATH"]) as place:
            (place.folder / "data" / MARK).write_text('{"mode": "demo"}', encoding="utf-8")
            place.code(BEGIN)
            given = ["backup", "base", str(folder / "bases"), "--url", server.address, "--recipient", public]
            command(given, {**place.variables})
            at = [_further(place, server, number) for number in range(moments + 1)]
            (base,) = (folder / "bases").iterdir()
            for number in Random(seed).sample(range(moments), moments):
                counts += _recovered(place, folder, base, number, at[number])
    counts["moments recovered"] = moments
    return counts


def _prepared(server: Cluster, folder: Path) -> str:
    """Let the cluster keep its log, sealed to a new key."""
    public = command(["backup", "key", str(folder / "private.key")], dict(os.environ)).splitlines()[-1]
    keep = [sys.executable, "-m", "pentameter.config.cli", "backup", "keep", "%p", "%f", str(folder / "log")]
    words = " ".join(one if one.startswith("%") else shlex.quote(one) for one in [*keep, "--recipient", public])
    with psycopg.connect(server.address, autocommit=True) as connection:
        for setting in ("archive_mode = on", "wal_level = replica", "max_wal_senders = 4"):
            connection.execute(psycopg.sql.SQL(f"ALTER SYSTEM SET {setting}"))
        connection.execute(psycopg.sql.SQL("ALTER SYSTEM SET archive_command = {}").format(words))
    server.crash()
    _until_open(server.address)
    return public


def _further(place: Installation, server: Cluster, number: int) -> datetime:
    """Some more reports; and a moment after the last of them, kept in the log."""
    moment = datetime.fromisoformat(place.code(SUBMIT.format(number=number, many=MANY)).splitlines()[-1])
    time.sleep(1.1)  # the moments are asked for in whole seconds
    with psycopg.connect(server.address, autocommit=True) as connection:
        row = connection.execute("SELECT pg_walfile_name(pg_current_wal_lsn())").fetchone()
        connection.execute("SELECT pg_switch_wal()")
        until = time.monotonic() + PATIENCE
        while not _kept(connection, str(row[0]) if row else ""):
            if time.monotonic() > until:
                raise RuntimeError("PostgreSQL does not keep its log.")
            time.sleep(0.1)
    return moment


def _kept(connection: "psycopg.Connection[tuple[str | None]]", piece: str) -> bool:
    row = connection.execute("SELECT last_archived_wal FROM pg_stat_archiver").fetchone()
    return bool(row and row[0] and row[0] >= piece)


def _recovered(place: Installation, folder: Path, base: Path, number: int, at: datetime) -> Counter[str]:
    """The cluster as it stood a second after a moment, adopted and reckoned."""
    into = folder / f"recovered-{number}"
    until = at.replace(microsecond=0).strftime("%Y-%m-%dT%H:%M:%S%z")
    stop = (at.replace(microsecond=0)).timestamp() + 1
    asked = datetime.fromtimestamp(stop, tz=at.tzinfo).strftime("%Y-%m-%dT%H:%M:%S%z")
    keys = ["--log", str(folder / "log"), "--identity", str(folder / "private.key"), "--until", asked]
    command(["backup", "recover", str(base), str(into), *keys], dict(os.environ))
    with cluster(into) as server:
        _until_open(server.address)
        named = {name: _at(place.variables[name], server.address) for name in ("DATABASE_URL", "PUBLIC_DATABASE_URL")}
        new = replace(place, variables={**place.variables, **named})
        data = str(place.folder / "data")
        proof = json.loads(command(["backup", "adopt", until, "--data", data, "--json"], new.variables, well=(0, 1)))
        kept = json.loads(new.code(TELL).splitlines()[-1])
    there = set(kept["reports"])
    before = {f"M{one}-{each}" for one in range(number + 1) for each in range(MANY)}
    counts: Counter[str] = Counter()
    counts["recorded before the moment, and lost"] = len(before - there)
    counts["recorded after the moment, and there"] = len(there - before)
    counts["there more than once"] = sum(len(ids) > 1 for ids in kept["reports"].values())
    counts["a broken chain"] = int(not kept["whole"])
    counts["not proved when it was adopted"] = int(proof["tried"] != proof["opened"])
    counts["reports reckoned"] = len(before)
    return counts


def _at(database: str, server: str) -> str:
    """The same database on another server."""
    parts, other = urlsplit(database), urlsplit(server)
    options = {**dict(parse_qsl(parts.query)), **dict(parse_qsl(other.query))}
    return urlunsplit(other._replace(path=parts.path, query=urlencode(options)))


def _until_open(address: str) -> None:
    """Wait until PostgreSQL has recovered and takes writes."""
    until = time.monotonic() + PATIENCE
    while not _is_open(address):
        if time.monotonic() > until:
            raise RuntimeError("The cluster does not end its recovery.")
        time.sleep(0.1)


def _is_open(address: str) -> bool:
    try:
        with psycopg.connect(address, autocommit=True) as connection:
            row = connection.execute("SELECT pg_is_in_recovery()").fetchone()
    except psycopg.OperationalError:
        return False
    return row is not None and not row[0]
