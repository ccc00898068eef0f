"""Figures for print and notebook, from matplotlib (the extra `plots`): each takes a result and returns a Figure."""

from darkfigure.plots.distribution import bootstrap_distribution
from darkfigure.plots.overlapping import overlap
from darkfigure.plots.saving import save
from darkfigure.plots.weighing import model_weights

__all__ = ["bootstrap_distribution", "model_weights", "overlap", "save"]
