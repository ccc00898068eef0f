"""`darkfigure estimate --strata`: each stratum apart, then the sum."""

import argparse
from typing import Any

from darkfigure.cli import drawing, files
from darkfigure.cli.output import Output, cautions, sections, table
from darkfigure.cli.progress import progress
from darkfigure.estimate import whole
from darkfigure.strata import StrataEstimate, by_stratum


def run(given: argparse.Namespace, settings: dict[str, Any]) -> Output:
    """The strata and their sum."""
    histories = files.histories(given.file, given.strata)
    with progress(quiet=given.json) as bar:
        found = by_stratum(histories, method=given.method, progress=bar, **settings)
    if given.plot:
        drawing.draw(given.plot, lambda plots: plots.overlap(histories))
    refused = "" if any(row.estimate for row in found.strata) else next(row.refused for row in found.strata)
    same = {"model": "", "status": "finite", "diagnostics": {}}
    data = same | found.to_dict() | ({"refused": refused} if refused else {})
    text = sections(_rows(found, given), cautions(found.warnings), drawing.said(given.plot))
    return Output(data, text, refused=bool(refused))


def _rows(found: StrataEstimate, given: argparse.Namespace) -> str:
    header = (given.strata, "seen", "total", f"{100 * given.level:g}% interval", "")
    limits = f"{whole(found.interval.low)} to {whole(found.interval.high)}" if found.interval else ""
    total = f"{'at least ' if found.at_least else ''}{whole(found.total)}"
    together = ("all", f"{found.observed:,}", total, limits, "")
    return table(header, [*(row.cells() for row in found.strata), together], remarks=True)
