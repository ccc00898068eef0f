"""The last hours or days of one person: which records, in which rows."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(slots=True)
class Window:
    """What happened within a span of time, each thing counted once."""

    span: timedelta
    held: deque[tuple[datetime, str, int]] = field(default_factory=deque)
    _times: dict[str, int] = field(default_factory=dict)

    def add(self, at: datetime, what: str, row: int) -> int:
        """Something more, and how many different things there are within the span now."""
        while self.held and at - self.held[0][0] >= self.span:
            self._forget(self.held.popleft()[1])
        self.held.append((at, what, row))
        self._times[what] = self._times.get(what, 0) + 1
        return len(self._times)

    def emptied(self) -> tuple[int, ...]:
        """The rows that it held: what was told once is not told again."""
        rows = tuple(row for _, _, row in self.held)
        self.held.clear()
        self._times.clear()
        return rows

    def _forget(self, what: str) -> None:
        self._times[what] -= 1
        if not self._times[what]:
            del self._times[what]
