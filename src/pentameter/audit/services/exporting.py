"""Handing the record out, with all that is needed to check it elsewhere."""

import json
import os
import shutil
from importlib.resources import files
from pathlib import Path

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit import queries
from pentameter.audit.events import Event
from pentameter.audit.services.checkpointing import ledger, write_checkpoint
from pentameter.audit.services.recording import record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require

RECORD = "record.jsonl"
VERIFIER = "verify_record.py"


def export(folder: Path, *, purpose: str, by: Actor) -> int:
    """Write the record, its checkpoints, the public key and a stand-alone verifier into a folder. How many rows.

    A checkpoint is written first, so that the signatures cover the whole file; that the record was handed out, and why,
    is a row of its own after it.
    """
    require(decide(by, Operation.VIEW_AUDIT, purpose=purpose))
    write_checkpoint(by=by)
    folder.mkdir(parents=True, exist_ok=True)
    count = _write_rows(folder / RECORD)
    for path in [ledger().path, *ledger().folder.glob("*.pub")]:
        shutil.copyfile(path, folder / path.name)
    (folder / VERIFIER).write_text(files("pentameter.audit").joinpath("standalone.py").read_text("utf-8"), "utf-8")
    with transaction.atomic():
        record(Event.AUDIT_EXPORTED, by=by, purpose=purpose, detail={"rows": count})
    return count


def _write_rows(path: Path) -> int:
    count = 0
    with open(path, "w", encoding="utf-8") as file:
        for row in queries.rows():
            file.write(json.dumps(row._asdict(), sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n")
            count += 1
        file.flush()
        os.fsync(file.fileno())
    return count
