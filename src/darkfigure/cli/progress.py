"""A progress bar on stderr, for somebody who sits at a terminal and for nobody else."""

import _thread
import os
import signal
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

WIDE = 28
EVERY = 0.2
SHY = 0.4
"""Seconds before anything is shown: quick answers need no bar."""


class Bar:
    """Called as (done, of, what); between calls it shows the seconds that pass.

    Python drops an interrupt that comes while a weak reference is cleared, as each import does: "Exception ignored".
    So one that somebody asked for is raised again with every tick, until the bar is stopped.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream, self.began = stream, time.monotonic()
        self.done, self.of, self.what, self.long = 0, 0, "Working", 0
        self.over, self.interrupted = threading.Event(), threading.Event()
        self.before = signal.getsignal(signal.SIGINT)
        self.clock = threading.Thread(target=self._tick, daemon=True)

    def __call__(self, done: int, of: int, what: str) -> None:
        """So much is done."""
        self.done, self.of, self.what = done, of, what

    def line(self) -> str:
        """What to show now."""
        passed = time.monotonic() - self.began
        if self.of <= 0:
            return f"{self.what} ... {passed:.0f} s"
        share = min(self.done / self.of, 1.0)
        filled = round(share * WIDE)
        left = f" about {passed / share - passed:.0f} s left:" if 0.0 < share < 1.0 and passed > 1.0 else ""
        return f"[{'#' * filled}{'.' * (WIDE - filled)}] {share:4.0%}{left} {self.what}"

    def start(self) -> None:
        """Begin to show it, in the main thread."""
        signal.signal(signal.SIGINT, self._interrupt)
        self.clock.start()

    def stop(self) -> None:
        """Take it off the screen."""
        self.over.set()
        self.clock.join()
        signal.signal(signal.SIGINT, self.before or signal.default_int_handler)
        self._show("")
        if self.long:
            self.stream.write("\r")
            self.stream.flush()

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self.interrupted.set()
        raise KeyboardInterrupt

    def _tick(self) -> None:
        if self.over.wait(SHY):
            return
        self._show(self.line())
        while not self.over.wait(EVERY):
            self._show(self.line())
            if self.interrupted.is_set() and not self.over.is_set():
                _interrupt_main()

    def _show(self, line: str) -> None:
        line = line[: _columns(self.stream) - 1]
        if line or self.long:
            self.stream.write("\r" + line.ljust(self.long))
            self.stream.flush()
        self.long = len(line) if line else self.long


def _interrupt_main() -> None:
    """A signal, where there are such, for it wakes one who waits; elsewhere (Windows) what waits is waited for."""
    main = threading.main_thread().ident
    if main is not None and hasattr(signal, "pthread_kill"):
        signal.pthread_kill(main, signal.SIGINT)
    else:
        _thread.interrupt_main()


@contextmanager
def progress(*, quiet: bool) -> Iterator[Bar]:
    """A bar that can be told what is done: seen only at a terminal, never with --json or in a pipe."""
    bar = Bar(sys.stderr)
    if quiet or not _watched():
        yield bar
        return
    bar.start()
    try:
        yield bar
    finally:
        bar.stop()


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _watched() -> bool:
    return sys.stderr.isatty() and not _piped(sys.stdout)


def _piped(stream: TextIO) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return True
