"""How far the answer moves when a list, a setting or an assumption is changed."""

from collections.abc import Iterable

from matplotlib.figure import Figure

from darkfigure.plots import look
from darkfigure.plots.forest import Around, Line, forest
from darkfigure.plots.wording import spoken
from darkfigure.sensitivity import Sensitivity


@look.styled
def sensitivity(sensitivity: Sensitivity) -> Figure:
    """The estimate on the table as it is, without each list, with each pair merged, by threshold, by odds ratio.

    The dashed line repeats the first row. What answers far from it rests on the thing that was changed.
    """
    base = sensitivity.baseline
    lines = [Line.of("The table as it is", base, sensitivity.refused)]
    lines += _group("Without a list", (Line.of(_joined(r.lists), r.estimate, r.refused) for r in sensitivity.omitted))
    lines += _group("Two lists as one", (Line.of(_joined(r.lists), r.estimate, r.refused) for r in sensitivity.merged))
    lines += _group(
        "Threshold for adding pairs",
        (Line.of(f"{r.threshold:g}", r.estimate, r.refused) for r in sensitivity.thresholds),
    )
    lines += _group(
        "If the odds ratio of the highest order, which no data can tell, were",
        (Line(f"{row.odds_ratio:.3g}", row.total) for row in sensitivity.highest_order),
    )
    caption = ["Dashed: the estimate on the table as it is." if base else "", *sensitivity.remarks]
    title = f"{spoken(sensitivity.method, first=True)}: what changes the answer"
    return forest(lines, Around(title, caption, _observed(sensitivity), reference=base.total if base else None))


def _joined(lists: tuple[str, ...]) -> str:
    return " + ".join(lists)


def _group(heading: str, rows: Iterable[Line]) -> list[Line]:
    found = list(rows)
    return [Line(heading, heading=True), *found] if found else []


def _observed(run: Sensitivity) -> int:
    found = [run.baseline, *(row.estimate for row in run.merged), *(row.estimate for row in run.thresholds)]
    return next((estimate.observed for estimate in found if estimate is not None), 1)
