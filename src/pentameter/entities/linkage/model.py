"""The trained model: what each level weighs, and from which weight on is linked, proposed or decided.

The file in `data/` holds Splink's own settings with their m and u, so that Splink reads it too, and beside them our
thresholds. A model made for other comparisons, or in another format, is refused: its weights would mean something else.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log2
from pathlib import Path
from typing import Any

from pentameter.entities.linkage.comparisons import COMPARISONS, Comparison, Level

FORMAT = 1
REFERENCE = 100_000
"""Mentions in the file that `prior` belongs to; in a larger one, proportionally fewer pairs are of one person."""


class WrongModel(ValueError):  # noqa: N818 - what is wrong, as people say it
    """A model that cannot be used here, with the reason."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How often a level is met among pairs of one person (m), and of different people (u)."""

    m: float
    u: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Match weights from which on the batch links, a person is asked, and the machine decides alone."""

    link_at: float
    propose_at: float
    decide_at: float


@dataclass(frozen=True)
class Trained:
    """A model that was read."""

    version: str
    prior: float
    thresholds: Thresholds
    chances: dict[tuple[str, str], Chances]

    def prior_weight(self, mentions: int) -> float:
        """The logarithm to base 2 of the odds that two mentions taken at random are one person."""
        chance = self.prior_chance(mentions)
        return log2(chance / (1 - chance))

    def prior_chance(self, mentions: int) -> float:
        """The probability that belongs to it."""
        return min(self.prior * REFERENCE / max(mentions, 1), 0.5)

    def weight(self, comparison: Comparison, level: Level) -> float:
        """What the level weighs, before the name's commonness."""
        found = self.chances[comparison.name, level.name]
        return log2(found.m / found.u)


def read(text: str) -> Trained:
    """The model in a file's text."""
    try:
        told = json.loads(text)
        if not isinstance(told, dict) or told.get("format") != FORMAT:
            raise WrongModel(f"The model has another format than {FORMAT}: train it anew with this version.")
        return _trained(told)
    except (json.JSONDecodeError, KeyError, TypeError) as fault:
        raise WrongModel("The file is not a linkage model: train it anew.") from fault


def read_file(path: Path) -> Trained:
    """The model in a file."""
    try:
        return read(path.read_text(encoding="utf-8"))
    except WrongModel as wrong:
        raise WrongModel(f"{path}: {wrong}") from wrong
    except (OSError, UnicodeDecodeError) as fault:
        raise WrongModel(f"{path}: the model cannot be read.") from fault


@cache
def shipped() -> Trained:
    """The model that comes with this version."""
    return read((files(__package__) / "data" / "model.json").read_text(encoding="utf-8"))


def _trained(told: dict[str, Any]) -> Trained:
    settings = told["splink"]
    thresholds = Thresholds(told["link_at"], told["propose_at"], told["decide_at"])
    chances = dict(_chances(settings["comparisons"]))
    return Trained(told["version"], settings["probability_two_random_records_match"], thresholds, chances)


def _chances(comparisons: list[dict[str, Any]]) -> list[tuple[tuple[str, str], Chances]]:
    if [one["output_column_name"] for one in comparisons] != [one.name for one in COMPARISONS]:
        raise WrongModel("The model was trained for other comparisons: train it anew with this version.")
    found = []
    for told, comparison in zip(comparisons, COMPARISONS, strict=True):
        levels = [one for one in told["comparison_levels"] if not one.get("is_null_level")]
        if [(one["label_for_charts"], one["sql_condition"]) for one in levels] != [
            (level.name, level.sql) for level in comparison.levels
        ]:
            raise WrongModel(f"The model compares {comparison.name} in another way: train it anew with this version.")
        found += [
            ((comparison.name, one["label_for_charts"]), Chances(one["m_probability"], one["u_probability"]))
            for one in levels
        ]
    return found
