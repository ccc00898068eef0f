"""A frozen table: how many people were on exactly which lists. Pure, and without numpy: pages read it too."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Table:
    """Capture histories. `counts` are (mask, people), ascending: bit i of a mask stands for list i; none is empty."""

    lists: tuple[str, ...]
    counts: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, lists: Iterable[str], histories: Iterable[Iterable[str]]) -> Self:
        """From people, each given by the lists that they are on. Lists that nobody is on are left out."""
        people = [frozenset(one) for one in histories]
        kept = tuple(name for name in lists if any(name in one for one in people))
        counted = Counter(sum(1 << at for at, name in enumerate(kept) if name in one) for one in people)
        return cls(kept, tuple(sorted((mask, count) for mask, count in counted.items() if mask)))

    @property
    def people(self) -> int:
        """How many people are on any list."""
        return sum(count for _, count in self.counts)

    @property
    def on_several(self) -> int:
        """How many are on more than one: all that can be learnt of the unseen is learnt from them."""
        return sum(count for mask, count in self.counts if mask.bit_count() > 1)

    def on(self, *names: str) -> int:
        """How many are on all of these lists, whatever else they are on."""
        wanted = sum(1 << self.lists.index(name) for name in names)
        return sum(count for mask, count in self.counts if mask & wanted == wanted)

    def rows(self) -> tuple[tuple[tuple[int, ...], int], ...]:
        """Each history as noughts and ones in the order of the lists, with its people."""
        places = range(len(self.lists))
        return tuple((tuple(mask >> at & 1 for at in places), count) for mask, count in self.counts)

    @property
    def digest(self) -> str:
        """SHA-256 of the table, the same however its rows and lists are ordered: darkfigure's own digest of it."""
        order = sorted(range(len(self.lists)), key=lambda at: self.lists[at])
        rows = sorted(["".join(str(row[at]) for at in order), count] for row, count in self.rows())
        table = [[self.lists[at] for at in order], rows, {}]
        return hashlib.sha256(json.dumps(table, ensure_ascii=True).encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        """To be kept."""
        return {"lists": list(self.lists), "counts": [list(pair) for pair in self.counts]}

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> Self:
        """As it was kept."""
        return cls(tuple(said["lists"]), tuple((mask, count) for mask, count in said["counts"]))


def canonical(value: object) -> str:
    """JSON in one form: the same value has the same text, and so the same digest."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest_of(text: str) -> str:
    """SHA-256 of a text, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
