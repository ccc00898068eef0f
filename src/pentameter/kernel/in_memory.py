"""A file that lies in memory alone, at a path that this process and its children can open."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def in_memory(content: bytes) -> Iterator[Path]:
    """The content as a file without a name on any disk. It is gone when it is left, whatever happens."""
    handle = os.memfd_create("sent")
    try:
        with os.fdopen(os.dup(handle), "wb") as out:
            out.write(content)
        yield Path(f"/proc/{os.getpid()}/fd/{handle}")
    finally:
        os.close(handle)
