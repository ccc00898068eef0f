"""Reading files of other tools, as the intake does, without a database."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pentameter.intelligence.intake import interpret, readers
from pentameter.intelligence.intake.drafts import Problem, RawRow, ReportDraft
from pentameter.intelligence.intake.foreign import STRICTEST, under
from tests.intelligence.intake.rows import TODAY


def rows(content: bytes, folder: Path, name: str = "other.ftm.json") -> list[RawRow]:
    """The rows of a file."""
    path = folder / "received"
    path.write_bytes(content)
    with readers.open_file(path, name=name) as source:
        return list(source.rows())


def outcome(row: RawRow) -> ReportDraft | tuple[Problem, ...]:
    """What becomes of a row."""
    return row.faults or interpret.report(under(row, STRICTEST), agency="durham", today=TODAY)


def drafts(content: bytes, folder: Path, name: str = "other.ftm.json") -> list[ReportDraft | tuple[Problem, ...]]:
    """What becomes of all of them."""
    return [outcome(row) for row in rows(content, folder, name)]


def lines(*entities: Mapping[str, Any] | str) -> bytes:
    """A file of records."""
    return "\n".join(one if isinstance(one, str) else json.dumps(one) for one in entities).encode()


def entity(identifier: str, schema: str, **properties: object) -> dict[str, Any]:
    """A record; a text by itself is a list of one."""
    listed = {name: [one] if isinstance(one, str) else one for name, one in properties.items()}
    return {"id": identifier, "schema": schema, "properties": listed}


def said(outcome: ReportDraft | tuple[Problem, ...]) -> str:
    """The sentences of a row that goes to quarantine."""
    assert not isinstance(outcome, ReportDraft), outcome
    return " ".join(one.sentence for one in outcome)
