"""How many were never seen: multiple systems estimation from the overlaps of lists of known people.

Pure Python on numpy and scipy. One method a module, each with one function `estimate(histories, ...)`.
"""

from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import Estimate, Interval
from darkfigure.histories import CaptureHistories

__all__ = ["BadInput", "CaptureHistories", "Estimate", "Interval", "Refusal"]
