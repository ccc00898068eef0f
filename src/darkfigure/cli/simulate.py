"""`darkfigure simulate`: a table whose truth is known, or what methods make of many such tables."""

import argparse
from collections.abc import Callable
from functools import partial
from typing import Any

from darkfigure import simulate
from darkfigure.cli import drawing, files, options, worlds
from darkfigure.cli.output import Output, cautions, sections, table, wrapped
from darkfigure.cli.parsing import Commands, add_common, add_level, command
from darkfigure.cli.progress import progress
from darkfigure.errors import BadInput
from darkfigure.simulate.report import HEADER

SCENARIOS = "\n".join(f"  {name:<15}{says}" for name, (_, says) in worlds.SCENARIOS.items())
MORE = f"""\
WHAT is a scenario or a FILE.

A scenario is drawn once, and its table written to standard output or to --out, in the form that
`darkfigure estimate` reads. With --methods it is drawn --repeats times, and a row for each method
says how far off it was on average, how often its interval held the truth, how wide it was, and how
often it refused.

scenarios:
{SCENARIOS}

With a FILE, the stepwise model of its table (or --model) is taken as the truth, and methods are
tried on tables drawn from it: stepwise, loglinear and chao unless --methods names others. With
--out one such table is written instead.

examples:
  darkfigure simulate pairwise --population 10000 --lists 5 --seed 1 --out table.csv
  darkfigure simulate pairwise --lists police,shelters,hospitals --odds police:shelters=4
  darkfigure simulate linkage_error --missed 0.2 --methods stepwise,chao --repeats 500
  darkfigure simulate uk.csv --methods stepwise,bic,decomposable --repeats 200
"""


def add(commands: Commands) -> None:
    """Its options."""
    says = "draw a table whose truth is known, or try methods on many"
    parser = command(commands, "simulate", says, MORE)
    parser.add_argument("what", metavar="WHAT", help=f"a scenario ({', '.join(worlds.SCENARIOS)}) or a FILE")
    worlds.add_settings(parser)
    group = parser.add_argument_group("trying methods")
    group.add_argument("--methods", type=options.several_methods, metavar="A,B", help="methods to try, by name")
    group.add_argument("--repeats", type=options.positive, metavar="N", help="worlds to try them on (default 100)")
    add_level(group)
    parser.add_argument("--out", metavar="PATH", help="write the table into this file")
    add_common(parser, plot="the overlaps of the table drawn")
    parser.set_defaults(command=run)


def run(given: argparse.Namespace) -> Output:
    """One world, or many."""
    drawing.require(given.plot)
    if given.out and (given.methods or given.repeats):
        raise BadInput("--out writes one table; --methods and --repeats draw many: leave one of them out.")
    scenario = worlds.scenario(given)
    trying = given.methods or given.repeats or (worlds.is_file(given) and not given.out)
    if given.plot:
        drawing.draw(given.plot, lambda plots: plots.overlap(scenario(seed=given.seed).histories))
    return _tried(scenario, given) if trying else _drawn(scenario, given)


def _drawn(scenario: Callable[..., simulate.World], given: argparse.Namespace) -> Output:
    world = scenario(seed=given.seed)
    data = world.to_dict() | {"seed": given.seed}
    if given.out:
        files.write(given.out, worlds.csv_of(world))
        said = wrapped(f"{world.summary()} Table: {given.out}")
        return Output(data, sections(said, worlds.hint(world), drawing.said(given.plot)))
    return Output(data, worlds.csv_of(world), aside=world.summary())


def _tried(scenario: Callable[..., simulate.World], given: argparse.Namespace) -> Output:
    methods = given.methods or ["stepwise", "loglinear", "chao"]
    try_all = partial(simulate.harness, scenario, methods, repeats=given.repeats or 100, seed=given.seed)
    with progress(quiet=given.json) as bar:
        found = try_all(level=given.level, progress=bar)
    rows: list[Any] = [one.cells() for one in found.rows]
    head = f"{found.scenario}: {found.repeats} worlds of {found.truth:,} people, {100 * found.level:g}% intervals."
    reasons = (f"{one.method}: {count} refused. {why}" for one in found.rows for why, count in one.reasons.items())
    text = sections(wrapped(head), table(HEADER, rows), cautions(reasons), drawing.said(given.plot))
    return Output(found.to_dict(), text)
