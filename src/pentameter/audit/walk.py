"""Going along the chain once, row by row, and noting what the checkpoints say. Pure.

What is kept grows with the checkpoints, not with the rows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pentameter.audit import chain
from pentameter.audit.chain import Row
from pentameter.audit.checkpoints import Checkpoint
from pentameter.audit.events import Event

_BAG = (1 << 256) - 1


@dataclass(frozen=True, slots=True)
class End:
    """The end of the chain, as the database's own note of it says."""

    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the chain up to which everything held.

    `bag` is the sum of the contents of rows 1 to `seq`, modulo 2**256; `content` is the content of row `seq`;
    `promised` is the highest checkpoint that the record itself says was written.
    """

    seq: int = 0
    digest: str = chain.GENESIS
    bag: int = 0
    at: str = ""
    content: bytes = b""
    promised: int = 0

    def packed(self) -> dict[str, str]:
        """The position as text, for a signed session."""
        values = (str(self.seq), self.digest, f"{self.bag:x}", self.at, self.content.hex(), str(self.promised))
        return dict(zip(self.__slots__, values, strict=True))

    @classmethod
    def unpacked(cls, kept: Mapping[str, str]) -> "Position":
        """What `packed` made."""
        return cls(
            int(kept["seq"]),
            kept["digest"],
            int(kept["bag"], 16),
            kept["at"],
            bytes.fromhex(kept["content"]),
            int(kept["promised"]),
        )


@dataclass(slots=True)
class Walk:
    """A walk along the chain.

    Attributes:
        here: how far everything held.
        began: the end of the chain, as it was noted when the walk began.
        checkpoints: those whose signatures hold, in order.
        matched: the last checkpoint that holds.
        rewritten: the first checkpoint whose row has another digest, though the chain before it holds in itself.
        places: by the number of a checkpoint's row, where a row of that content really stands.
        same_rows: checkpoints up to which the same rows stand, in whatever order.
        end_differs: whether the row that the end spoke of has another digest.
    """

    here: Position
    began: End
    checkpoints: Sequence[Checkpoint]
    matched: Checkpoint | None = None
    rewritten: Checkpoint | None = None
    places: dict[int, int] = field(default_factory=dict)
    same_rows: set[int] = field(default_factory=set)
    end_differs: bool = False
    _by_seq: dict[int, Checkpoint] = field(default_factory=dict)
    _wanted: dict[bytes, int] = field(default_factory=dict)

    @classmethod
    def start(cls, began: End, checkpoints: Sequence[Checkpoint], after: Position) -> "Walk":
        """A walk that begins after a position."""
        held = [one for one in checkpoints if one.seq <= after.seq]
        return cls(
            after,
            began,
            checkpoints,
            matched=held[-1] if held else None,
            _by_seq={one.seq: one for one in checkpoints},
            _wanted={bytes.fromhex(one.content): one.seq for one in checkpoints},
        )

    def go(self, rows: Iterator[Row]) -> Row | None:
        """Go on while rows hold: the next number, the digest before, its own digest. The first bad one, or None."""
        seq, digest, bag, at, content = self.here.seq, self.here.digest, self.here.bag, self.here.at, self.here.content
        promised, bad = self.here.promised, None
        for row in rows:
            text = readable(row)
            if (
                text is None
                or row.seq != seq + 1
                or row.previous != digest
                or text.under(seq + 1, digest) != row.digest
            ):
                bad = row
                break
            seq, digest, at, content = row.seq, row.digest, row.at, text.content()
            bag = self._note(content, bag, seq)
            if seq in self._by_seq or seq == self.began.seq:
                self._compare(seq, digest)
            if row.event == Event.CHECKPOINT_WRITTEN and row.subject_id.isdecimal():
                promised = int(row.subject_id)
        self.here = Position(seq, digest, bag, at, content, promised)
        return bad

    def glance(self, rows: Iterable[Row]) -> int:
        """Once the chain is broken: note what the checkpoints say of the rows further down. How many there are."""
        seq, bag = self.here.seq, self.here.bag
        for row in rows:
            seq += 1
            if (text := readable(row)) is not None:
                bag = self._note(text.content(), bag, seq)
        return seq

    def _note(self, content: bytes, bag: int, seq: int) -> int:
        bag = (bag + int.from_bytes(content, "big")) & _BAG
        if content in self._wanted:
            self.places[self._wanted[content]] = seq
        if seq in self._by_seq and self._by_seq[seq].bag == f"{bag:064x}":
            self.same_rows.add(seq)
        return bag

    def _compare(self, seq: int, digest: str) -> None:
        if seq == self.began.seq and digest != self.began.digest:
            self.end_differs = True
        if (one := self._by_seq.get(seq)) is None:
            return
        if one.digest != digest:
            self.rewritten = self.rewritten or one
        elif self.rewritten is None:
            self.matched = one


def readable(row: Row) -> chain.Text | None:
    """The row's canonical text; None where a number or nothing stands in place of text."""
    try:
        return chain.text(row)
    except TypeError:
        return None
