"""`darkfigure panel`: all methods that the table can carry, and the reliability statement."""

import argparse

from darkfigure.cli import drawing, files
from darkfigure.cli.output import Output, bullets, sections, table, wrapped
from darkfigure.cli.parsing import Commands, add_common, add_file, add_level, add_replicates, command
from darkfigure.cli.progress import progress
from darkfigure.panel import Panel, panel
from darkfigure.statement import Statement

MORE = """\
Below the methods' answers stands the reliability statement: what may be said of the number, in words
to be read out and signed, with what it rests on and what speaks against it. Methods that may not be
believed on this table, and methods that refuse it, are shown with the reason.

examples:
  darkfigure panel uk.csv
  darkfigure panel uk.csv --methods stepwise,decomposable,latent_class --seed 7
  darkfigure panel uk.csv --plot panel.pdf --json > panel.json
"""


def add(commands: Commands) -> None:
    """Its options."""
    parser = command(commands, "panel", "all methods side by side, and what may be said of the number", MORE)
    add_file(parser)
    names = 'only these methods; "independence" is there for comparison (default: all that suit the table)'
    parser.add_argument("--methods", type=_names, metavar="A,B", help=names)
    quick = "leave out the tests on hidden lists and on growing tables"
    parser.add_argument("--quick", action="store_true", help=quick)
    add_replicates(parser, 1000)
    add_level(parser)
    add_common(parser, plot="the methods' estimates and intervals")
    parser.set_defaults(command=run)


def run(given: argparse.Namespace) -> Output:
    """The panel that the options ask for."""
    drawing.require(given.plot)
    histories = files.histories(given.file)
    with progress(quiet=given.json) as bar:
        found = panel(
            histories,
            methods=given.methods,
            level=given.level,
            replicates=given.replicates,
            seed=given.seed,
            checks=not given.quick,
            progress=bar,
        )
    if given.plot:
        drawing.draw(given.plot, lambda plots: plots.estimate_panel(found))
    refused = next((row.refused for row in found.rows), "") if not any(row.estimate for row in found.rows) else ""
    data = found.to_dict() | ({"refused": refused} if refused else {})
    return Output(data, sections(_rows(found), _said(found.statement), drawing.said(given.plot)), refused=bool(refused))


def _rows(found: Panel) -> str:
    header = ("method", "total", f"{100 * found.level:g}% interval", "")
    return table(header, [row.cells() for row in found.rows], remarks=True)


def _said(statement: Statement) -> str:
    return sections(
        wrapped(statement.text),
        f"Verdict: {statement.verdict}.",
        bullets("It rests on:", statement.rests_on),
        bullets("Against it:", statement.against),
        wrapped(statement.record),
    )


def _names(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip().replace("-", "_") for part in text.split(",") if part.strip()))
