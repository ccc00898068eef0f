"""The scenarios as the command line names them, their settings, and their tables as files."""

import argparse
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from darkfigure import simulate
from darkfigure.cli import files, options
from darkfigure.errors import BadInput
from darkfigure.simulate import World

POPULATION = 10_000
SCENARIOS: Mapping[str, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        "independence": ((), "no list knows of another, and people are alike"),
        "pairwise": (("odds",), "two lists share people more often than chance (--odds A:B=3)"),
        "latent_class": ((), "hidden classes are seen more or less easily"),
        "covariate": ((), "two groups, recorded as a stratum, are seen more or less easily"),
        "merged_lists": (("copied",), "the second list takes over records of the first (--copied 0.5)"),
        "linkage_error": (("missed", "false"), "records are linked with mistakes (--missed 0.1, --false 0.01)"),
    }
)
"""The settings that only this scenario takes, and what it is."""
_SHARED = ("population", "lists", "rates")
_OWN = ("odds", "copied", "missed", "false")


def add_settings(parser: argparse.ArgumentParser) -> None:
    """An option for each setting."""
    add = parser.add_argument_group("of scenarios").add_argument
    add("--population", type=options.positive, metavar="N", help=f"people there are (default {POPULATION:,})")
    add("--lists", type=_lists, metavar="N", help="how many lists, or their names: police,shelters (default 4)")
    add("--rates", type=_rates, metavar="P,P", help="share of people on each list, or one for all (0.05 to 0.25)")
    add("--odds", type=_odds, metavar="A:B=O", help="odds ratios of pairs of lists, with commas between")
    add("--copied", type=options.number, metavar="P", help="share of the first list that the second takes over")
    add("--missed", type=options.number, metavar="P", help="chance that a record's match is missed")
    add("--false", type=options.number, metavar="P", help="chance that a person is taken for another")
    add = parser.add_argument_group("of a FILE").add_argument
    add("--model", metavar="TERMS", help='the model taken as the truth, such as "LA:NG, PF:GP"')


def is_file(given: argparse.Namespace) -> bool:
    """Is it not a scenario's name?"""
    return _name(given) not in SCENARIOS


def scenario(given: argparse.Namespace) -> Callable[..., World]:
    """What to call with a seed."""
    if is_file(given):
        _none_of(
            given, (*_SHARED, *_OWN), f"{given.what} is a file, not a scenario: its model says all that {{}} would."
        )
        if not Path(given.what).exists() and given.what != files.STANDARD_INPUT:
            raise BadInput(f"There is no scenario and no file {given.what}. Scenarios: {', '.join(SCENARIOS)}.")
        return simulate.like(files.histories(given.what), model=given.model)
    own = SCENARIOS[_name(given)][0]
    _none_of(given, ("model",), f"{{}} is for a FILE: {_name(given)} is a scenario.")
    for name in _OWN:
        if name not in own:
            owner = next(other for other, (names, _) in SCENARIOS.items() if name in names)
            _none_of(given, (name,), f"The scenario {_name(given)} takes no {{}}: {owner} does.")
    settings = {name: getattr(given, name) for name in ("lists", "rates", *own) if getattr(given, name) is not None}
    if "odds" in settings:
        settings["odds_ratios"] = settings.pop("odds")
    return partial(simulate.SCENARIOS[_name(given)], given.population or POPULATION, **settings)


def csv_of(world: World) -> str:
    """The table as `darkfigure estimate` reads it, with a column "stratum" where there are strata."""
    strata = world.histories.strata
    columns = [*world.histories.lists, *(["stratum"] if strata else []), "count"]
    lines = [",".join(_quoted(name) for name in columns)]
    for label, part in (strata or {"": world.histories}).items():
        marks = [_quoted(label)] if strata else []
        for pattern, count in zip(part.patterns.astype(int).tolist(), part.counts.tolist(), strict=True):
            lines.append(",".join([*map(str, pattern), *marks, str(count)]))
    return "\n".join(lines) + "\n"


def hint(world: World) -> str:
    """How to read the table, if it has strata."""
    return "Estimate it with --strata stratum." if world.histories.strata else ""


def _name(given: argparse.Namespace) -> str:
    return str(given.what).replace("-", "_")


def _none_of(given: argparse.Namespace, names: tuple[str, ...], sentence: str) -> None:
    for name in names:
        if getattr(given, name) is not None:
            raise BadInput(sentence.format(options.flag(name)))


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in ',"\n') else cell


def _lists(text: str) -> int | list[str]:
    return options.positive(text) if text.strip().isdigit() else [name.strip() for name in text.split(",")]


def _rates(text: str) -> list[float]:
    return [options.number(part) for part in text.split(",")]


def _odds(text: str) -> dict[str, Any]:
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    if not all(equals for _, equals, _ in pairs):
        raise argparse.ArgumentTypeError(f"pairs and their odds ratios are wanted, such as A:B=3; {text!r} was given")
    return {pair.strip(): options.number(ratio) for pair, _, ratio in pairs}
