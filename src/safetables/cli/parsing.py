"""What the commands' parsers have in common, and how words become rules."""

import argparse
from collections.abc import Sequence
from typing import NoReturn, TypeAlias

from safetables.about import About
from safetables.errors import BadInput
from safetables.rules import Protection, Rules, Zeros


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
    """A command that `says` what it does; `more` stands below its options."""
    described = f"{says[0].upper()}{says[1:]}."
    return commands.add_parser(
        name, help=says, description=described, epilog=more, formatter_class=AsWritten, allow_abbrev=False
    )


def add_rules(parser: Parser) -> None:
    """The options that make the rules."""
    add = parser.add_argument_group("rules").add_argument
    add("--threshold", type=whole, default=10, metavar="N", help="counts of fewer people are hidden (default 10)")
    zeros = "what a count of nobody is: shown always, usable to hide others, or hidden as a small count is"
    add("--zeros", choices=[str(one) for one in Zeros], default=str(Zeros.SHOWN), help=zeros)
    room = (
        "what an attacker must not narrow: 'threshold' (default), from the least up to the threshold; '30%%', the "
        "count and that part of it to both sides; a number, so far apart"
    )
    add("--protection", type=protection, default=Protection.to_threshold(), metavar="HOW", help=room)
    largest = "in tables of sums: a cell is hidden where its N largest contributions make more than K %% of it"
    add("--dominance", type=dominance, metavar="N,K", help=largest)
    nearest = "in tables of sums: a cell is hidden where its second contributor can tell the largest to within P %%"
    add("--p-percent", type=number, metavar="P", help=nearest)


def add_common(parser: Parser) -> None:
    """--hierarchy and --json."""
    says = "a CSV file with the columns dimension, code, parent: what adds up to what"
    parser.add_argument("--hierarchy", metavar="FILE", help=says)
    parser.add_argument("--json", action="store_true", help="answer in JSON on standard output, for programs")


def rules_of(options: argparse.Namespace) -> Rules:
    """The rules that the options make."""
    return Rules(
        threshold=options.threshold,
        zeros=Zeros(options.zeros),
        protection=options.protection,
        dominance=options.dominance,
        p_percent=options.p_percent,
    )


def add_days(parser: Parser) -> None:
    """--days and --may-fall."""
    parser.add_argument("--days", action="store_true", help="the tables are counts of later and later days")
    parser.add_argument("--may-fall", action="store_true", help="with --days: counts can also be corrected downwards")


def abouts(names: Sequence[str], *, days: bool) -> list[About]:
    """Tables that are called by their files, each of a day of its own or all of one."""
    digits = max(2, len(str(len(names))))
    return [About(name, as_at=f"day {day:0{digits}d}" if days else "") for day, name in enumerate(names, 1)]


def protection(text: str) -> Protection:
    """threshold, 30% or 5."""
    if text == "threshold":
        return Protection.to_threshold()
    try:
        amount = float(text.removesuffix("%"))
        return Protection.share(amount / 100) if text.endswith("%") else Protection.width(amount)
    except BadInput as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".")) from None
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is neither 'threshold' nor 30% nor a number") from None


def dominance(text: str) -> tuple[int, float]:
    """1,80: the largest contribution makes more than 80 %."""
    many, comma, share = text.partition(",")
    if not comma:
        raise argparse.ArgumentTypeError(f"{text!r} is not like 1,80: how many, and of how many percent")
    return whole(many), number(share)


def number(text: str) -> float:
    """A number of percent."""
    try:
        return float(text.removesuffix("%"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"a number of percent is wanted; {text} was given") from None


def whole(text: str) -> int:
    """A whole number from nil."""
    digits = text.strip().replace(",", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 16):
        raise argparse.ArgumentTypeError(f"a whole number from 0 is wanted; {text} was given")
    return int(digits)
