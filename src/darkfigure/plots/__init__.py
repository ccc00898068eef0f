"""Figures for print and notebook, from matplotlib (the extra `plots`): each takes a result and returns a Figure.

>>> from darkfigure import examples, plots
>>> figure = plots.overlap(examples.load("UKdat"))
>>> plots.save(figure, "overlap.svg")  # doctest: +SKIP
"""

try:
    import matplotlib  # noqa: F401 - to say what is missing
except ImportError as missing:
    raise ImportError('The plots need matplotlib: pip install "darkfigure[plots]".') from missing

from darkfigure.plots.changing import sensitivity
from darkfigure.plots.comparing import estimate_panel
from darkfigure.plots.distribution import bootstrap_distribution
from darkfigure.plots.growing import trajectory
from darkfigure.plots.overlapping import overlap
from darkfigure.plots.saving import save
from darkfigure.plots.weighing import model_weights

__all__ = [
    "bootstrap_distribution",
    "estimate_panel",
    "model_weights",
    "overlap",
    "save",
    "sensitivity",
    "trajectory",
]
