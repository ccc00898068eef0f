"""`darkfigure estimate`: one table, one method."""

import argparse
from typing import Any

from darkfigure import methods
from darkfigure.cli import drawing, files, options, strata
from darkfigure.cli.output import Output, cautions, facts, sections
from darkfigure.cli.parsing import Commands, add_common, add_file, add_level, command
from darkfigure.cli.progress import progress
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, whole
from darkfigure.histories import CaptureHistories

ASSUMED = "\n".join(f"  {name:<17} {one.assumes}" for name, one in methods.METHODS.items())
EXAMPLES = """
examples:
  darkfigure estimate uk.csv
  darkfigure estimate uk.csv --method loglinear --model "LA:NG, PF:GP" --interval profile
  darkfigure estimate uk.csv --method bic --order 2 --replicates 1000 --json
  darkfigure estimate uk.csv --strata year
  darkfigure estimate encounters.csv --method repeat_counts   (columns: times seen, people)
"""


def add(commands: Commands) -> None:
    """Its options."""
    says = "how many people there are in all, by one method"
    parser = command(commands, "estimate", says, f"what each method assumes:\n{ASSUMED}\n{EXAMPLES}")
    add_file(parser)
    options.add_method(parser)
    options.add_settings(parser)
    add_level(parser)
    parser.add_argument("--strata", metavar="COLUMN", help="estimate each value of this column apart, then the sum")
    add_common(parser, plot="the distribution of the total, or else the models' weights or the overlaps")
    parser.set_defaults(command=run)


def run(given: argparse.Namespace) -> Output:
    """The estimate that the options ask for."""
    settings = options.chosen_settings(given)
    options.check_replicates(given.method, settings)
    drawing.require(given.plot)
    if given.strata and given.method != "repeat_counts":
        return strata.run(given, settings)
    table = _table(given)
    answer = _estimate(table, given, settings)
    if given.plot:
        drawing.draw(given.plot, lambda plots: _figure(plots, answer, table))
    data = answer.to_dict() | {"seed": given.seed}
    return Output(data, sections(_answer(answer, given), cautions(answer.warnings), drawing.said(given.plot)))


def _table(given: argparse.Namespace) -> methods.Table:
    if given.method == "repeat_counts":
        if given.strata:
            raise BadInput("The method repeat_counts takes no --strata: give it one file for each stratum.")
        return files.repeat_counts(given.file)
    return files.histories(given.file)


def _estimate(table: methods.Table, given: argparse.Namespace, settings: dict[str, Any]) -> Estimate:
    with progress(quiet=given.json) as bar:
        bar(0, 0, given.method)
        return methods.estimate(table, given.method, progress=bar, **settings)


def _answer(answer: Estimate, given: argparse.Namespace) -> str:
    rows = [
        ("Method", f"{given.method} ({methods.METHODS[given.method].assumes})"),
        ("Model", answer.model),
        ("In all", whole(answer.total)),
        ("Seen", f"{answer.observed:,}"),
        ("Never seen", whole(answer.dark_figure)),
    ]
    if answer.interval is not None:
        limits = f"{whole(answer.interval.low)} to {whole(answer.interval.high)} ({answer.interval.kind})"
        rows.append((f"{100 * answer.interval.level:g}% interval", limits))
    rows.append(("Seed", str(given.seed)))
    return facts(rows)


def _figure(plots: Any, answer: Estimate, table: methods.Table) -> Any:
    if {"bootstrap", "posterior_quantiles"} & answer.diagnostics.keys():
        return plots.bootstrap_distribution(answer)
    if answer.models:
        return plots.model_weights(answer)
    if isinstance(table, CaptureHistories):
        return plots.overlap(table)
    raise BadInput("There is nothing to plot in an estimate from repeat counts.")
