"""`darkfigure methods`: what there is to choose from."""

import argparse
from typing import Any

from darkfigure.cli.options import SETTINGS, flag
from darkfigure.cli.output import Output, facts
from darkfigure.cli.parsing import Commands, add_common, command
from darkfigure.methods import METHODS, Method


def add(commands: Commands) -> None:
    """Its options."""
    parser = command(commands, "methods", "the methods, what each assumes and how many lists it takes")
    add_common(parser)
    parser.set_defaults(command=run)


def run(given: argparse.Namespace) -> Output:
    """All methods."""
    del given
    rows = [(method.name, f"{method.assumes} ({_lists(method)}{_options(method)})") for method in METHODS.values()]
    return Output({"methods": [_described(method) for method in METHODS.values()]}, facts(rows))


def _described(method: Method) -> dict[str, Any]:
    return {
        "name": method.name,
        "assumes": method.assumes,
        "fewest_lists": method.fewest,
        "most_lists": method.most,
        "options": [flag(name) for name in SETTINGS if name in method.settings],
    }


def _lists(method: Method) -> str:
    if method.fewest == method.most:
        return f"{method.fewest} {'list' if method.fewest == 1 else 'lists'}"
    return f"{method.fewest} to {method.most} lists"


def _options(method: Method) -> str:
    names = [flag(name) for name in SETTINGS if name in method.settings]
    return "; " + " ".join(names) if names else ""
