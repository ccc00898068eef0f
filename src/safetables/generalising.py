"""The least generalisation that makes records alike enough: a search of the lattice of levels.

Each quasi-identifier is replaced throughout by the code so many steps above it in its hierarchy. Loss is 1 - Prec
(Sweeney 2002): the mean of level over height, a record that is withheld counting one. What lies above a combination
that suffices without withholding loses more, and is not tried (Samarati 2001).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from safetables.dimensions import Dimension
from safetables.errors import BadInput, Refusal
from safetables.microdata import Records, l_diversity

MOST_COMBINATIONS = 100_000


@dataclass(frozen=True)
class Generalised:
    """The `records`, the `levels` by column, how many were `withheld`, and the `loss` from 0 (as given) to 1
    (nothing)."""

    records: Records
    levels: Mapping[str, int]
    withheld: int
    loss: float


def generalise(
    records: Records,
    hierarchies: Mapping[str, Dimension],
    *,
    k: int,
    secret: str | None = None,
    least_values: int = 1,
    most_withheld: int = 0,
) -> Generalised:
    """Records of which every class holds at least `k`, and `least_values` of what is `secret`, at the least loss.

    `hierarchies` are those of the quasi-identifiers; up to `most_withheld` records in small classes are left out.
    """
    if k < 1 or least_values < 1 or most_withheld < 0:
        raise BadInput("k and the number of values are at least 1, and what may be withheld at least 0.")
    chains = {column: _chains(records, column, one) for column, one in hierarchies.items()}
    heights = [max((len(chain) for chain in one.values()), default=1) - 1 for one in chains.values()]
    best: Generalised | None = None
    for levels in _combinations(heights):
        if best is not None and _loss(levels, heights) >= best.loss:
            continue
        tried = _tried(records, chains, levels, k)
        if len(records.rows) - len(tried.rows) > most_withheld:
            continue
        if secret is not None and tried.rows and l_diversity(tried, list(chains), secret) < least_values:
            continue
        withheld = len(records.rows) - len(tried.rows)
        share = withheld / max(len(records.rows), 1)
        found = Generalised(
            tried, dict(zip(chains, levels, strict=True)), withheld, share + (1 - share) * _loss(levels, heights)
        )
        best = found if best is None or found.loss < best.loss else best
    if best is None:
        raise Refusal(f"No generalisation makes every class {k} or more.", "Publish fewer columns or withhold more.")
    return best


def _chains(records: Records, column: str, dimension: Dimension) -> dict[str, list[str]]:
    """Each code met in the column, and the codes above it."""
    at = records.place(column)
    chains: dict[str, list[str]] = {}
    for number, row in enumerate(records.rows, start=1):
        if row[at] not in dimension.place:
            raise BadInput(f"Record {number}, {column}: {row[at]!r} is not in the hierarchy.")
        if row[at] not in chains:
            chains[row[at]] = _upwards(dimension, row[at])
    return chains


def _upwards(dimension: Dimension, code: str) -> list[str]:
    chain, at = [], dimension.place[code]
    while at >= 0:
        chain.append(dimension.codes[at])
        at = dimension.parents[at]
    return chain


def _combinations(heights: Sequence[int]) -> list[tuple[int, ...]]:
    """All levels, the least of them first."""
    many = 1
    for height in heights:
        many *= height + 1
    if many > MOST_COMBINATIONS:
        raise BadInput(f"There are {many:,} combinations of levels; at most {MOST_COMBINATIONS:,} are feasible.")
    return sorted(product(*(range(height + 1) for height in heights)), key=lambda levels: (sum(levels), levels))


def _loss(levels: Sequence[int], heights: Sequence[int]) -> float:
    shares = [level / height for level, height in zip(levels, heights, strict=True) if height]
    return sum(shares) / len(shares) if shares else 0.0


def _tried(records: Records, chains: Mapping[str, dict[str, list[str]]], levels: Sequence[int], k: int) -> Records:
    """The records at these levels without those in classes of fewer than k."""
    places = [records.place(column) for column in chains]
    maps = [
        {code: chain[min(level, len(chain) - 1)] for code, chain in one.items()}
        for one, level in zip(chains.values(), levels, strict=True)
    ]
    rows = []
    for row in records.rows:
        new = list(row)
        for at, codes in zip(places, maps, strict=True):
            new[at] = codes[row[at]]
        rows.append(tuple(new))
    alike = Counter(tuple(row[at] for at in places) for row in rows)
    return Records(records.columns, tuple(row for row in rows if alike[tuple(row[at] for at in places)] >= k))
