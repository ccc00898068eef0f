"""Who was on which lists: the one input of every method."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from darkfigure import csv_file, reading
from darkfigure.errors import BadInput


@dataclass(frozen=True, eq=False)
class CaptureHistories:
    """How many people have each observed capture history.

    `patterns` (K, L) are the K distinct histories over L lists, `counts` (K,) the people with each; both in canonical
    order, by bit mask with the first list as lowest bit. The history of being on no list is never observed.

    >>> from darkfigure.histories import CaptureHistories
    >>> table = CaptureHistories.from_mapping({("A",): 40, ("B",): 30, ("C",): 20, ("A", "B"): 6})
    >>> table.n, table.margins.tolist()
    (96, [46, 36, 20])
    """

    lists: tuple[str, ...]
    patterns: NDArray[np.bool_]
    counts: NDArray[np.int64]
    strata: Mapping[str, "CaptureHistories"] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        lists = reading.checked_names(self.lists)
        counts = reading.checked_counts(self.counts)
        patterns = reading.checked_patterns(self.patterns, lists)
        if len(counts) != len(patterns):
            raise BadInput(f"{len(patterns)} histories have {len(counts)} counts: each needs one.")
        patterns, counts = reading.merged(patterns, counts, lists)
        patterns.setflags(write=False)
        counts.setflags(write=False)
        for name, value in (("lists", lists), ("patterns", patterns), ("counts", counts)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "strata", MappingProxyType(dict(self.strata)))

    @classmethod
    def from_counts(cls, counts: Any, lists: Sequence[str] | None = None) -> Self:
        """From {(1, 0, 1): 12, ...} or from rows of memberships with the count last."""
        return cls(*reading.rows_of_counts(counts, lists))

    @classmethod
    def from_individuals(
        cls, rows: Any, lists: Sequence[str] | None = None, *, strata: Sequence[Any] | None = None
    ) -> Self:
        """From one row of 0/1 a person; `strata` gives each person's stratum."""
        names, patterns = reading.rows_of_individuals(rows, lists)
        if strata is not None and len(strata) != len(patterns):
            raise BadInput(f"{len(patterns)} people have {len(strata)} strata: each needs one.")
        labels = [] if strata is None else reading.checked_labels(strata)
        return cls._with_strata(names, patterns, np.ones(len(patterns), dtype=np.int64), labels)

    @classmethod
    def from_mapping(cls, mapping: Mapping[Any, Any], lists: Sequence[str] | None = None) -> Self:
        """From {("A", "B"): 3, ("C",): 20}: who was on exactly these lists."""
        return cls(*reading.rows_of_mapping(mapping, lists))

    @classmethod
    def from_csv(cls, path: Path | str, *, strata: str | None = None) -> Self:
        """From a file of 0/1 columns and then `count`; `strata` names a column to split the table by."""
        names, patterns, counts, labels = csv_file.rows_of_csv(path, strata)
        return cls._with_strata(names, patterns, counts, labels)

    @classmethod
    def from_cells(cls, cells: NDArray[np.int64], lists: Sequence[str]) -> Self:
        """From the full table, shape (2**L - 1,), in canonical order: what `cells()` gives."""
        codes = np.arange(1, 2 ** len(lists))
        if np.shape(cells) != codes.shape:
            raise BadInput(f"{len(lists)} lists have {codes.size} cells; {np.size(cells)} were given.")
        return cls(tuple(lists), (codes[:, None] >> np.arange(len(lists)) & 1).astype(bool), cells)

    @classmethod
    def _with_strata(
        cls, names: tuple[str, ...], patterns: NDArray[np.bool_], counts: NDArray[np.int64], labels: list[Any]
    ) -> Self:
        of_row = np.array([str(label) for label in labels])
        parts = {
            str(label): cls(names, patterns[of_row == label], counts[of_row == label])
            for label in sorted(set(of_row.tolist()))
            if counts[of_row == label].sum()
        }
        return cls(names, patterns, counts, parts)

    @property
    def n(self) -> int:
        """People observed."""
        return int(self.counts.sum())

    @property
    def codes(self) -> NDArray[np.int64]:
        """Bit mask of each history, shape (K,), ascending."""
        return self.patterns @ (1 << np.arange(len(self.lists), dtype=np.int64))

    @property
    def margins(self) -> NDArray[np.int64]:
        """People on each list, shape (L,)."""
        return self.counts @ self.patterns.astype(np.int64)

    @property
    def overlaps(self) -> NDArray[np.int64]:
        """People on both of two lists, shape (L, L); the margins on the diagonal."""
        patterns = self.patterns.astype(np.int64)
        return patterns.T @ (self.counts[:, None] * patterns)

    @property
    def digest(self) -> str:
        """SHA-256 of the table; the same however its rows and lists are ordered."""
        order = sorted(range(len(self.lists)), key=lambda place: self.lists[place])
        rows = sorted(
            ["".join("01"[int(row[place])] for place in order), int(count)]
            for row, count in zip(self.patterns, self.counts, strict=True)
        )
        parts = {name: part.digest for name, part in self.strata.items()}
        table = [[self.lists[place] for place in order], rows, parts]
        return hashlib.sha256(json.dumps(table, ensure_ascii=True).encode()).hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CaptureHistories) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"CaptureHistories({', '.join(self.lists)}: {self.n} people, {len(self.counts)} histories)"

    def cells(self) -> NDArray[np.int64]:
        """The full table, shape (2**L - 1,): position c - 1 holds the count of bit mask c, 0 where nobody was seen."""
        table = np.zeros(2 ** len(self.lists) - 1, dtype=np.int64)
        table[self.codes - 1] = self.counts
        return table

    def place(self, name: str) -> int:
        """Where a list stands among the lists."""
        if name not in self.lists:
            raise BadInput(f"There is no list {name!r}: the lists are {', '.join(self.lists)}.")
        return self.lists.index(name)

    def permute(self, order: Sequence[str]) -> Self:
        """The same table with its lists in another order."""
        if sorted(order) != sorted(self.lists):
            raise BadInput(f"An order of all the lists is wanted: {', '.join(self.lists)}.")
        return self._on(tuple(order), [self.place(name) for name in order])

    def by_name(self) -> Self:
        """The same table with its lists by the alphabet: in this order all methods work, whatever order is given."""
        order = sorted(self.lists)
        return self if order == list(self.lists) else self.permute(order)

    def drop(self, *names: str) -> Self:
        """Without these lists; people whom no other list has seen vanish from the table."""
        gone = {self.place(name) for name in names}
        kept = [place for place in range(len(self.lists)) if place not in gone]
        return self._on(tuple(self.lists[place] for place in kept), kept)

    def restrict(self, to: str) -> Self:
        """The people on list `to`, seen through the other lists: a population of known size, `margins` of that list."""
        place = self.place(to)
        on_it = self.patterns[:, place]
        others = [other for other in range(len(self.lists)) if other != place]
        rows = on_it & self.patterns[:, others].any(axis=1)
        if not rows.any():
            raise BadInput(f"Nobody on list {to!r} is on any other list.")
        names = tuple(self.lists[other] for other in others)
        return type(self)(names, self.patterns[rows][:, others], self.counts[rows])

    def merge(self, names: Sequence[str], into: str | None = None) -> Self:
        """These lists as one, in the place of the first: on it is who was on any of them."""
        places = [self.place(name) for name in names]
        if len(set(places)) < 2:
            raise BadInput("At least two different lists are needed to merge.")
        first, gone = min(places), set(places) - {min(places)}
        patterns = self.patterns.copy()
        patterns[:, first] = self.patterns[:, places].any(axis=1)
        kept = [place for place in range(len(self.lists)) if place not in gone]
        merged = into if into is not None else "+".join(self.lists[place] for place in sorted(places))
        lists = tuple(merged if place == first else self.lists[place] for place in kept)
        parts = {label: part.merge(names, into) for label, part in self.strata.items()}
        return type(self)(lists, patterns[:, kept], self.counts, parts)

    def _on(self, lists: tuple[str, ...], places: list[int]) -> Self:
        patterns = self.patterns[:, places]
        seen = patterns.any(axis=1)
        if not seen.any():
            raise BadInput(f"Nobody is on {', '.join(lists)}: nothing is left of the table.")
        parts = {
            label: part._on(lists, places) for label, part in self.strata.items() if part.patterns[:, places].any()
        }
        return type(self)(lists, patterns[seen], self.counts[seen], parts)
