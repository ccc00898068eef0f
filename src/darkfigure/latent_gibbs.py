"""Blocked Gibbs sampling of the Dirichlet-process latent-class model, many chains at once, on plain arrays.

Manrique-Vallier (2016), Biometrics 72, 1246: person i belongs to class z_i; given class h it is on list j with
probability L_jh, independently. Weights by stick breaking, V_h ~ Beta(1, alpha), h < K, V_K = 1; L_jh ~ U(0, 1);
alpha ~ Gamma(a, rate b); p(N) proportional to 1/N.

A sweep has two blocks. Given the classes: the sticks, the list probabilities and alpha. Given those: the number
missing (negative binomial, exact for the 1/N prior), and everybody's class, observed histories and missing people
alike. Only the distinct histories and their counts are touched, never people, save for histories of a few people, where
one uniform a person is cheaper than a chain of binomials.

Shapes: C chains, H histories (the last is the all-absent one), J lists, K classes. Everything is kept as logarithms:
alpha comes so near to 0 that clipping 1 - V at 1e-15 would change the answer.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from darkfigure import latent_moves as moves
from darkfigure.grid import Floats
from darkfigure.latent_sticks import Prior, draw_sticks

FEW = 6
"""Histories of at most so many people are allotted person by person."""
LONGEST_REDRAW = 50
SWAP_EVERY = 4


@dataclass(frozen=True)
class Data:
    """`indicators`: (H, 2J), on the list, then not on it, the all-absent history last; `across`: the same, turned. The
    H-1 observed histories come in two runs: first those of a few people each, allotted person by person (`few` of them,
    `history_of` each person), then the rest, of `many` people each."""

    indicators: Floats
    across: Floats
    few: int
    history_of: NDArray[np.int64]
    first_of: NDArray[np.int64]
    many: NDArray[np.int64]
    share: Floats
    observed: int


@dataclass
class State:
    """The chains as they stand. `allotted`: (C, H, K) people by history and class, the missing in the last row.
    `log_lists`: (C, 2J, K) log L above log(1 - L). `log_weights`: (C, K). `alpha`, `missing`: (C,)."""

    allotted: Floats
    log_lists: Floats
    log_weights: Floats
    alpha: Floats
    missing: NDArray[np.int64]


def prepare(patterns: NDArray[np.bool_], counts: NDArray[np.int64]) -> Data:
    """Order the observed histories (H-1, J) by their counts: those of a few people first."""
    order = np.argsort(counts, kind="stable")
    patterns, counts = patterns[order], counts[order]
    few = int((counts <= FEW).sum())
    listed = np.vstack([patterns, np.zeros((1, patterns.shape[1]), dtype=bool)])
    indicators = np.hstack([listed, ~listed]).astype(float)
    return Data(
        indicators=indicators,
        across=indicators.T.copy(),
        few=few,
        history_of=np.repeat(np.arange(few), counts[:few]),
        first_of=np.cumsum(counts[:few]) - counts[:few],
        many=counts[few:],
        share=counts @ patterns / counts.sum(),
        observed=int(counts.sum()),
    )


def start(data: Data, prior: Prior, chains: int) -> State:
    """Every class alike: L_jh the share of list j among those observed, equal weights."""
    share = np.clip(np.concatenate([data.share, 1 - data.share]), 1e-6, None)
    lists = np.broadcast_to(np.log(share)[:, None], (chains, len(share), prior.classes)).copy()
    weights = np.full((chains, prior.classes), -np.log(prior.classes))
    allotted = np.zeros((chains, len(data.indicators), prior.classes))
    return State(allotted, lists, weights, np.ones(chains), np.zeros(chains, dtype=np.int64))


def sweep(state: State, data: Data, prior: Prior, rng: np.random.Generator, *, move: int | None = None) -> None:
    """One sweep of all chains, in place. `move`, counted up from sweep to sweep, adds a stretch of the missing of one
    class; every fourth time, a swap of two neighbouring classes in its stead."""
    allot(state, data, prior, rng)
    placed = data.across @ state.allotted
    if move is not None and move % SWAP_EVERY == 0:
        moves.swap_neighbours(placed, state.alpha, move // SWAP_EVERY % (prior.classes - 2), rng)
    elif move is not None:
        state.missing += moves.stretch_missing(placed, state.allotted[:, -1], state.alpha, prior.most_missing, rng)
    draw_lists(state, placed, rng)
    state.log_weights, state.alpha = draw_sticks(moves.in_class(placed), state.alpha, prior, rng)


def allot(state: State, data: Data, prior: Prior, rng: np.random.Generator) -> None:
    """The number missing and everybody's class, given the parameters."""
    share = data.indicators @ state.log_lists
    share += state.log_weights[:, None, :]
    np.exp(share, out=share)
    total = share.sum(axis=2, keepdims=True)
    share /= total
    state.missing = draw_missing(total[:, -1, 0], data.observed, prior.most_missing, rng)
    if data.few:
        state.allotted[:, : data.few] = _one_by_one(share[:, : data.few], data, rng)
    numbers = np.empty((len(share), len(data.many) + 1), dtype=np.int64)
    numbers[:, :-1] = data.many
    numbers[:, -1] = state.missing
    state.allotted[:, data.few :] = rng.multinomial(numbers, share[:, data.few :])


def _one_by_one(share: Floats, data: Data, rng: np.random.Generator) -> Floats:
    """(C, few, K): people allotted by one uniform each."""
    reached = np.cumsum(share, axis=2)
    reached[:, :, -1] = 1.0
    below = rng.random((len(share), len(data.history_of), 1)) < reached[:, data.history_of]
    up_to = np.add.reduceat(below, data.first_of, axis=1, dtype=np.float64)
    up_to[:, :, 1:] -= up_to[:, :, :-1].copy()
    return np.asarray(up_to)


def draw_missing(absent: Floats, observed: int, most: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """(C,): failures before the n-th success, P(success) = 1 - P(absent), given that they are at most `most`."""
    success = np.maximum(1 - absent, 1e-12)
    missing = rng.negative_binomial(observed, success)
    for _ in range(LONGEST_REDRAW):
        if not (over := missing > most).any():
            return missing
        missing[over] = rng.negative_binomial(observed, success[over])
    from scipy.stats import nbinom  # takes a second to load, and is seldom wanted

    allowed = nbinom.cdf(most, observed, success[over])
    drawn = nbinom.ppf(rng.random(int(over.sum())) * allowed, observed, success[over])
    missing[over] = np.where(allowed > 0, np.clip(np.nan_to_num(drawn, nan=most), 0, most), most)
    return missing


def draw_lists(state: State, placed: Floats, rng: np.random.Generator) -> None:
    """L_jh ~ Beta(1 + people of class h on list j, 1 + people of class h not on it), the missing among the latter.
    `placed` (C, 2J, K): those people, on the list above not on it."""
    gammas = rng.standard_gamma(placed + 1.0)
    lists = gammas.shape[1] // 2
    total = np.log(gammas[:, :lists] + gammas[:, lists:])
    np.log(gammas, out=state.log_lists)
    state.log_lists[:, :lists] -= total
    state.log_lists[:, lists:] -= total


def by_weight(state: State) -> None:
    """Relabel each chain's classes in falling order of weight, in place."""
    order = np.argsort(-state.log_weights, axis=1, kind="stable")[:, None, :]
    state.log_weights = np.take_along_axis(state.log_weights, order[:, 0], axis=1)
    state.log_lists = np.take_along_axis(state.log_lists, order, axis=2)
