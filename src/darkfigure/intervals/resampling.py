"""Tables drawn anew, and tables with one person left out."""

import numpy as np

from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.lattice import Floats

FEWEST, MOST = 50, 1_000_000


def resample(histories: CaptureHistories, replicates: int, seed: int) -> Floats:
    """Tables (2**k, B) of n people drawn from the observed histories; the dark figure is not resampled.

    Drawn history by history in the order of the lists' names, so that the same seed gives the same tables however
    rows and lists are ordered.
    """
    checked_replicates(replicates)
    checked_seed(seed)
    order = by_name(histories)
    counts = histories.counts[order]
    drawn = np.random.default_rng(seed).multinomial(histories.n, counts / histories.n, size=replicates)
    tables = np.zeros((2 ** len(histories.lists), replicates))
    tables[histories.codes[order]] = drawn.T
    return tables


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


def leave_one_out(histories: CaptureHistories) -> Floats:
    """Tables (2**k, K), each with one person of one of the K observed histories left out."""
    tables = np.zeros((2 ** len(histories.lists), len(histories.counts)))
    tables[histories.codes] = histories.counts[:, None] - np.eye(len(histories.counts))
    return tables


def by_name(histories: CaptureHistories) -> list[int]:
    """Places of the histories in the order of their lists' names."""
    names = [
        sorted(name for name, on in zip(histories.lists, pattern, strict=True) if on) for pattern in histories.patterns
    ]
    return sorted(range(len(names)), key=lambda place: names[place])
