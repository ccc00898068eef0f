"""What the clients were told: one entry for each report that they sent."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Sent:
    """A report that was sent, as often as it took: `needed` so many `requests`; `id` once it was acknowledged."""

    reference: str
    key: str
    requests: int = 0
    needed: int = 0
    id: str = ""
    again: list[str] = field(default_factory=list)
    """What was answered to each request that came after the acknowledgement: an id, or what was wrong."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the installation holds in the end. `reports`: the ids by reference; `recorded`: how often the record says
    of an id that it was accepted; `whole`: the chain of the record."""

    reports: dict[str, list[str]]
    recorded: dict[str, int]
    whole: bool

    @classmethod
    def of(cls, told: dict[str, Any]) -> "Kept":
        """As it was told in JSON."""
        return cls(told["reports"], told["recorded"], told["whole"])


LOST = (
    "acknowledged, and lost",
    "there more than once",
    "another than was acknowledged",
    "without exactly one row in the record",
    "sent again, and answered otherwise",
    "a report that nobody sent",
    "a broken chain",
)


def reckoned(sent: list[Sent], kept: Kept) -> Counter[str]:
    """What was tried and what was lost, by name; all of `LOST` are there, nought where nothing was."""
    counts = Counter(dict.fromkeys(LOST, 0))
    for one in sent:
        there = kept.reports.get(one.reference, [])
        counts["reports sent"] += 1
        counts["requests"] += one.requests
        counts["acknowledged"] += bool(one.id)
        counts["acknowledged at the second request or later"] += one.needed > 1
        counts["acknowledged, and lost"] += bool(one.id) and not there
        counts["there more than once"] += len(there) > 1
        counts["another than was acknowledged"] += bool(one.id) and bool(there) and one.id not in there
        counts["without exactly one row in the record"] += sum(kept.recorded.get(each, 0) != 1 for each in there)
        counts["sent again after the acknowledgement"] += len(one.again)
        counts["sent again, and answered otherwise"] += sum(each != one.id for each in one.again)
    counts["a report that nobody sent"] = len(kept.reports.keys() - {one.reference for one in sent})
    counts["a broken chain"] = int(not kept.whole)
    return counts
