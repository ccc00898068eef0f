"""Whether the record is whole: go along the chain, and name the first bad row and what was done to it. Pure.

One pass, each row once. An attacker who computes every digest anew leaves a chain in which each row holds: then the
signed checkpoints differ. What was added after the last checkpoint and rewritten altogether, nobody can tell.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from pentameter.audit.chain import Row
from pentameter.audit.checkpoints import Book
from pentameter.audit.findings import Finding
from pentameter.audit.tampering import name
from pentameter.audit.walk import End, Position, Walk


@dataclass(frozen=True, slots=True)
class Result:
    """What a verification found.

    Attributes:
        rows: how many rows hold, from the first on.
        until: the moment of the last of them; empty if there is none.
        checkpoints: how many signed checkpoints were held against them.
        covered: the last row that a checkpoint vouches for.
        findings: what is wrong, the first bad row first. None: the record is whole.
    """

    rows: int
    until: str
    checkpoints: int
    covered: int
    findings: tuple[Finding, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def sentence(self) -> str:
        """The result in words."""
        if self.findings:
            return " ".join(one.words for one in self.findings)
        return f"The record is whole: {self.extent}."

    @property
    def extent(self) -> str:
        """How much was verified, and what vouches for it."""
        if not self.rows:
            return "it is empty"
        signed = (
            "1 signed checkpoint holds, "
            if self.checkpoints == 1
            else f"{self.checkpoints:,} signed checkpoints hold, "
        )
        signed = f"{signed}the last at row {self.covered:,}" if self.checkpoints else "no checkpoint was signed yet"
        until = datetime.fromisoformat(self.until)
        return f"{self.rows:,} rows up to {until:%-d %B %Y, %H:%M:%S} UTC; {signed}"

    def as_dict(self) -> dict[str, object]:
        """The result for machines."""
        return {**asdict(self), "whole": self.whole, "sentence": self.sentence}


def verify(rows: Iterable[Row], *, began: End, ended: Callable[[], End], book: Book) -> Result:
    """Verify a whole record.

    Args:
        rows: all rows in order of their numbers.
        began: the noted end of the chain, read after the checkpoints and before the rows.
        ended: reads the noted end again when the rows are through, since others may add rows meanwhile.
        book: the checkpoints.
    """
    walk = Walk.start(began, book.checkpoints, Position())
    rest = iter(rows)
    return finish(walk, walk.go(rest), rest, ended, book)


def finish(walk: Walk, bad: Row | None, rest: Iterator[Row], ended: Callable[[], End], book: Book) -> Result:
    """The result of a walk that came to the end, or to the first row that does not hold."""
    here = walk.here
    finding = name(walk, bad, rest, ended)
    findings = ([finding] if finding else []) + [Finding.of_checkpoints(words) for words in book.problems]
    if bad is None and (lost := _lost(here.promised, book)):
        findings.append(lost)
    return Result(here.seq, here.at, len(book.checkpoints), walk.matched.seq if walk.matched else 0, tuple(findings))


def _lost(promised: int, book: Book) -> Finding | None:
    written = book.last.number if book.last else 0
    if promised <= written or book.problems:
        return None
    return Finding.of_checkpoints(f"The record says that checkpoint {promised} was written, and it is missing.")
