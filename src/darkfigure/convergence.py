"""Whether chains agree: split R-hat and effective sample size (Gelman et al. 2013; Vehtari et al. 2021).

Vehtari, Gelman, Simpson, Carpenter and Buerkner (2021), Bayesian Analysis 16, 667. Draws have shape (chains, draws).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from darkfigure.estimate import whole
from darkfigure.grid import Floats

ENOUGH = 400
"""Effective draws below which quantiles are not to be trusted (Vehtari et al. 2021, s. 4)."""
AGREED = 1.05
MATTERS = 1.5
"""The largest dark figure over the smallest, of several priors, from which on the prior is said to matter."""


def agreement(totals: Floats | NDArray[np.int64], *others: Floats) -> dict[str, Any]:
    """Do chains of draws of N (chains, draws) agree, and those of `others`? R-hat and effective draws are the worst."""
    scores = [rank_normalised(totals), *others]
    r_hat, worth = max(map(split_r_hat, scores)), min(map(effective_draws, scores))
    return {
        "converged": bool(r_hat <= AGREED and worth >= ENOUGH),
        "split_r_hat": r_hat,
        "effective_draws": worth,
        "chain_medians": np.median(totals, axis=1).tolist(),
    }


def disagreement(agreed: dict[str, Any]) -> list[str]:
    """What to say of chains that do not agree; nothing of those that do."""
    if agreed["converged"]:
        return []
    medians = agreed["chain_medians"]
    return [
        f"Not converged: split R-hat {agreed['split_r_hat']:.2f}, {whole(agreed['effective_draws'])} effective draws; "
        f"the chains' medians run from {whole(min(medians))} to {whole(max(medians))}."
    ]


def prior_matters(medians: dict[str, float], observed: int) -> list[str]:
    """What to say of posterior medians of N by prior, if the largest dark figure is half as much again as the least."""
    low, high = min(medians, key=lambda prior: medians[prior]), max(medians, key=lambda prior: medians[prior])
    if medians[high] - observed <= MATTERS * (medians[low] - observed):
        return []
    return [f"The prior matters: with {low} the total is {whole(medians[low])}, with {high} {whole(medians[high])}."]


def split_r_hat(draws: Floats) -> float:
    """sqrt of the pooled over the mean within-half-chain variance: 1 when all halves of all chains look alike."""
    halves = halved(draws)
    length = halves.shape[1]
    within = halves.var(axis=1, ddof=1).mean()
    between = halves.mean(axis=1).var(ddof=1)
    if within == 0:
        return 1.0 if between == 0 else np.inf
    return float(np.sqrt((length - 1) / length + between / within))


def rank_normalised(draws: Floats | NDArray[np.int64]) -> Floats:
    """Normal scores of the pooled ranks: heavy tails no longer hide disagreement (Vehtari et al. 2021, eq. 14)."""
    _, places, ties = np.unique(draws, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(ties) - (ties - 1) / 2.0)[places].reshape(draws.shape)
    return np.asarray(ndtri((ranks - 0.375) / (draws.size + 0.25)))


def effective_draws(draws: Floats) -> float:
    """Independent draws worth as much: Geyer's initial monotone sequence over the split chains."""
    halves = halved(draws)
    length = halves.shape[1]
    covariance = _autocovariance(halves).mean(axis=0)
    within = covariance[0] * length / (length - 1)
    total = within * (length - 1) / length + halves.mean(axis=1).var(ddof=1)
    if total == 0:
        return float(draws.size)
    correlation = 1 - (within - covariance) / total
    correlation[0] = 1.0
    even = length - length % 2
    pairs = correlation[:even].reshape(-1, 2).sum(axis=1)
    positive = pairs[: int(np.argmax(pairs < 0))] if (pairs < 0).any() else pairs
    time = -1 + 2 * np.minimum.accumulate(positive).sum()
    return float(draws.size / max(time, 1 / np.log10(draws.size)))


def halved(draws: Floats) -> Floats:
    """(2 chains, half the draws): each chain's first and second half."""
    half = draws.shape[1] // 2
    return np.concatenate([draws[:, :half], draws[:, -half:]]).astype(float)


def _autocovariance(chains: Floats) -> Floats:
    """(chains, lags) by the fast Fourier transform, each lag divided by the length."""
    length = chains.shape[1]
    spectrum = np.fft.rfft(chains - chains.mean(axis=1, keepdims=True), 2 * length, axis=1)
    return np.asarray(np.fft.irfft(np.abs(spectrum) ** 2, axis=1)[:, :length] / length)
