"""`safetables attack`: what anybody can conclude from safe tables together."""

import argparse

from safetables.attacker import attack
from safetables.cli.output import Output, bullets, table, wrapped
from safetables.cli.parsing import Commands, abouts, add_common, add_days, add_rules, command, rules_of
from safetables.errors import BadInput
from safetables.findings import Findings
from safetables.published_files import read_published
from safetables.table_files import read_hierarchy, read_table

GIVEN_AWAY = 1
EXAMPLES = """
examples:
  safetables attack safe.csv
  safetables attack by-sex.csv by-age.csv                  (tables of the same people: totals that they share are one)
  safetables attack october.csv november.csv --days        (the same people and more, counted on two days)
  safetables attack regions.csv areas.csv --hierarchy areas-in-regions.csv
  safetables attack safe.csv --truth victims.csv           (every small count is held to its protection)
"""


def add(commands: Commands) -> None:
    """Its options."""
    says = "find the bounds of every hidden cell, and those that are given away (exit code 1)"
    parser = command(commands, "attack", says, EXAMPLES)
    parser.add_argument("files", metavar="SAFE", nargs="+", help="tables as they were published")
    parser.add_argument(
        "--truth", metavar="TABLE", action="append", default=[], help="the true table, once for each SAFE"
    )
    add_days(parser)
    add_rules(parser)
    add_common(parser)
    parser.set_defaults(command=run)


def run(given: argparse.Namespace) -> Output:
    """Read, attack, and say what was found."""
    if given.truth and len(given.truth) != len(given.files):
        raise BadInput(f"{len(given.truth)} true tables were given for {len(given.files)} published ones.")
    rules = rules_of(given)
    named = abouts(given.files, days=given.days)
    read = [read_published(about.name, given.hierarchy, least=rules.least, about=about) for about in named]
    truths = [read_table(name, given.hierarchy, about=about) for name, about in zip(given.truth, named, strict=False)]
    links = list(read_hierarchy(given.hierarchy).values()) if given.hierarchy else []
    found = attack(read, rules, truths=truths, links=links, grows=not given.may_fall)
    return Output(found.to_dict(), _text(found), 0 if found.safe else GIVEN_AWAY)


def _text(found: Findings) -> str:
    rows = [(bound.name, bound.said or "-", _limit(bound.low), _limit(bound.high)) for bound in found.bounds]
    listed = table(("cell", "printed", "at least", "at most"), rows) if rows else "Every cell is printed exactly."
    if found.safe:
        return f"{listed}\n\nNothing is given away."
    many = len(found.given_away)
    title = wrapped(f"{many:,} {'cell is' if many == 1 else 'cells are'} given away:")
    return f"{listed}\n\n{title}\n{bullets(one.sentence() for one in found.given_away)}"


def _limit(value: float) -> str:
    return "no limit" if value in (float("inf"), float("-inf")) else f"{value:,.10g}"
