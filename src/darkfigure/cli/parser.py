"""The commands in one parser."""

from darkfigure.cli import estimate, listing, panel, pool, sensitivity, simulate
from darkfigure.cli.parsing import AsWritten, Parser
from darkfigure.estimate import VERSION

ABOUT = """\
How many people were never seen: multiple systems estimation from the overlaps of lists.

FILE is a CSV file with one column for each list, 0 or 1, and then a column "count":

    LA,NG,PF,count
    1,0,0,54
    0,1,0,463
    1,1,0,15

The first row says that 54 people are on list LA and on no other. "-" is standard input.
"""
CODES = "Exit codes: 0 an answer, 2 bad input, 3 the method refuses to give a number, 130 interrupted."


def parser() -> Parser:
    """Of the whole command line; each command sets `command`, a function of the options."""
    top = Parser("darkfigure", description=ABOUT, epilog=CODES, formatter_class=AsWritten, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"darkfigure {VERSION}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    for module in (estimate, panel, sensitivity, pool, simulate, listing):
        module.add(commands)
    return top
