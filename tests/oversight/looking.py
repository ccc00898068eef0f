"""Rows and looks for tests: who, when, of what, and what is known of it, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from pentameter.decisions.rules.screening.trawling import CheckFact, suspicions
from pentameter.kernel.actor import Role
from pentameter.oversight.rules.looks import Likeness, Look
from pentameter.oversight.rules.patterns import Pattern
from pentameter.oversight.rules.rows import CHOSEN, Kind, Row
from pentameter.oversight.rules.screening import Check
from pentameter.oversight.rules.ties import CaseFact, Need, Tie
from pentameter.oversight.rules.watching import Watch

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def row(at: datetime, event: str = "case_read", subject: str = "c1", *, seq: int = 1, person: str = "p1") -> Row:
    """A row of a constable's."""
    return Row(seq, at, event, person, Role.FORCE_OFFICER, "durham", subject)


def look(at: datetime, subject: str = "c1", event: str = "case_read", *, seq: int = 1, **known: object) -> Look:
    """A look of the same."""
    one = row(at, event, subject, seq=seq)
    return Look(one, CHOSEN.get(event, Kind.CASE), at, **{"tie": Tie.NONE, **known})  # type: ignore[arg-type]  # by name


@dataclass
class Known:
    """What the contexts upstream would say."""

    cases: dict[str, CaseFact] = field(default_factory=dict)
    held: dict[tuple[str, str], Sequence[Need]] = field(default_factory=dict)
    likenesses: dict[int, frozenset[Likeness]] = field(default_factory=dict)
    checks: dict[int, CheckFact] = field(default_factory=dict)
    rare: float = 1e-5

    def zone(self, agency: str) -> tzinfo:
        return UTC

    def case(self, case: str) -> CaseFact | None:
        return self.cases.get(case)

    def needs(self, person: str, case: str) -> Sequence[Need]:
        return self.held.get((person, case), ())

    def alike(self, row: Row) -> frozenset[Likeness]:
        return self.likenesses.get(row.seq, frozenset())

    def share(self, person: str) -> float:
        return self.rare

    def check(self, row: Row) -> Check | None:
        return self.checks.get(row.seq)

    def trawls(self, checks: Sequence[Check], *, now: datetime) -> frozenset[str]:
        return frozenset(one.kind.value for one in suspicions(checks, now=now))  # type: ignore[arg-type]  # facts


def seen(rows: Sequence[Row], known: Known | None = None) -> list[Pattern]:
    """The patterns that a watch sees in rows, in their order."""
    watch = Watch(known or Known())
    return [one.pattern for one in (*watch.over(rows), *watch.finish())]
