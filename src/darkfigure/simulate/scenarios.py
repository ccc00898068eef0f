"""Worlds by equation: P(w) is the chance that a person has capture history w, and N people have it independently.

`lists` is a number or names; `rates` (k,) the share of all people on each list, 0.05 to 0.25 in even steps unless
given. The counts are multinomial with N fixed, so the truth is exact. The same seed gives the same table.

>>> from darkfigure import simulate
>>> world = simulate.independence(10_000, lists=3, seed=1)
>>> world.truth, world.histories.margins.tolist()
(10000, [485, 1536, 2489])
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.simulate import world
from darkfigure.simulate.world import World

Rates = Sequence[float] | float | None


def independence(population: int, *, lists: int | Sequence[str] = 4, rates: Rates = None, seed: int = 0) -> World:
    """P(w) = prod_i p_i^w_i (1 - p_i)^(1 - w_i): no list knows of another, and people are alike."""
    names = world.names_of(lists)
    shares = world.rates_of(rates, len(names))
    drawn = _drawn(population, world.independent_cells(shares), seed)
    return World(world.as_histories(drawn, names), population, "independence", _settings(names, shares, seed))


def pairwise(
    population: int,
    *,
    lists: int | Sequence[str] = 4,
    rates: Rates = None,
    odds_ratios: Mapping[str, float] | None = None,
    seed: int = 0,
) -> World:
    """log P(w) = a_0 + sum_i a_i w_i + sum_ij log(o_ij) w_i w_j, the a_i such that each list sees its rate.

    `odds_ratios` {"A:B": 3.0}: above one, who is on A is likelier to be on B whatever other lists say; 3 between the
    first two lists unless given.
    """
    names = world.names_of(lists)
    shares = world.rates_of(rates, len(names))
    odds = {f"{names[0]}:{names[1]}": 3.0} if odds_ratios is None else dict(odds_ratios)
    drawn = _drawn(population, _fitted_to_margins(_dependences(odds, names), shares), seed)
    settings = _settings(names, shares, seed) | {"odds_ratios": odds}
    return World(world.as_histories(drawn, names), population, "pairwise", settings)


def latent_class(
    population: int,
    *,
    lists: int | Sequence[str] = 4,
    rates: Rates = None,
    classes: Sequence[tuple[float, float]] = ((0.8, 0.5), (0.2, 3.0)),
    seed: int = 0,
) -> World:
    """P(w) = sum_h s_h prod_i (f_h p_i)^w_i (1 - f_h p_i)^(1 - w_i): hidden classes are seen more or less easily.

    `classes` (s_h, f_h): the share of people and the factor on all their rates; four fifths at half the rate and one
    fifth at three times the rate unless given.
    """
    names = world.names_of(lists)
    shares = world.rates_of(rates, len(names))
    weights = world.parts([weight for weight, _ in classes], "classes")
    within = [world.shares(factor * shares, "a list's rate within a class") for _, factor in classes]
    cells = sum((w * world.independent_cells(rate) for w, rate in zip(weights, within, strict=True)), np.zeros(1))
    settings = _settings(names, shares, seed) | {"classes": classes}
    return World(world.as_histories(_drawn(population, cells, seed), names), population, "latent class", settings)


def covariate(
    population: int,
    *,
    lists: int | Sequence[str] = 4,
    rates: Rates = None,
    groups: Mapping[str, tuple[float, float]] | None = None,
    seed: int = 0,
) -> World:
    """P(w | g) = prod_i p_ig^w_i (1 - p_ig)^(1 - w_i), logit p_ig = logit p_i + b_g: people differ by what is recorded.

    `groups` {name: (share, b)}; half at b = -1 and half at b = 1 unless given. The table has the groups as its strata:
    within each the lists are independent, in the whole they are not. `rates` are those of a person with b = 0.
    """
    names = world.names_of(lists)
    shares = world.rates_of(rates, len(names))
    groups = {"elusive": (0.5, -1.0), "visible": (0.5, 1.0)} if groups is None else dict(groups)
    rng = np.random.default_rng(np.random.SeedSequence(seed))
    weights = world.parts([weight for weight, _ in groups.values()], "groups")
    people = rng.multinomial(world.checked_population(population), weights)
    odds = shares / (1.0 - shares)
    drawn = {
        name: world.draw(count, world.independent_cells(odds * np.exp(b) / (1.0 + odds * np.exp(b))), rng)
        for (name, (_, b)), count in zip(groups.items(), people.tolist(), strict=True)
    }
    whole = world.as_histories(np.sum(list(drawn.values()), axis=0), names)
    strata = {name: world.as_histories(counts, names) for name, counts in drawn.items() if counts[1:].any()}
    histories = CaptureHistories(names, whole.patterns, whole.counts, strata)
    settings = _settings(names, shares, seed) | {"groups": groups, "people": dict(zip(groups, people, strict=True))}
    return World(histories, population, "covariate", settings)


def merged_lists(
    population: int,
    *,
    lists: int | Sequence[str] = 4,
    rates: Rates = None,
    copied: float = 0.5,
    seed: int = 0,
) -> World:
    """P(w): independent lists, of which the second then takes over each record of the first with chance `copied`.

    Who is on the first list but not on the second, P(1, 0, ...), moves to P(1, 1, ...) with that chance: an agency
    that passes its list on. Overlap that tells nothing of the unseen; `rates` are those before copying.
    """
    names = world.names_of(lists)
    shares = world.rates_of(rates, len(names))
    copied = world.chance(copied, "the share copied")
    cells = world.independent_cells(shares)
    first_alone = np.flatnonzero(np.arange(len(cells)) & 3 == 1)
    cells[first_alone + 2] += copied * cells[first_alone]
    cells[first_alone] *= 1.0 - copied
    settings = _settings(names, shares, seed) | {"copied": copied}
    return World(world.as_histories(_drawn(population, cells, seed), names), population, "merged lists", settings)


def _drawn(population: int, cells: NDArray[np.float64], seed: int) -> NDArray[np.int64]:
    rng = np.random.default_rng(np.random.SeedSequence(seed))
    return world.draw(world.checked_population(population), cells, rng)


def _settings(names: tuple[str, ...], rates: NDArray[np.float64], seed: int) -> dict[str, object]:
    return {"lists": names, "rates": rates, "seed": seed}


def _dependences(odds: Mapping[str, float], names: tuple[str, ...]) -> NDArray[np.float64]:
    """exp of the sum of the interactions within each history, (2**k,)."""
    codes = np.arange(2 ** len(names))
    cells = np.ones(len(codes))
    for pair, ratio in odds.items():
        places = [names.index(name.strip()) for name in pair.split(":") if name.strip() in names]
        if pair.count(":") != 1 or len(set(places)) != 2:
            raise BadInput(f"{pair!r} is no pair of lists: two of {', '.join(names)} are wanted, such as A:B.")
        if not 0.0 < ratio < np.inf:
            raise BadInput(f"The odds ratio of {pair} is a positive number; {ratio:g} was given.")
        cells[(codes >> places[0]) & (codes >> places[1]) & 1 == 1] *= ratio
    return cells


def _fitted_to_margins(cells: NDArray[np.float64], rates: NDArray[np.float64]) -> NDArray[np.float64]:
    """Iterative proportional fitting (Deming and Stephan 1940): it moves margins and leaves odds ratios as they are."""
    codes = np.arange(len(cells))
    for _ in range(10_000):
        cells = cells / cells.sum()
        worst = 0.0
        for place, rate in enumerate(rates):
            on = codes >> place & 1 == 1
            margin = cells[on].sum()
            worst = max(worst, abs(margin - rate))
            cells[on] *= rate / margin
            cells[~on] *= (1.0 - rate) / (1.0 - margin)
        if worst < 1e-12:
            return cells
    raise BadInput("No table has these rates and odds ratios: the fit does not settle.")
