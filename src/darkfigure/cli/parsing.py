"""What the commands' parsers have in common."""

import argparse
import textwrap
from typing import NoReturn, TypeAlias

from darkfigure.cli import options
from darkfigure.errors import BadInput


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, as the rest of the program does."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of leaving."""
        words = message.replace("unrecognized arguments:", "there is no option").rstrip(".")
        raise BadInput(f"{words[0].upper()}{words[1:]}. See {self.prog} --help.")


class AsWritten(argparse.RawDescriptionHelpFormatter):
    """Keeps examples in their lines."""


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def command(commands: Commands, name: str, says: str, more: str = "") -> Parser:
    """A command that `says` what it answers; `more` stands below its options."""
    return commands.add_parser(
        name,
        help=says,
        description=textwrap.fill(f"{says[0].upper()}{says[1:]}.", 90),
        epilog=more,
        formatter_class=AsWritten,
        allow_abbrev=False,
    )


def add_common(parser: Parser, *, plot: str = "") -> None:
    """--json, --seed and, if it says what is drawn, --plot."""
    parser.add_argument("--json", action="store_true", help="answer in JSON on standard output, for programs")
    seed = "of the random numbers: the same seed gives the same answer to the last digit (default 0)"
    parser.add_argument("--seed", type=options.whole, default=0, metavar="N", help=seed)
    if plot:
        parser.add_argument("--plot", metavar="PATH", help=f"draw {plot}; the ending says how: .png, .svg, .pdf")


def add_level(parser: argparse._ActionsContainer) -> None:
    """--level."""
    says = "coverage of the interval (default 0.95)"
    parser.add_argument("--level", type=options.level, default=0.95, metavar="P", help=says)


def add_replicates(parser: Parser, usual: int) -> None:
    """--replicates."""
    says = f"bootstrap replicates (default {usual:,})"
    parser.add_argument("--replicates", type=options.positive, default=usual, metavar="N", help=says)


def add_file(parser: Parser) -> None:
    """FILE."""
    parser.add_argument("file", metavar="FILE", help="the table, or - for standard input")
