"""What strace wrote down, as a tape of what happened to the database files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink"
STRACE = ("strace", "-xx", "-y", "-s", "200000", "-e", f"trace={CALLS}")
SHARED = "-shm"
"""SQLite's file of shared memory: made anew whenever nobody has the database open."""
_LINE = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)")
_FILE = re.compile(r"^(\d+)<([^>]*)>, ")
_BYTE = re.compile(r"\\x([0-9a-f]{2})")


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes that were written to a file, and not more than that."""

    name: str
    at: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Synced:
    """All that was written to a file until then is on the disk."""

    name: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A file was made as long as `size`; 0 where it was begun anew, -1 where it was removed."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What the process had told by then: a report's reference and its id."""

    reference: str
    id: str


Step = Written | Synced | Cut | Acknowledged


def read(log: Path, folder: Path, prefix: str) -> Iterator[Step]:
    """The steps of the files in `folder` whose names begin with `prefix`, and the acknowledgements on standard output.

    Raises:
        ValueError: for a line of these files that is not understood: a tape with a gap proves nothing.
    """
    whose = f"{folder}/{prefix}"
    with log.open(encoding="ascii") as lines:
        for line in lines:
            match = _LINE.match(line)
            if match is None:
                if whose in _text(line):
                    raise ValueError(f"Not understood: {line[:200]}")
                continue
            call, given, answer = match.groups()
            if int(answer) >= 0:
                yield from _step(call, given, int(answer), whose)


def _step(call: str, given: str, answer: int, whose: str) -> Iterator[Step]:
    if call == "unlink":
        path = _text(given)
        if path.startswith(f'"{whose}'):
            yield Cut(Path(path.strip('"')).name, -1)
        return
    if call == "openat":
        path = _text(given.split(", ")[1])
        if path.startswith(f'"{whose}') and "O_TRUNC" in given:
            yield Cut(Path(path.strip('"')).name, 0)
        return
    opened = _FILE.match(f"{given}, ")
    if opened is None:
        return
    name = _text(opened[2])
    if call == "write" and opened[1] == "1":
        for said in _content(given).decode().splitlines():
            if said.startswith("told "):
                _, reference, identifier = said.split()
                yield Acknowledged(reference, identifier)
    elif name.startswith(whose) and not name.endswith(SHARED):
        yield _of_file(call, given, answer, Path(name).name)


def _of_file(call: str, given: str, answer: int, name: str) -> Step:
    if call in ("fsync", "fdatasync"):
        return Synced(name)
    if call == "ftruncate":
        return Cut(name, int(given.rpartition(", ")[2]))
    if call == "pwrite64":
        content = _content(given)
        if len(content) < answer:
            raise ValueError(f"A write to {name} was not written down whole.")
        return Written(name, int(given.rpartition(", ")[2]), content[:answer])
    raise ValueError(f"{call} to {name}: SQLite was not known to do that.")


def _content(given: str) -> bytes:
    start = given.index('"') + 1
    return bytes.fromhex(given[start : given.index('"', start)].replace("\\x", ""))


def _text(given: str) -> str:
    return _BYTE.sub(lambda one: chr(int(one[1], 16)), given)
