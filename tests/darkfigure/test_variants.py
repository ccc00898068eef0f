"""The points of a sensitivity run, as text and as JSON."""

import math

from darkfigure.estimate import Estimate, Interval
from darkfigure.variants import AtOddsRatio, AtThreshold, ChangedLists

FOUND = Estimate(200.0, 100.0, 100, "stepwise", "", Interval("bca", 0.95, 150.0, 300.0), "A:B")


def test_as_text() -> None:
    assert ChangedLists(("A", "B"), FOUND).cells() == ("A + B", "200", "150 to 300", "")
    assert ChangedLists(("A",), None, "Too few.").cells() == ("A", "refused", "", "Too few.")
    assert AtThreshold(0.02, FOUND).cells() == ("0.02", "200", "150 to 300", "A:B")
    assert AtOddsRatio(2.0, 300.0, 400.0).cells() == ("2", "300", "", "400 from the cells alone")


def test_as_json() -> None:
    assert ChangedLists(("A",), None, "Too few.").to_dict() == {"lists": ["A"], "estimate": None, "refused": "Too few."}
    assert AtThreshold(0.02, FOUND).to_dict()["estimate"]["total"] == 200.0
    assert AtOddsRatio(2.0, math.inf).to_dict() == {"odds_ratio": 2.0, "total": None, "saturated": None}
