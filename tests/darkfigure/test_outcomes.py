"""Totals where there is one, and what stands where there is none."""

import numpy as np

from darkfigure.identify import FINITE, INFINITE, NOT_IDENTIFIED, ZERO
from darkfigure.outcomes import Outcomes


def test_totals() -> None:
    status = np.array([FINITE, INFINITE, ZERO, NOT_IDENTIFIED], dtype=np.int8)
    totals = Outcomes(np.full(4, 50.0), np.full(4, 7.0), status).totals
    assert totals[:3].tolist() == [57.0, np.inf, 50.0]
    assert np.isnan(totals[3])
