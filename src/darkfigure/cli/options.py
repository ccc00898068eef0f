"""The options that belong to methods, and which method takes which."""

import argparse
import inspect
from collections.abc import Mapping
from typing import Any

from darkfigure import intervals
from darkfigure.errors import BadInput
from darkfigure.heterogeneity import KINDS
from darkfigure.methods import METHODS
from darkfigure.search.scores import CRITERIA

SETTINGS = (
    "model",
    "heterogeneity",
    "threshold",
    "order",
    "criterion",
    "delta",
    "max_total",
    "interval",
    "replicates",
)
"""Settings of methods that have an option of the same name: "max_total" is --max-total."""


def add_method(parser: argparse.ArgumentParser) -> None:
    """--method."""
    names = f"{', '.join(METHODS)} (default stepwise)"
    parser.add_argument("--method", type=method, default="stepwise", metavar="NAME", help=names)


def add_settings(parser: argparse.ArgumentParser) -> None:
    """An option for each."""
    add = parser.add_argument_group("options of some methods").add_argument
    add("--model", metavar="TERMS", help='the largest interactions, such as "LA:NG, PF:GP" (loglinear)')
    add("--heterogeneity", choices=KINDS, help="people differ in how easily they are seen (loglinear)")
    add("--threshold", type=number, metavar="P", help="tail probability below which a pair is added (stepwise: 0.02)")
    add("--order", type=positive, metavar="N", help="most lists in one interaction (bic, thresholding: 2)")
    add("--criterion", choices=CRITERIA, help="what the best model is best by (bic)")
    add("--delta", type=number, metavar="D", help="prior pseudo-people a cell (decomposable)")
    add(
        "--max-total",
        type=positive,
        metavar="N",
        help="largest total allowed (decomposable, latent_class, thresholding)",
    )
    add("--interval", choices=(*intervals.KINDS[:-1], "lognormal", "none"), help="how the limits are made")
    add("--replicates", type=positive, metavar="N", help="bootstrap replicates (1,000)")


def chosen_settings(options: argparse.Namespace) -> dict[str, Any]:
    """The settings given on the command line for the method chosen; one that it does not take is an error."""
    method = METHODS[options.method]
    given = {name: getattr(options, name) for name in SETTINGS if getattr(options, name, None) is not None}
    for name in given:
        if name not in method.settings:
            raise BadInput(f"The method {method.name} takes no {flag(name)}: {_takers(name)}.")
    return given | {"level": options.level, "seed": options.seed}


def check_replicates(method: str, settings: Mapping[str, Any]) -> None:
    """Refuse replicates where the limits are made without any."""
    usual = inspect.signature(METHODS[method].function).parameters.get("interval")
    kind = settings.get("interval", usual.default if usual else "")
    if "replicates" in settings and kind not in intervals.RESAMPLED:
        how = "no limits" if kind == "none" else f"{kind} limits" if kind else f"the limits of {method}"
        raise BadInput(f"--replicates does nothing for {how}: add --interval {' or '.join(intervals.RESAMPLED)}.")


def flag(setting: str) -> str:
    """The option's name."""
    return "--" + setting.replace("_", "-")


def _takers(setting: str) -> str:
    takers = [method.name for method in METHODS.values() if setting in method.settings]
    return f"{', '.join(takers)} {'do' if len(takers) > 1 else 'does'}"


def method(text: str) -> str:
    """One method's name; a hyphen will do for an underscore."""
    name = text.strip().replace("-", "_")
    if name not in METHODS:
        raise argparse.ArgumentTypeError(f"there is no method {text!r}: {', '.join(METHODS)}")
    return name


def several_methods(text: str) -> list[str]:
    """Names of methods, with commas between."""
    return list(dict.fromkeys(method(part) for part in text.split(",") if part.strip()))


def level(text: str) -> float:
    """The nominal coverage of an interval."""
    value = _number(text)
    if not 0.5 < value < 1.0:
        raise argparse.ArgumentTypeError(f"the level lies between 0.5 and 1, such as 0.95; {text} was given")
    return value


def number(text: str) -> float:
    """Any finite number."""
    return _number(text)


def whole(text: str) -> int:
    """A whole number from nil; 10,000 and 1e4 will do."""
    digits = text.strip().replace(",", "").replace("_", "")
    if digits.isascii() and digits.isdigit() and len(digits) < 4300:
        return int(digits)  # a long seed to its last digit
    value = _number(digits)
    if value < 0 or value != int(value):
        raise argparse.ArgumentTypeError(f"a whole number from 0 is wanted; {text} was given")
    return int(value)


def positive(text: str) -> int:
    """A whole number from one."""
    if not whole(text):
        raise argparse.ArgumentTypeError(f"a whole number from 1 is wanted; {text} was given")
    return whole(text)


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if value != value or value in (float("inf"), float("-inf")):
        raise argparse.ArgumentTypeError(f"{text!r} is not a finite number")
    return value
