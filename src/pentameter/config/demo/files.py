"""Writes the demo operation's files: what agencies send, what should come of it, and who is who."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path

from pentameter.config.demo import guide, pool, records, removal_day, tables
from pentameter.config.demo.mailroom import Truth
from pentameter.config.demo.operation import DemoOperation, operation
from pentameter.config.demo.reference import MARK
from pentameter.config.demo.senders import Format
from pentameter.config.demo.shipments import Fate, Shipment

Progress = Callable[[int, int], None]
"""Is told how many files are written, and of how many."""


def _quiet(done: int, total: int) -> None:
    """Nobody is told."""


def write_files(out: Path, *, reports: int, seed: int, today: date, progress: Progress = _quiet) -> DemoOperation:
    """Write the files of a demo operation with that many good reports, as it stands today.

    The same arguments give the same bytes.
    """
    made = operation(reports=reports, seed=seed, today=today)
    shipments = (*made.shipments, *made.journeys)
    for done, shipment in enumerate(shipments, start=1):
        path = out / shipment.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes(shipment, today))
        progress(done, len(shipments))
    removals = out / removal_day.PATH
    removals.parent.mkdir(parents=True, exist_ok=True)
    removals.write_bytes(removal_day.csv_bytes(seed, today))
    (out / "demo.json").write_bytes(_json(_description(made, today)))
    (out / "expected.json").write_bytes(_json(_expected(shipments)))
    (out / "truth.csv").write_bytes(_truth(made))
    (out / "README.md").write_text(guide.text(made, reports=reports, seed=seed, today=today), encoding="utf-8")
    return made


def _bytes(shipment: Shipment, today: date) -> bytes:
    match shipment.format:
        case Format.CSV:
            return tables.csv_bytes(shipment)
        case Format.XLSX:
            return tables.xlsx_bytes(shipment, made_on=today)
        case Format.NRM_JSON:
            return _json(records.nrm(shipment))
        case Format.HTCDS:
            return _json(records.htcds(shipment))


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _description(made: DemoOperation, today: date) -> dict[str, object]:
    """What must be set up before the files are taken in, and the order in which they are."""
    return {
        "note": MARK,
        "as_of": today.isoformat(),
        "operation": {
            "slug": "demonstration",
            "name": "Pentameter demonstration",
            "purpose": "An invented operation, to show what Pentameter does.",
        },
        "waves": [
            {
                "number": wave.number,
                "name": wave.name,
                "starts_on": wave.period.start.isoformat(),
                "ends_on": wave.period.end.isoformat() if wave.period.end else None,
                "participants": list(_participants(wave.number)),
            }
            for wave in made.waves
        ],
        "files": [
            {"path": one.path, "agency": one.agency, "kind": one.kind, "wave": one.wave} for one in made.shipments
        ],
    }


def _participants(wave: int) -> Iterator[dict[str, str]]:
    for one in pool.participants():
        if level := one.levels[wave - 1]:
            yield {"agency": one.agency, "level": level, "plan": one.plan}


def _expected(shipments: tuple[Shipment, ...]) -> dict[str, object]:
    """What should come of each file, when they are taken in one after the other in this order."""
    return {
        "note": MARK,
        "files": {
            one.path: {
                "agency": one.agency,
                "kind": one.kind,
                "wave": one.wave,
                "format": one.format.value,
                "rows": len(one.lines),
                "accepted": one.count(Fate.ACCEPTED),
                "quarantined": one.count(Fate.QUARANTINED),
                "duplicate": one.count(Fate.DUPLICATE),
                "repeats": one.repeats,
                "wrong": list(_wrong(one)),
            }
            for one in shipments
        },
    }


def _wrong(shipment: Shipment) -> Iterator[dict[str, object]]:
    """The rows that are not accepted, by their number: in a table the heading is row 1."""
    for number, line in () if shipment.repeats else shipment.numbered():
        if line.fate is not Fate.ACCEPTED:
            yield {
                "row": number,
                "fate": line.fate.value,
                "field": line.field,
                "code": line.code,
                "mistake": line.mistake,
            }


def _truth(made: DemoOperation) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([field.name for field in fields(Truth)])
    writer.writerows(astuple(one) for one in made.truth)
    return stream.getvalue().encode()
