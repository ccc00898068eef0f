"""Worlds with a known truth, and a harness that shows what methods make of them."""

from darkfigure.simulate.fitted import like
from darkfigure.simulate.harness import harness
from darkfigure.simulate.linkage import linkage_error
from darkfigure.simulate.report import Harness, HarnessRow
from darkfigure.simulate.scenarios import covariate, independence, latent_class, merged_lists, pairwise
from darkfigure.simulate.world import World

SCENARIOS = {
    "independence": independence,
    "pairwise": pairwise,
    "latent_class": latent_class,
    "covariate": covariate,
    "merged_lists": merged_lists,
    "linkage_error": linkage_error,
}

__all__ = [
    "SCENARIOS",
    "Harness",
    "HarnessRow",
    "World",
    "covariate",
    "harness",
    "independence",
    "latent_class",
    "like",
    "linkage_error",
    "merged_lists",
    "pairwise",
]
