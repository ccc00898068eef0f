"""Chapman's correction for many lists, against Rcapture, Chapman and simulated tables."""

import math

import numpy as np
import pytest
from published import reference, table

from darkfigure import closed, corrected
from darkfigure.errors import Refusal
from darkfigure.histories import CaptureHistories
from darkfigure.loglinear import fixed
from darkfigure.models import terms_of

# Rcapture 1.4.4, closedp.bc, Mt: total and standard error
RCAPTURE = {
    "Korea": (142.2524680453, 6.3420),
    "Kosovo": (7395.2379020375, 129.625),
    "Western": (1964.0620823149, 356.068),
    "NewOrl_5": (996.9212050729, 237.009),
    "UKdat_5": (13416.3830014333, 803.443),
    "Ned_5": (52853.5221262281, 2327.112),
}


@pytest.mark.parametrize("name", RCAPTURE)
def test_totals_and_standard_errors(name: str) -> None:
    total, error = RCAPTURE[name]
    answer = corrected.estimate(table(name))
    assert answer.total == pytest.approx(total, rel=1e-6)
    assert answer.diagnostics["standard_error"] == pytest.approx(error, rel=1e-4)
    assert answer.interval.low < total < answer.interval.high


def test_all_recorded() -> None:
    records = [record for record in reference()["records"] if record["function"] == "closedp.bc"]
    assert len(records) == 6
    for record in records:
        assert corrected.estimate(table(record["dataset"])).total == pytest.approx(record["estimate"], rel=1e-6)


def test_two_lists_are_chapman() -> None:
    two = CaptureHistories.from_mapping({("A",): 5, ("B",): 10, ("A", "B"): 5})
    one, other = corrected.estimate(two), closed.estimate(two)
    assert (one.total, one.interval) == (other.total, other.interval)


def test_less_bias_than_independence_alone() -> None:
    """150 people, three lists of a fifth each: the mean over many tables comes closer to the truth."""
    shares = np.array([math.prod(0.2 if code >> place & 1 else 0.8 for place in range(3)) for code in range(8)])
    tables = np.random.default_rng(7).multinomial(150, shares, size=3000).T.astype(float)
    tables[0] = 0.0

    plain = fixed(tables, terms_of(None, "ABC"))
    kept = plain.status == 0
    assert abs(corrected.choose(tables).totals[kept].mean() - 150) < abs(plain.totals[kept].mean() - 150) / 2


def test_refused() -> None:
    with pytest.raises(Refusal, match="No two lists share"):
        corrected.estimate(CaptureHistories.from_mapping({("A",): 9, ("B",): 8, ("C",): 4}))
