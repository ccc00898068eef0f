"""What is usual for a person: the busiest days of the last weeks, without the very busiest."""

from collections import deque
from dataclasses import dataclass, field
from datetime import date, timedelta

LOOKED_BACK = timedelta(days=28)


@dataclass(slots=True)
class Habit:
    """The highest count of each day on which there was any."""

    days: deque[tuple[date, int]] = field(default_factory=deque)

    def note(self, on: date, count: int) -> None:
        """A count of a day. The highest stays."""
        if self.days and self.days[-1][0] == on:
            if count > self.days[-1][1]:
                self.days[-1] = (on, count)
            return
        while self.days and on - self.days[0][0] > LOOKED_BACK:
            self.days.popleft()
        self.days.append((on, count))

    def usual(self, on: date) -> int:
        """The second highest of the days before, so that one unusual day does not make the next one usual."""
        counts = sorted((count for day, count in self.days if day < on and on - day <= LOOKED_BACK), reverse=True)
        return counts[1] if len(counts) > 1 else 0
