"""How comments are kept, in figures: published, removed and why, appealed, upheld."""

from dataclasses import dataclass
from datetime import date

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.models import Tally

KINDS = {
    "published": "Published",
    "removed": "Not published, or removed",
    "to_edit": "Sent back to be edited",
    "moved": "Passed on as a tip-off",
    "taken_back": "Taken back by their writers",
    "reported": "Reports of comments",
    "report_agreed": "Reports that a moderator agreed to",
    "suspended": "Suspensions",
    "withdrawn": "Privileges withdrawn",
    "appealed": "Appeals",
    "upheld": "Appeals that were upheld",
}


@dataclass(frozen=True, slots=True)
class Figures:
    """All months, newest first, with one number for each kind; and why comments were removed, most often first."""

    months: tuple[date, ...]
    rows: tuple[tuple[str, tuple[int, ...], int], ...]
    why: tuple[tuple[str, int], ...]


def figures() -> Figures:
    """The figures of the latest twelve months that have any, and over all months."""
    rows = list(Tally.objects.order_by("-month"))
    months = tuple(sorted({row.month for row in rows}, reverse=True))[:12]
    counted: dict[tuple[str, date], int] = {}
    why: dict[str, int] = {}
    for row in rows:
        if row.rule:
            why[row.rule] = why.get(row.rule, 0) + row.number
        else:
            counted[row.kind, row.month] = row.number
    lines = tuple(
        (words, tuple(counted.get((kind, month), 0) for month in months), _all(counted, kind))
        for kind, words in KINDS.items()
    )
    reasons = sorted(((our_rules.told(code) or "Another reason.", number) for code, number in why.items()), key=_most)
    return Figures(months, lines, tuple(reasons))


def _all(counted: dict[tuple[str, date], int], kind: str) -> int:
    return sum(number for (one, _), number in counted.items() if one == kind)


def _most(line: tuple[str, int]) -> tuple[int, str]:
    return -line[1], line[0]
