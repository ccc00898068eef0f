"""Totals where there is one, and what stands where there is none."""

import numpy as np
from published import table

from darkfigure.identify import FINITE, INFINITE, NOT_IDENTIFIED, ZERO
from darkfigure.intervals.resampling import resample
from darkfigure.outcomes import Outcomes, joined
from darkfigure.stepwise import choose


def test_totals() -> None:
    status = np.array([FINITE, INFINITE, ZERO, NOT_IDENTIFIED], dtype=np.int8)
    totals = Outcomes(np.full(4, 50.0), np.full(4, 7.0), status).totals
    assert totals[:3].tolist() == [57.0, np.inf, 50.0]
    assert np.isnan(totals[3])


def test_several_groups_as_one() -> None:
    tables = resample(table("Western"), 60, seed=1)
    whole = choose(tables)
    parts = joined([choose(tables[:, :7]), choose(tables[:, 7:40]), choose(tables[:, 40:])])
    for name in ("observed", "dark_figure", "status", "terms"):
        assert np.array_equal(getattr(whole, name), getattr(parts, name)), name
    assert joined([whole]) is whole
