"""The panel's figure has every method, what it is believed to be, and the statement's words."""

from pathlib import Path

import pytest
from drawn import awkward, saved, two_lists

from darkfigure import CaptureHistories, Refusal, examples, methods, plots
from darkfigure.cautions import Caution
from darkfigure.panel import Panel
from darkfigure.rows import PanelRow
from darkfigure.statement import NOT_TO_BE_USED, WITH_CAUTION, Statement


def _row(table: CaptureHistories, method: str, **more: object) -> PanelRow:
    try:
        return PanelRow(method, methods.estimate(table, method, **_QUICK.get(method, {})), **more)  # type: ignore[arg-type]  # fields of several types
    except Refusal as refusal:
        return PanelRow(method, None, str(refusal))


_QUICK = {"stepwise": {"interval": "wald"}, "bic": {"interval": "wald"}, "loglinear": {"interval": "wald"}}


def _panel(table: CaptureHistories, *, low: float | None = None, high: float | None = None) -> Panel:
    rows = (
        _row(table, "chao", bound=True),
        _row(table, "loglinear", baseline=True),
        _row(table, "stepwise"),
        _row(table, "bic", cautions=(Caution("peaks", "Two peaks.", forbids=True),)),
    )
    verdict = NOT_TO_BE_USED if low is None else WITH_CAUTION
    statement = Statement(verdict, f"{table.n:,} people were seen.", table.n, low, high, None, (), (), "")
    return Panel(rows, statement, table.n, 0.95, 0, table.digest)


def test_united_kingdom(tmp_path: Path) -> None:
    words = saved(
        plots.estimate_panel(_panel(examples.load("UKdat_5"), low=9000.0, high=25000.0)), tmp_path, printed=True
    )
    for text in (
        "Verdict: with caution",
        "Chao's lower bound",
        "BIC search",
        "11,313",
        "22,991",
        "2,744 people were seen.",
    ):
        assert text in words, text
    for text in ("Filled circle", "Hollow circle", "Triangle", "Diamond", "Shaded"):
        assert text in words, text


def test_a_table_that_nothing_can_answer(tmp_path: Path) -> None:
    apart = CaptureHistories.from_mapping({("A",): 30, ("B",): 20, ("C",): 10})
    words = saved(plots.estimate_panel(_panel(apart)), tmp_path).replace("\n", " ")
    assert words.count("No two lists share a person") == 4
    assert "Verdict: not to be used" in words
    assert "Shaded" not in words
    assert "Filled circle" not in words


@pytest.mark.parametrize("table", [awkward(), two_lists()], ids=["awkward", "two lists"])
def test_other_tables(tmp_path: Path, table: CaptureHistories) -> None:
    assert f"{table.n:,} seen" in saved(plots.estimate_panel(_panel(table, low=table.n, high=9 * table.n)), tmp_path)
