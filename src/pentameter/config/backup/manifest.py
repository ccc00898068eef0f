"""What a backup says of itself: of which moment it is, what is in it, and what has to be there once it is restored."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pentameter.config.environment import Misconfigured

NAME = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """`stands_for`: nothing recorded before this moment is missing. `rows`: of each table of each database. `head`: the
    last row of the audit record and its digest. `files`: SHA-256 of each other file of the archive, by its name.
    `keys`: by what each key that opens it is known, by the key's file, which tells nobody anything else."""

    version: str
    mode: str
    kind: str
    stands_for: datetime
    rows: dict[str, dict[str, int]]
    head: tuple[int, str]
    files: dict[str, str]
    keys: dict[str, str]
    format: int = FORMAT

    @property
    def all_rows(self) -> int:
        """How many rows there are in all tables of both databases."""
        return sum(sum(one.values()) for one in self.rows.values())

    def write(self, path: Path) -> None:
        """As JSON."""
        said = {**asdict(self), "stands_for": self.stands_for.isoformat()}
        path.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> "Manifest":
        """From JSON.

        Raises:
            Misconfigured: where it is none, or of a format that this version does not know.
        """
        try:
            said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            if said["format"] != FORMAT:
                raise Misconfigured(f"The backup has format {said['format']}; this version restores format {FORMAT}.")
            said["stands_for"] = datetime.fromisoformat(said["stands_for"])
            seq, digest = said["head"]
            return cls(**{**said, "head": (int(seq), str(digest))})
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise Misconfigured("The archive is no backup of Pentameter: it does not say what is in it.") from error
