"""`darkfigure sensitivity`: how far the answer moves when a list, a setting or an assumption changes."""

import argparse
from collections.abc import Iterator

from darkfigure.cli import drawing, files, options
from darkfigure.cli.output import Output, sections, table, wrapped
from darkfigure.cli.parsing import Commands, add_common, add_file, add_level, command
from darkfigure.cli.progress import progress
from darkfigure.estimate import whole
from darkfigure.sensitivity import Sensitivity, sensitivity

MORE = """\
Every list is left out in turn and every pair of lists taken as one; the threshold of the stepwise
choice is walked; and the last table shows the total for other values of what no data can tell, the
odds ratio of all lists together, which lincoln_petersen, loglinear, stepwise, bic and thresholding
take to be 1. The other methods rest on something else, and have no such table.

examples:
  darkfigure sensitivity uk.csv
  darkfigure sensitivity uk.csv --method bic --replicates 200      (with intervals)
  darkfigure sensitivity uk.csv --plot sensitivity.pdf
"""


def add(commands: Commands) -> None:
    """Its options."""
    parser = command(commands, "sensitivity", "how far the answer moves when lists or assumptions change", MORE)
    add_file(parser)
    options.add_method(parser)
    options.add_settings(parser)
    add_level(parser)
    add_common(parser, plot="all of it")
    parser.set_defaults(command=run)


def run(given: argparse.Namespace) -> Output:
    """The changes that the options ask for."""
    settings = options.chosen_settings(given)
    drawing.require(given.plot)
    histories = files.histories(given.file)
    with progress(quiet=given.json) as bar:
        found = sensitivity(histories, method=given.method, progress=bar, **settings)
    if given.plot:
        drawing.draw(given.plot, lambda plots: plots.sensitivity(found))
    data = found.to_dict() | {"level": given.level, "seed": given.seed}
    if not found.refused:
        del data["refused"]
    text = sections(_baseline(found), *_tables(found), *map(wrapped, found.remarks), drawing.said(given.plot))
    return Output(data, text, refused=found.baseline is None)


def _baseline(found: Sensitivity) -> str:
    if found.baseline is None:
        return wrapped(f"Refused: {found.refused}")
    return wrapped(f"{found.method}: {whole(found.baseline.total)} in all, {found.baseline.observed:,} seen.")


def _tables(found: Sensitivity) -> Iterator[str]:
    for title, rows in (
        ("without a list", found.omitted),
        ("two lists as one", found.merged),
        ("threshold", found.thresholds),
        ("highest-order odds ratio", found.highest_order),
    ):
        if rows:
            yield table((title, "total", "interval", ""), [row.cells() for row in rows], remarks=True)
