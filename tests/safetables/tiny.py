"""Small random tables, and an oracle so simple that it is obviously right: try every table there is."""

from collections.abc import Iterator
from itertools import product

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from safetables import Dimension, Published, Table
from safetables.about import About

Floats = NDArray[np.float64]


def flat(*sizes: int) -> tuple[Dimension, ...]:
    """Dimensions a, b, c, ... of so many codes each."""
    return tuple(
        Dimension.flat("abc"[at], [f"{'abc'[at]}{code}" for code in range(size)]) for at, size in enumerate(sizes)
    )


def nested() -> Dimension:
    """Two regions of two areas each."""
    return Dimension.nested("area", "all", {"all": ["north", "south"], "north": ["n1", "n2"], "south": ["s1", "s2"]})


def table(dimensions: tuple[Dimension, ...], inner: list[int], about: About | None = None) -> Table:
    """A table from the counts of the cells that have no parts, in order."""
    codes = product(*([one.codes[at] for at in one.leaves] for one in dimensions))
    return Table.of(dimensions, dict(zip(codes, inner, strict=True)), about=about or About())


@st.composite
def tables(draw: st.DrawFn, most: int = 14, spans: tuple[tuple[Dimension, ...], ...] = ()) -> Table:
    """Random tables with many small counts and noughts."""
    spans = spans or (flat(4), flat(2, 3), flat(3, 3), flat(2, 2, 2), (nested(),), (nested(), *flat(2)))
    dimensions = draw(st.sampled_from(spans))
    many = int(np.prod([len(one.leaves) for one in dimensions]))
    counts = st.one_of(st.integers(0, 3), st.integers(0, most))
    return table(dimensions, draw(st.lists(counts, min_size=many, max_size=many)))


def every_table(published: list[Published]) -> Iterator[Floats]:
    """All tables of whole counts that agree with all that was published of one table."""
    first = published[0]
    leaves = list(product(*(one.leaves for one in first.dimensions)))
    ranges = [_range(published, place) for place in leaves]
    for inner in product(*ranges):
        full = _added(first.dimensions, leaves, inner)
        if all((full >= one.low - 1e-9).all() and (full <= one.high + 1e-9).all() for one in published):
            yield full


def _range(published: list[Published], place: tuple[int, ...]) -> range:
    """No inner cell is more than any total that it is a part of."""
    low = max(float(one.low[place]) for one in published)
    chains = [_chain(one, at) for one, at in zip(published[0].dimensions, place, strict=True)]
    high = min(float(one.high[above]) for one in published for above in product(*chains))
    return range(int(max(low, 0)), int(high) + 1)


def _chain(dimension: Dimension, at: int) -> list[int]:
    chain = [at]
    while dimension.parents[chain[-1]] >= 0:
        chain.append(dimension.parents[chain[-1]])
    return chain


def _added(dimensions: tuple[Dimension, ...], leaves: list[tuple[int, ...]], inner: tuple[int, ...]) -> Floats:
    full = np.zeros([len(one.codes) for one in dimensions])
    for place, count in zip(leaves, inner, strict=True):
        full[place] = count
    for axis, dimension in enumerate(dimensions):
        moved = np.moveaxis(full, axis, 0)
        for above, parts in reversed(dimension.families):
            moved[above] = moved[list(parts)].sum(axis=0)
    return full


def true_bounds(published: list[Published]) -> tuple[Floats, Floats]:
    """The least and the greatest count of each cell over all tables that agree."""
    found = list(every_table(published))
    return np.min(found, axis=0), np.max(found, axis=0)
