"""Limits for the total: Wald on the log dark figure, profile likelihood, percentile and BCa bootstrap."""

from darkfigure.intervals.bootstrap import bootstrap
from darkfigure.intervals.likelihood import lognormal, profile, wald
from darkfigure.intervals.ranged import Ranged, checked_level
from darkfigure.intervals.resampling import checked_replicates, checked_seed

KINDS = ("wald", "profile", "percentile", "bca", "none")
RESAMPLED = ("percentile", "bca")
"""Those that replicates are drawn for."""

__all__ = [
    "KINDS",
    "RESAMPLED",
    "Ranged",
    "bootstrap",
    "checked_level",
    "checked_replicates",
    "checked_seed",
    "lognormal",
    "profile",
    "wald",
]
