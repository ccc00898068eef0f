"""Under which number a row was written: a row that was only moved still fits its digest there. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from pentameter.audit.chain import Row
from pentameter.audit.walk import readable

_NEAR = 64


@dataclass(slots=True)
class Origins:
    """Finds the numbers under which rows were written, and gives up in time.

    Attributes:
        highest: the highest number that a row may have had.
        far: how many more rows may be tried under every number.
        near: how many more rows may be tried under the numbers close by.
        shift: how far the row before was from its place; its neighbours usually are as far.
    """

    highest: int
    far: int = 4
    near: int = 100
    shift: int = 0

    def of(self, row: Row) -> int | None:
        """The number under which the row's digest fits, or None."""
        text = readable(row)
        if text is None or type(row.seq) is not int or not isinstance(row.previous, str):
            return None
        for number in self._candidates(row.seq):
            if text.under(number, row.previous) == row.digest:
                self.shift = number - row.seq
                return number
        return None

    def _candidates(self, seq: int) -> Iterator[int]:
        yield seq
        yield seq + self.shift
        if self.far > 0:
            self.far -= 1
            yield from _around(seq, self.highest)
        elif self.near > 0:
            self.near -= 1
            yield from _around(seq, _NEAR)


def _around(seq: int, reach: int) -> Iterator[int]:
    for distance in range(1, reach + 1):
        yield seq + distance
        if seq > distance:
            yield seq - distance
