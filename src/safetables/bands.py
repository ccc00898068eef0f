"""Counts given as the band that they lie in: 0, 1 to 9, 10 to 19 and so on, up to a band without an end."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from safetables.errors import BadInput
from safetables.problems import NOTHING, Earlier
from safetables.protect import several
from safetables.protected import Protected, prove
from safetables.published import Published
from safetables.rules import Protection, Rules, Zeros
from safetables.systems import INF
from safetables.tables import Table


def in_bands(
    tables: Table | Sequence[Table],
    rules: Rules | None = None,
    *,
    edges: Sequence[int] = (),
    earlier: Earlier = NOTHING,
) -> Protected:
    """Each count as its band; `edges` are where bands begin, the first of them the threshold. No count below it may be
    narrowed further than its band does, unless the rules ask for less; what earlier tables hid stays hidden."""
    given = several(tables)
    rules = rules or Rules()
    starts = _starts(rules, edges, max(float(table.values.max()) for table in given))
    if not all(table.whole for table in given):
        raise BadInput("Sums are not given in bands: hide them instead.")
    if rules.protection == Protection.to_threshold():
        earlier = replace(earlier, rules=earlier.rules or rules)
        rules = replace(rules, protection=Protection.width(max(rules.threshold - 1 - rules.least, 1.0)))
    published = tuple(_banded(table, starts) for table in given)
    prove(published, given, rules, earlier)
    used = sorted({int(place) for table in given for place in _places(table.values, starts).ravel()})
    words = tuple(_said(starts, at) for at in used)
    cells = sum(table.values.size for table in given)
    return Protected(published, given, rules, "bands", cells, bands=words, earlier=earlier.published)


def _starts(rules: Rules, edges: Sequence[int], most: float) -> NDArray[np.int64]:
    """Where each band begins: 0 alone where it is shown, then 1, then the edges."""
    first = rules.threshold
    usual = [first * step for step in (1, 2, 5)] + [first * 10**power for power in range(1, 16)]
    chosen = list(edges) or [edge for edge in usual if edge <= max(most, first)]
    if chosen[0] < first or any(later <= sooner for sooner, later in pairwise(chosen)):
        raise BadInput(f"Bands begin at the threshold of {first} or above it, each after the last; {chosen} was given.")
    return np.array([0, *([1] if rules.zeros is Zeros.SHOWN else []), *chosen], dtype=np.int64)


def _places(values: NDArray[np.float64], starts: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.asarray(np.searchsorted(starts, values, side="right") - 1)


def _banded(table: Table, starts: NDArray[np.int64]) -> Published:
    places = _places(table.values, starts)
    ends = np.append(starts[1:] - 1.0, INF)
    words = np.array([_said(starts, at) for at in range(len(starts))], dtype=object)
    low, high = starts[places].astype(float), ends[places]
    return Published(table.dimensions, low, high, words[places], True, table.about)


def _said(starts: NDArray[np.int64], at: int) -> str:
    if at == len(starts) - 1:
        return f"{starts[at]} or more"
    last = starts[at + 1] - 1
    return f"{starts[at]}" if last == starts[at] else f"{starts[at]} to {last}"
