"""The commands in one parser."""

from safetables.cli import attacking, protecting
from safetables.cli.parsing import AsWritten, Parser
from safetables.version import VERSION

ABOUT = """\
Tables that identify nobody. A table is a CSV file with a row for each cell, its codes and then its count:

    area,sex,count
    Durham,F,3
    Durham,M,12
    Kent,F,25
    Kent,M,31

Totals (the code Total or All) may be there, and then have to add up; those that are not are added. What adds up to what
in a nested dimension stands in a file of its own, with the columns dimension, code, parent.
"""
CODES = "Exit codes: 0 an answer, 1 a cell is given away, 2 bad input, 3 no safe table was found, 130 interrupted."


def parser() -> Parser:
    """Of the whole command line; each command sets `command`, a function of the options."""
    top = Parser("safetables", description=ABOUT, epilog=CODES, formatter_class=AsWritten, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"safetables {VERSION}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    for module in (protecting, attacking):
        module.add(commands)
    return top
