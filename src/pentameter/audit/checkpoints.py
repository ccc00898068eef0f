"""Signed checkpoints: what the chain was at a row, in words that nobody can change without the private key. Pure.

A checkpoint carries the digest of its row, which fixes every row up to it, and two things that tell afterwards how a
chain was rewritten: the content of its row, and the bag of all rows (the sum of their contents), which stays the same
when rows only change places. Checkpoints are chained to each other, so that none can be taken from the middle.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from pentameter.audit.signing import Signer, Trust

NO_CHECKPOINT = "0" * 64


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The chain at row `seq`. `previous` is the fingerprint of the checkpoint before."""

    number: int
    seq: int
    digest: str
    content: str
    bag: str
    at: str
    key: str
    previous: str
    signature: str = ""

    def statement(self) -> str:
        """The canonical text that is signed."""
        return _canonical({name: value for name, value in asdict(self).items() if name != "signature"})

    def line(self) -> str:
        """The checkpoint as a line of its file."""
        return _canonical(asdict(self))

    def fingerprint(self) -> str:
        """The digest that the next checkpoint carries."""
        return hashlib.sha256(self.line().encode()).hexdigest()

    def signed(self, signer: Signer) -> "Checkpoint":
        """The same checkpoint with its signature."""
        return parse(_canonical({**asdict(self), "signature": signer.sign(self.statement())}))


@dataclass(frozen=True, slots=True)
class Book:
    """The checkpoints whose signatures hold, and what is wrong with the others."""

    checkpoints: tuple[Checkpoint, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def last(self) -> Checkpoint | None:
        """The latest checkpoint."""
        return self.checkpoints[-1] if self.checkpoints else None


def parse(line: str) -> Checkpoint:
    """A line of the file as a checkpoint.

    Raises:
        ValueError: if it is not one.
    """
    try:
        found = Checkpoint(**json.loads(line))
    except TypeError as error:
        raise ValueError("not a checkpoint") from error
    if type(found.number) is not int or type(found.seq) is not int:
        raise ValueError("not a checkpoint")
    return found


def check(lines: Iterable[str], trust: Trust) -> Book:
    """Which checkpoints are genuine, and in words what is wrong with the file."""
    good: list[Checkpoint] = []
    problems: list[str] = []
    expected, before = 1, NO_CHECKPOINT
    for place, line in enumerate(lines, start=1):
        try:
            found = parse(line)
        except ValueError:
            problems.append(f"Line {place} of the checkpoints is not a checkpoint.")
            expected += 1
            continue
        if problem := _problem(found, trust, good) or _gap(found, expected, before):
            problems.append(problem)
        if trust.accepts(found.key, found.signature, found.statement()) and _follows(found, good):
            good.append(found)
        expected, before = found.number + 1, found.fingerprint()
    return Book(tuple(good), tuple(problems))


def _problem(found: Checkpoint, trust: Trust, good: Sequence[Checkpoint]) -> str:
    if not trust.knows(found.key):
        return f"Checkpoint {found.number} is signed by a key that is not trusted: {found.key}."
    if not trust.accepts(found.key, found.signature, found.statement()):
        return f"Checkpoint {found.number} was changed after it was signed."
    return "" if _follows(found, good) else f"Checkpoint {found.number} does not follow the one before it."


def _gap(found: Checkpoint, expected: int, before: str) -> str:
    if found.number > expected:
        return f"Checkpoint {expected} is missing."
    if found.number < expected:
        return f"Checkpoint {found.number} stands where checkpoint {expected} belongs."
    return "" if found.previous == before else f"Checkpoint {found.number} does not follow the one before it."


def _follows(found: Checkpoint, good: Sequence[Checkpoint]) -> bool:
    return not good or (found.seq > good[-1].seq and found.number > good[-1].number)


def _canonical(values: dict[str, object]) -> str:
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
