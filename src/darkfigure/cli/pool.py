"""`darkfigure pool`: one estimate from the tables of an uncertain record linkage."""

import argparse

from darkfigure.cli import files, options
from darkfigure.cli.output import Output, cautions, facts, sections
from darkfigure.cli.parsing import Commands, add_common, add_level, command
from darkfigure.cli.progress import progress
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, whole
from darkfigure.pool import pool

MORE = """\
Each FILE is one draw of who is who: the same lists, linked anew. The answers of all tables are averaged
as distributions, and it is said how much of the uncertainty comes from the linking.

examples:
  darkfigure pool draw-*.csv
  darkfigure pool draw-*.csv --method loglinear --interval wald --json
"""


def add(commands: Commands) -> None:
    """Its options."""
    parser = command(commands, "pool", "one answer from many tables, drawn from an uncertain record linkage", MORE)
    parser.add_argument("files", metavar="FILE", nargs="+", help="the tables, one for each draw of the linkage")
    options.add_method(parser)
    options.add_settings(parser)
    add_level(parser)
    add_common(parser)
    parser.set_defaults(command=run)


def run(given: argparse.Namespace) -> Output:
    """The estimate pooled over the files."""
    settings = options.chosen_settings(given)
    options.check_replicates(given.method, settings)
    if given.method == "repeat_counts":
        raise BadInput("The method repeat_counts takes one source, and has nothing to link: pool takes lists.")
    if len(given.files) < 2:
        raise BadInput("To pool at least two tables are needed; for one there is darkfigure estimate.")
    tables = [files.histories(name) for name in given.files]
    with progress(quiet=given.json) as bar:
        answer = pool(tables, method=given.method, progress=bar, **settings)
    return Output(answer.to_dict() | {"seed": given.seed}, sections(_answer(answer, given), cautions(answer.warnings)))


def _answer(answer: Estimate, given: argparse.Namespace) -> str:
    limits = answer.interval
    least, most = answer.diagnostics["observed_from_to"]
    return facts(
        [
            ("Tables", f"{answer.diagnostics['tables']} ({answer.diagnostics['refused']} refused)"),
            ("Method", answer.method),
            ("In all", whole(answer.total)),
            ("Seen", f"{least:,} to {most:,}" if least < most else f"{least:,}"),
            ("Never seen", whole(answer.dark_figure)),
            (f"{100 * given.level:g}% interval", f"{whole(limits.low)} to {whole(limits.high)}" if limits else ""),
            ("From linking", f"{answer.diagnostics['share_from_linking']:.0%} of the variance of the log dark figure"),
            ("Seed", str(answer.seed)),
        ]
    )
