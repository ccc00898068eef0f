"""`safetables protect`: one table, made safe or refused."""

import argparse
from dataclasses import replace
from pathlib import Path

from safetables.bands import in_bands
from safetables.cli.output import Output, wrapped
from safetables.cli.parsing import Commands, add_common, add_rules, command, rules_of, whole
from safetables.errors import BadInput
from safetables.protect import protect
from safetables.protected import Protected
from safetables.published_files import write_published
from safetables.rounding import round_counts
from safetables.rules import Protection
from safetables.statement import statement
from safetables.table_files import read_table
from safetables.tables import Table

EXAMPLES = """
examples:
  safetables protect victims.csv --threshold 10 --out safe.csv
  safetables protect victims.csv --hierarchy areas.csv --out safe.csv
  safetables protect victims.csv --method rounding --base 5 --out safe.csv
  safetables protect victims.csv --method rounding --base 5 --seed 7 --out safe.csv   (up or down by chance)
  safetables protect victims.csv --method bands --out safe.csv
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
    add_common(parser)
    parser.set_defaults(command=run)


def run(given: argparse.Namespace) -> Output:
    """Protect, write, and say what was done."""
    path = "/dev/stdin" if given.file == "-" else given.file
    if given.out and Path(given.out).exists() and Path(path).exists() and Path(given.out).samefile(path):
        raise BadInput(f"{given.out} is the table itself: the safe one needs a file of its own.")
    table = read_table(path, given.hierarchy, missing=0.0 if given.missing_is_nobody else None)
    safe = _made(given, table)
    if given.out:
        write_published(safe.table, given.out)
    return Output(_data(given, safe), _text(given, safe))


def _made(given: argparse.Namespace, table: Table) -> Protected:
    rules = rules_of(given)
    if given.method == "suppression":
        return protect(table, rules)
    if given.method == "bands":
        return in_bands(table, rules)
    if given.protection == Protection.to_threshold():
        rules = replace(rules, protection=Protection.width(given.base - 1))
    return round_counts(table, rules, base=given.base, seed=given.seed)


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
