#!/usr/bin/env python3
"""Check a copy of Pentameter's audit record. Needs Python 3.9 or newer and nothing of Pentameter.

    python3 verify_record.py FOLDER [--key HEX]

FOLDER holds `record.jsonl` (one row a line), `checkpoints.jsonl` and `checkpoint-*.pub` as they were handed out. Give
with --key the public key (64 hexadecimal digits) that you had from another source: a key that came with the files only
shows that the files fit each other. Signatures are checked if the package `cryptography` is installed.

Row: `digest` is the SHA-256 of the row as JSON without `digest` (keys in order, no spaces, UTF-8). `previous` is the
digest of the row before; that of row 1 is 64 zeros. Rows are numbered from 1.

Checkpoint: `signature` is Ed25519 over the line as JSON without `signature`, written in the same way. `digest` is that
of row `seq`. `previous` is the SHA-256 of the line before; that of checkpoint 1 is 64 zeros.

The answer is 0 if everything holds, 1 if something does not, 2 if nothing could be checked.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ZEROS = "0" * 64


def canonical(values: dict[str, Any]) -> bytes:
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8") as file:
        for text in file:
            yield json.loads(text)


def check_rows(path: Path, digests: dict[int, str]) -> Iterator[str]:
    """Go along the rows. Yields a sentence for the first that does not hold; fills in the digests asked for."""
    before = ZEROS
    for number, row in enumerate(lines(path), start=1):
        if row["seq"] != number:
            yield f"Row {number} is missing or out of its place: the file goes on with number {row['seq']}."
            return
        if row["previous"] != before:
            yield f"Row {number} does not follow the row before it."
            return
        before = hashlib.sha256(canonical(without(row, "digest"))).hexdigest()
        if row["digest"] != before:
            yield f"Row {number} was changed."
            return
        if number in digests:
            digests[number] = before


def check_checkpoints(checkpoints: Sequence[dict[str, Any]], digests: dict[int, str]) -> Iterator[str]:
    """Yields a sentence for every checkpoint that its row or the checkpoint before it contradicts."""
    before = ZEROS
    for number, one in enumerate(checkpoints, start=1):
        if one["number"] != number or one["previous"] != before:
            yield f"Checkpoint {number} is missing or was changed."
            return
        before = hashlib.sha256(canonical(one)).hexdigest()
        if not digests[one["seq"]]:
            yield f"Checkpoint {number} speaks of row {one['seq']}, and the rows end before it or do not hold."
        elif digests[one["seq"]] != one["digest"]:
            yield f"Checkpoint {number} contradicts row {one['seq']}: rows up to it were written anew."


def check_signatures(checkpoints: Sequence[dict[str, Any]], keys: dict[str, bytes]) -> Iterator[str]:
    """Yields a sentence for every signature that does not hold."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    for one in checkpoints:
        key = keys.get(one["key"])
        if key is None:
            yield f"Checkpoint {one['number']} is signed by a key that you do not trust."
            continue
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(
                bytes.fromhex(one["signature"]), canonical(without(one, "signature"))
            )
        except (InvalidSignature, ValueError):
            yield f"The signature of checkpoint {one['number']} does not hold."


def trusted(folder: Path, given: str) -> dict[str, bytes]:
    texts = [given] if given else [path.read_text(encoding="ascii") for path in folder.glob("*.pub")]
    found = [bytes.fromhex(text.strip()) for text in texts]
    return {hashlib.sha256(key).hexdigest()[:16]: key for key in found}


def main(arguments: Sequence[str]) -> int:
    if not arguments or not (Path(arguments[0]) / "record.jsonl").exists():
        print(__doc__)
        return 2
    folder, given = Path(arguments[0]), arguments[2] if arguments[1:2] == ["--key"] else ""
    path = folder / "checkpoints.jsonl"
    checkpoints = list(lines(path)) if path.exists() else []
    digests = {one["seq"]: "" for one in checkpoints}
    problems = [*check_rows(folder / "record.jsonl", digests), *check_checkpoints(checkpoints, digests)]
    try:
        problems += check_signatures(checkpoints, trusted(folder, given))
    except ImportError:
        print("Signatures were NOT checked: install the package `cryptography`.")
    if not given:
        print("The key came with the files. Ask for it from another source and give it with --key.")
    for problem in problems:
        print(problem)
    if not problems:
        print(
            f"Everything holds: {sum(1 for _ in lines(folder / 'record.jsonl'))} rows, {len(checkpoints)} checkpoints."
        )
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
