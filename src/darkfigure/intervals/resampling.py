"""Tables drawn anew, and tables with one person left out."""

import numpy as np
from numpy.typing import NDArray

from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.lattice import Floats
from darkfigure.outcomes import Outcomes, Procedure, joined

FEWEST, MOST = 50, 1_000_000
CELLS = 2**21
"""Cells of all tables that are worked on at once: with twelve lists 512 tables, with sixteen 32."""


def resample(histories: CaptureHistories, replicates: int, seed: int) -> Floats:
    """Tables (2**k, B) of n people drawn from the observed histories; the dark figure is not resampled.

    Drawn history by history in the order of the lists' names, so that the same seed gives the same tables however
    rows and lists are ordered.
    """
    return tables_of(histories, drawn(histories, replicates, seed))


def leave_one_out(histories: CaptureHistories) -> Floats:
    """Tables (2**k, K), each with one person of one of the K observed histories left out."""
    return tables_of(histories, one_less(histories))


def drawn(histories: CaptureHistories, replicates: int, seed: int) -> NDArray[np.int64]:
    """Counts (K, B) of the K observed histories in each resampled table."""
    checked_replicates(replicates)
    checked_seed(seed)
    order = by_name(histories)
    counts = histories.counts[order]
    people = np.random.default_rng(seed).multinomial(histories.n, counts / histories.n, size=replicates)
    places = np.argsort(order)
    return np.asarray(people.T[places])


def one_less(histories: CaptureHistories) -> NDArray[np.int64]:
    """Counts (K, K): in each column one person less of one history."""
    return np.asarray(histories.counts[:, None] - np.eye(len(histories.counts), dtype=np.int64))


def tables_of(histories: CaptureHistories, counts: NDArray[np.int64]) -> Floats:
    """Full tables (2**k, B) of counts (K, B) of the observed histories."""
    tables = np.zeros((2 ** len(histories.lists), counts.shape[1]))
    tables[histories.codes] = counts
    return tables


def outcomes(procedure: Procedure, histories: CaptureHistories, counts: NDArray[np.int64]) -> Outcomes:
    """The procedure on the tables of all columns, some at a time where lists are so many that tables are large."""
    wide = max(1, CELLS >> len(histories.lists))
    groups = [counts[:, first : first + wide] for first in range(0, counts.shape[1], wide)]
    return joined([procedure(tables_of(histories, group)) for group in groups])


def checked_replicates(replicates: int) -> int:
    """A whole number of replicates that limits can be read from."""
    if not isinstance(replicates, int | np.integer) or not FEWEST <= replicates <= MOST:
        raise BadInput(f"Limits need {FEWEST} to {MOST:,} replicates; {replicates} were asked for.")
    return int(replicates)


def checked_seed(seed: int) -> int:
    """A seed: a whole number, not negative."""
    if not isinstance(seed, int | np.integer) or seed < 0:
        raise BadInput(f"A seed is a whole number from 0; {seed!r} was given.")
    return int(seed)


def by_name(histories: CaptureHistories) -> list[int]:
    """Places of the histories in the order of their lists' names."""
    names = [
        sorted(name for name, on in zip(histories.lists, pattern, strict=True) if on) for pattern in histories.patterns
    ]
    return sorted(range(len(names)), key=lambda place: names[place])
