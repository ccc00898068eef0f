"""Shutting the public door's process out of what is the staff's: their database, received files, checkpoints and keys.

The public process knows none of it, and is never told where it is. Should somebody take the process over, Linux itself
refuses from then on: Landlock (since 5.13), which a process applies to itself, and nothing in it can take back.
Source: Documentation/userspace-api/landlock.rst of the kernel.
"""

import ctypes
import os
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""Numbers of the system calls; the same on every architecture."""
_VERSION, _BENEATH, _NO_NEW_PRIVILEGES = 1, 1, 38
_BITS = {1: 13, 2: 14, 3: 15, 4: 15}
_BITS_NOW = 16
"""How many rights on files each version of the interface knows."""
_OF_FILES = 0b1100_0000_0000_0111
"""Those that a file can have: to execute, write, read, truncate, and control a device."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64),)


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def confine(shut: Collection[Path], but: Collection[Path]) -> bool:
    """From now on this process opens nothing in `shut`, except in `but`. False where the kernel cannot see to it.

    It holds for this thread and all that it starts: call it before any is started, once everything is loaded.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE, None, 0, _VERSION)
    if version < 1:
        return False
    rights = (1 << _BITS.get(version, _BITS_NOW)) - 1
    asked = _Ruleset(rights)
    ruleset = libc.syscall(_CREATE, ctypes.byref(asked), ctypes.sizeof(asked), 0)
    if ruleset < 0:
        return False
    try:
        for path in open_paths(shut, but):
            _let(libc, ruleset, path, rights)
        return not (libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or libc.syscall(_RESTRICT, ruleset, 0))
    finally:
        os.close(ruleset)


def open_paths(shut: Collection[Path], but: Collection[Path]) -> Iterator[Path]:
    """The largest folders, and the files, that together are all there is, without `shut` and with `but`."""
    closed = frozenset(path.resolve() for path in shut)
    yield from _around(Path("/"), closed)
    yield from (path for path in but if path.exists())


def _around(folder: Path, closed: frozenset[Path]) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.is_symlink() or entry in closed:
            continue
        if any(entry in path.parents for path in closed):
            yield from _around(entry, closed)
        else:
            yield entry


def _let(libc: ctypes.CDLL, ruleset: int, path: Path, rights: int) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rule = _Beneath(rights if path.is_dir() else rights & _OF_FILES, opened)
        libc.syscall(_ADD, ruleset, _BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(opened)
