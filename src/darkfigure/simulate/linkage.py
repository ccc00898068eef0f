"""A world whose lists are independent but whose records were linked with mistakes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.simulate import world
from darkfigure.simulate.world import World

MOST_PEOPLE = 10**7


def linkage_error(
    population: int,
    *,
    lists: int | Sequence[str] = 4,
    rates: Sequence[float] | float | None = None,
    missed: float = 0.1,
    false: float = 0.01,
    seed: int = 0,
) -> World:
    """P(w) = prod_i p_i^w_i (1 - p_i)^(1 - w_i), and then the linkage errs twice.

    False non-matches: of a person with records on two lists or more, each record is with chance `missed` (e) not
    recognised and becomes somebody of its own; two records stay together with chance (1 - e)^2. False matches: each
    of the people so found is with chance `false` taken for another of them, drawn at random, and has no row any more:
    the other's history becomes the union. Non-matches take from the overlaps and inflate the total; false matches add
    to them.

    >>> from darkfigure import simulate
    >>> exact, torn = (simulate.linkage_error(20_000, missed=e, false=0.0, seed=1).histories for e in (0.0, 0.3))
    >>> exact.margins.tolist() == torn.margins.tolist(), exact.n < torn.n
    (True, True)
    """
    names = world.names_of(lists)
    shares = world.rates_of(rates, len(names))
    missed = world.chance(missed, "the chance of a missed match")
    false = world.chance(false, "the chance of a false match")
    if population > MOST_PEOPLE:
        raise BadInput(f"Linkage is drawn person by person: {population:,} are more than {MOST_PEOPLE:,}.")
    rng = np.random.default_rng(np.random.SeedSequence(seed))
    counts = world.draw(world.checked_population(population), world.independent_cells(shares), rng)
    true = world.as_histories(counts, names)
    people = np.repeat(true.patterns, true.counts, axis=0)
    found = _taken_together(_torn_apart(people, missed, rng), false, rng)
    histories = CaptureHistories(names, found, np.ones(len(found), dtype=np.int64))
    settings = {"lists": names, "rates": shares, "missed": missed, "false": false, "seed": seed}
    return World(histories, population, "linkage error", settings | {"people_seen": true.n})


def _torn_apart(people: NDArray[np.bool_], missed: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Rows (n, k) with the records that were not recognised as rows of their own below; a lone record stays alone."""
    lost = people & (rng.random(people.shape) < missed)
    _, places = np.nonzero(lost)
    kept = people & ~lost
    alone = np.arange(people.shape[1]) == places[:, None]
    return np.vstack([kept[kept.any(axis=1)], alone])


def _taken_together(people: NDArray[np.bool_], false: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Rows (n, k) of which some have gone into others; one at least stays."""
    order = rng.permutation(len(people))
    gone = min(int(rng.binomial(len(people), false)), len(people) - 1)
    stay = people[order[gone:]].copy()
    np.logical_or.at(stay, rng.integers(len(stay), size=gone), people[order[:gone]])
    return stay
