"""Moves of the latent-class sampler that its blocks alone would take thousands of sweeps to make, many chains at once.

Both hold for the posterior with the list probabilities and the sticks integrated out. With o_jh people of class h on
list j and c_h in class h, m_h of them missing, R_h those in later classes and N = n + sum m_h, it is proportional to

    (N - 1)! prod_h 1 / m_h! prod_jh B(1 + o_jh, 1 + c_h - o_jh) prod_{h<K} B(1 + c_h, alpha + R_h) alpha

Make them after people are allotted and before lists and sticks are drawn. Arrays: `placed` (C, 2J, K) people on each
list, above those not on it, by class; `alpha` (C,).
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from darkfigure.grid import Floats

SHORTEST, LONGEST = -2.0, 1.0
"""Logarithms of the reach of a stretch, itself on the log scale."""


def in_class(placed: Floats) -> Floats:
    """(C, K) people in each class: those on the first list and those not."""
    return np.asarray(placed[:, 0] + placed[:, placed.shape[1] // 2])


def swap_neighbours(placed: Floats, alpha: Floats, place: int, rng: np.random.Generator) -> None:
    """Let classes `place` and `place + 1` of each chain change places, in `placed`; neither may be the last.

    With a and b people in the two and R in later ones, the Metropolis ratio is (alpha + b + R) / (alpha + a + R).
    """
    people = in_class(placed)
    later = alpha + people[:, place + 2 :].sum(axis=1)
    ratio = (later + people[:, place + 1]) / (later + people[:, place])
    swapped = np.flatnonzero(rng.random(len(ratio)) < ratio)
    placed[swapped, :, place : place + 2] = placed[swapped, :, place : place + 2][:, :, ::-1]


def stretch_missing(
    placed: Floats, missing: Floats, alpha: Floats, most: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Let the `missing` (C, K) of one class of each chain grow or shrink by a random factor, in `placed`; (C,) by how
    many. Given its lists' probabilities a class gains or loses only about the root of its missing in a sweep.

    The class is h with chance (m_h + 1) / (n0 + K); m + U, U uniform, takes a log-normal step, and m is its whole part.
    """
    chains, classes = np.arange(len(missing)), missing.shape[1]
    chosen, all_missing = _chosen(missing, rng), missing.sum(axis=1)
    here = missing[chains, chosen]
    step = np.exp(rng.uniform(SHORTEST, LONGEST, len(here))) * rng.standard_normal(len(here))
    change = np.floor((here + rng.random(len(here))) * np.exp(step)) - here
    moved = np.stack([np.zeros_like(change), change])
    height = _log_density(placed, chosen, here, alpha, moved)
    height += np.log((here + 1 + moved) / (all_missing + classes + moved))
    accepted = (np.log(rng.random(len(here))) < height[1] - height[0] + step) & (all_missing + change <= most)
    change = np.where(accepted, change, 0.0)
    placed[chains, placed.shape[1] // 2 :, chosen] += change[:, None]
    return change.astype(np.int64)


def _chosen(missing: Floats, rng: np.random.Generator) -> NDArray[np.int64]:
    """(C,) a class of each chain, with chances proportional to its missing and one more."""
    reached = np.cumsum(missing + 1.0, axis=1)
    at = rng.random(len(missing)) * reached[:, -1]
    return np.asarray(np.minimum((reached <= at[:, None]).sum(axis=1), missing.shape[1] - 1))


def _log_density(placed: Floats, chosen: NDArray[np.int64], here: Floats, alpha: Floats, moved: Floats) -> Floats:
    """(2, C): with `moved` (2, C) more people missing in the chosen class, up to what stays the same.

    The product over the sticks is Gamma(alpha + c_K) / Gamma(alpha + N) prod_{h<K} Gamma(1 + c_h) / (alpha + S_h), S_h
    the people in class h and all later ones.
    """
    chains, lists, last = np.arange(len(chosen)), placed.shape[1] // 2, placed.shape[2] - 1
    people = in_class(placed)
    size = people[chains, chosen] + moved
    onward = people[:, ::-1].cumsum(axis=1)[:, :0:-1]
    total = onward[:, 0] + moved
    upward = onward + alpha[:, None] + moved[:, :, None] * (np.arange(last) <= chosen[:, None])
    height = gammaln(1 + placed[chains, lists:, chosen] + moved[:, :, None]).sum(axis=2)
    height += gammaln(total) - gammaln(total + alpha) - gammaln(1 + here + moved) - lists * gammaln(2 + size)
    height += gammaln(np.where(chosen == last, alpha, 1.0) + size) - np.log(upward).sum(axis=2)
    return np.asarray(height)
