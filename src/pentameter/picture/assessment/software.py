"""Which software counted and froze a version: its release, and a digest of its source."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

_SHORT = 12


@cache
def code() -> str:
    """Like "Pentameter 0.1.0, source 3f2a9c81d04e"."""
    return f"Pentameter {version('pentameter')}, source {_source()[:_SHORT]}"


def _source() -> str:
    """SHA-256 over all modules of the package, by their names."""
    root = Path(str(files("pentameter")))
    whole = sha256()
    for path in sorted(root.rglob("*.py")):
        whole.update(f"{path.relative_to(root).as_posix()}\0".encode())
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()
