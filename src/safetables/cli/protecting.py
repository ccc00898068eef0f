"""`safetables protect`: one table, made safe or refused."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from safetables.about import About
from safetables.bands import in_bands
from safetables.cli.output import Output, wrapped
from safetables.cli.parsing import Commands, abouts, add_common, add_days, add_rules, command, rules_of, whole
from safetables.errors import BadInput
from safetables.problems import Earlier
from safetables.protect import protect
from safetables.protected import Protected
from safetables.published_files import read_published, write_published
from safetables.rounding import round_counts
from safetables.rules import Protection
from safetables.statement import statement
from safetables.table_files import read_hierarchy, read_table
from safetables.tables import Table

EXAMPLES = """
examples:
  safetables protect victims.csv --threshold 10 --out safe.csv
  safetables protect victims.csv --hierarchy areas.csv --out safe.csv
  safetables protect victims.csv --method rounding --base 5 --out safe.csv
  safetables protect victims.csv --method rounding --base 5 --seed 7 --out safe.csv   (up or down by chance)
  safetables protect victims.csv --method bands --out safe.csv
  safetables protect november.csv --earlier october-safe.csv --earlier-truth october.csv --days --out safe.csv
  safetables protect turnover.csv --p-percent 15 --out safe.csv             (sums, with largest_1, largest_2)
"""


def add(commands: Commands) -> None:
    """Its options."""
    says = "hide, round or band small counts so that nobody can work them out"
    parser = command(commands, "protect", says, EXAMPLES)
    parser.add_argument(
        "file", metavar="TABLE", help="a row for each cell: its codes, then count; - for standard input"
    )
    parser.add_argument("--out", metavar="FILE", help="where the safe table is written; without it only the account is")
    add_rules(parser)
    how = parser.add_argument_group("method").add_argument
    how("--method", choices=("suppression", "rounding", "bands"), default="suppression", help="default suppression")
    how("--base", type=whole, default=5, metavar="N", help="of rounding (default 5)")
    how("--seed", type=whole, metavar="N", help="round up or down by chance, the same seed the same way")
    missing = "a cell that is not in the file counts nobody; without it every cell has to be there"
    parser.add_argument("--missing-is-nobody", action="store_true", help=missing)
    before = parser.add_argument_group("what was published before").add_argument
    before("--earlier", metavar="SAFE", nargs="+", default=[], help="tables that readers have already, oldest first")
    said = "the true table of each, in the same order; without it they count the people of TABLE on the same day"
    before("--earlier-truth", metavar="TABLE", nargs="+", default=[], help=said)
    add_days(parser)
    add_common(parser)
    parser.set_defaults(command=run)


def run(given: argparse.Namespace) -> Output:
    """Protect, write, and say what was done."""
    path = "/dev/stdin" if given.file == "-" else given.file
    if given.out and Path(given.out).exists() and Path(path).exists() and Path(given.out).samefile(path):
        raise BadInput(f"{given.out} is the table itself: the safe one needs a file of its own.")
    *older, newest = abouts([*given.earlier, path], days=given.days)
    about = replace(newest, name="Standard input" if given.file == "-" else Path(path).name)
    table = read_table(path, given.hierarchy, missing=0.0 if given.missing_is_nobody else None, about=about)
    safe = _made(given, table, _earlier(given, older))
    if given.out:
        write_published(safe.table, given.out)
    return Output(_data(given, safe), _text(given, safe))


def _earlier(given: argparse.Namespace, older: Sequence[About]) -> Earlier:
    """What readers have, with the truth of it."""
    if given.days and older and not given.earlier_truth:
        raise BadInput("Earlier days counted other people: give their true tables, --earlier-truth.")
    if given.earlier_truth and len(given.earlier_truth) != len(older):
        raise BadInput(f"{len(given.earlier_truth)} true tables were given for {len(older)} published ones.")
    least = rules_of(given).least
    published = tuple(read_published(one.name, given.hierarchy, least=least, about=one) for one in older)
    files = given.earlier_truth or [None] * len(older)
    truths = tuple(
        read_table(name, given.hierarchy, about=one) if name else None for name, one in zip(files, older, strict=True)
    )
    links = tuple(read_hierarchy(given.hierarchy).values()) if given.hierarchy and older else ()
    return Earlier(published, truths, links=links, grows=not given.may_fall, rules=rules_of(given))


def _made(given: argparse.Namespace, table: Table, earlier: Earlier) -> Protected:
    rules = rules_of(given)
    if given.method == "suppression":
        return protect(table, rules, earlier=earlier)
    if given.method == "bands":
        return in_bands(table, rules, earlier=earlier)
    if given.protection == Protection.to_threshold():
        rules = replace(rules, protection=Protection.width(given.base - 1))
    return round_counts(table, rules, base=given.base, seed=given.seed, earlier=earlier)


def _data(given: argparse.Namespace, safe: Protected) -> dict[str, object]:
    return {
        "method": safe.method,
        "cells": safe.cells,
        "hidden": safe.hidden,
        "least_hidden": safe.least_hidden,
        "optimal": safe.optimal,
        "out": given.out,
        "statement": statement(safe),
    }


def _text(given: argparse.Namespace, safe: Protected) -> str:
    lines = [wrapped(statement(safe))]
    if safe.method == "suppression" and safe.hidden:
        lines += ["", wrapped(_account(safe))]
    if given.out:
        lines += ["", f"Written: {given.out}"]
    return "\n".join(lines)


def _account(safe: Protected) -> str:
    if safe.optimal:
        return "Fewer cells could not be hidden: that is proved."
    if safe.least_hidden is None:
        return "Whether fewer cells would do was not sought: the table is large."
    return f"At least {safe.least_hidden:,} cells have to be hidden: that is proved."
