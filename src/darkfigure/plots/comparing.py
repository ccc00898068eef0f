"""All methods on one axis, refusals among them, with what may be said of them together."""

from matplotlib.figure import Figure

from darkfigure.panel import Panel
from darkfigure.plots import look
from darkfigure.plots.forest import Around, Line, forest
from darkfigure.plots.wording import spoken
from darkfigure.rows import PanelRow

KEY = {
    "answer": "Filled circle: an answer that takes part in the range.",
    "doubted": "Hollow circle: an answer that is not believed (the reservations say why).",
    "bound": "Triangle: a lower bound.",
    "baseline": "Diamond: for comparison only.",
}


@look.styled
def estimate_panel(panel: Panel) -> Figure:
    """Each method's total and interval; the range of the reliability statement as a band, its words beneath.

    Arrows: no upper limit, or one beyond the axis. A method that refuses has its sentence instead of a mark.
    """
    lines = [Line.of(spoken(row.method, first=True), row.estimate, row.refused, _mark(row)) for row in panel.rows]
    said = panel.statement
    used = {line.mark for line in lines if not line.refused}
    marks = [f"Shaded: the statement's range. {panel.level:.0%} intervals."] if said.low is not None else []
    marks += [words for mark, words in KEY.items() if mark in used]
    band = (said.low, said.high) if said.low is not None and said.high is not None else None
    return forest(
        lines,
        Around(
            f"How many people in all? Verdict: {said.verdict}",
            [said.text, _against(panel), " ".join(marks)],
            panel.observed,
            band,
        ),
    )


def _against(panel: Panel) -> str:
    """The reservations, but for the refusals, which are rows."""
    refusals = [row.refused for row in panel.rows if row.refused]
    said = [words for words in panel.statement.against if not any(refusal in words for refusal in refusals)]
    return f"Against it: {' '.join(said)}" if said else ""


def _mark(row: PanelRow) -> str:
    if row.bound or row.baseline:
        return "bound" if row.bound else "baseline"
    return "answer" if row.believed else "doubted"
