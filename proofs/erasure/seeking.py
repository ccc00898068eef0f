"""Needles are sown with cases and reports, these are disposed of, and every table and file is searched for them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, router
from django.db.models import BinaryField

from pentameter.kernel.actor import SYSTEM
from pentameter.retention.services.items import SHELVES
from pentameter.retention.storage import rub_out
from retention import ground


def run(number: int) -> dict[str, dict[str, int]]:
    """So many cases and reports: how many needles there were, and where any is left."""
    items = [*ground.sown(number)]
    needles = sorted(_needles())
    before = _in_tables(needles)
    for kind, item in items:
        SHELVES[kind].destroy(item, proposed_by="somebody", by=SYSTEM)
    tables = _in_tables(needles)
    rub_out(whole=connection.vendor == "postgresql")
    files, logs = _in_files(needles)
    counts = {
        "cases and reports disposed of": len(items),
        "needles: sealed bytes, wrapped keys, words": len(needles),
        "found before": sum(before.values()),
        "found in a table": sum(tables.values()),
        "found in a file": sum(files.values()),
        "left in PostgreSQL's log of changes, which is not claimed": sum(logs.values()),
    }
    return {"counts": counts, "places": {**tables, **files}}


def _needles() -> Iterator[bytes]:
    """The canary, and the first bytes of everything that is sealed of what will go."""
    yield ground.CANARY.encode()
    yield ground.CANARY.lower().encode()
    for label in ground.SEALED:
        model = apps.get_model(label)
        names = [one.attname for one in model._meta.local_fields if isinstance(one, BinaryField)]
        for row in model._default_manager.values_list(*names):
            yield from (bytes(one)[:40] for one in row if one and len(bytes(one)) >= 24)


def _in_tables(needles: Iterable[bytes]) -> Counter[str]:
    """How many needles each table holds."""
    found: Counter[str] = Counter()
    for model in apps.get_models():
        if router.db_for_read(model) != "default":
            continue
        held = b"\0".join(_bytes(one) for row in model._default_manager.values_list() for one in row)
        if count := sum(one in held for one in needles):
            found[model._meta.label] = count
    return found


def _bytes(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def _in_files(needles: Iterable[bytes]) -> tuple[Counter[str], Counter[str]]:
    """How many needles lie in the files of the database and of the data folder; and in PostgreSQL's own log."""
    files: Counter[str] = Counter()
    logs: Counter[str] = Counter()
    for path in _files():
        held = path.read_bytes()
        if count := sum(one in held for one in needles):
            (logs if "pg_wal" in path.parts else files)[path.name] += count
    return files, logs


def _files() -> Iterator[Path]:
    folders = [Path(settings.PLACES.data)]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")
            cursor.execute("SHOW data_directory")
            folders.append(Path(cursor.fetchone()[0]))
    yield from (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
