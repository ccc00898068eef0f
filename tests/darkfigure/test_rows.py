"""Which rows of a panel may take part in the range."""

import pytest

from darkfigure.cautions import Caution
from darkfigure.estimate import Estimate
from darkfigure.rows import PanelRow

FOUND = Estimate(200.0, 100.0, 100, "stepwise", "")
MILD, GRAVE = Caution("several modes", "Two peaks."), Caution("not converged", "It has not converged.", True)


@pytest.mark.parametrize(
    ("row", "believed", "remark"),
    [
        (PanelRow("stepwise", FOUND), True, ""),
        (PanelRow("stepwise", FOUND, cautions=(MILD,)), True, ""),
        (PanelRow("stepwise", FOUND, cautions=(MILD, GRAVE)), False, "not believed: It has not converged."),
        (PanelRow("stepwise", None, "Nobody is on both."), False, "Nobody is on both."),
        (PanelRow("chao", FOUND, bound=True), False, "a lower bound"),
        (PanelRow("independence", FOUND, baseline=True), False, "for comparison"),
    ],
)
def test_belief(row: PanelRow, believed: bool, remark: str) -> None:
    assert row.believed is believed
    assert row.cells()[3] == remark
    assert row.to_dict()["believed"] is believed
