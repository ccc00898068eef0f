"""What an attacker finds: the bounds of every hidden cell, and which cells are given away by what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from safetables.universe import Cell


@dataclass(frozen=True)
class Bound:
    """`low` to `high` is all that can be concluded of a cell; `said` is what was printed of it, "" if nothing was.

    `exact`: some solution reaches both limits; else they hold, but might be narrower still.
    """

    name: str
    cell: Cell
    said: str
    low: float
    high: float
    exact: bool = True

    def to_dict(self) -> dict[str, Any]:
        """As JSON types; no limit is None."""
        return {
            "cell": self.name,
            "when": self.cell[0],
            "codes": dict(self.cell[1]),
            "said": self.said,
            "low": _number(self.low),
            "high": _number(self.high),
            "exact": self.exact,
        }


@dataclass(frozen=True)
class GivenAway:
    """A cell whose bounds are closer than its protection: they had to reach from `need_low` to `need_high`, and to lie
    `need_width` apart. `by` names the published cells that follow one another to it."""

    bound: Bound
    why: str
    by: tuple[str, ...] = ()

    def sentence(self) -> str:
        """For a person."""
        given = f"{', '.join(self.by[:6])}{' and others' if len(self.by) > 6 else ''}"
        return f"{self.bound.name}: {self.why}{f', from {given}' if self.by else ''}."

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {**self.bound.to_dict(), "why": self.why, "by": list(self.by)}


@dataclass(frozen=True)
class Findings:
    """`bounds` of the cells that are not printed exactly, and those `given_away`; `checked` cells were sensitive."""

    bounds: tuple[Bound, ...]
    given_away: tuple[GivenAway, ...]
    cells: int
    checked: int | None = None

    @property
    def safe(self) -> bool:
        """Is nothing given away?"""
        return not self.given_away

    @property
    def by_name(self) -> Mapping[str, Bound]:
        """Each bound under its cell's name."""
        return {bound.name: bound for bound in self.bounds}

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "safe": self.safe,
            "cells": self.cells,
            "checked": self.checked,
            "given_away": [one.to_dict() for one in self.given_away],
            "bounds": [one.to_dict() for one in self.bounds],
        }


def _number(value: float) -> float | int | None:
    if value in (float("inf"), float("-inf")):
        return None
    return int(value) if value == int(value) else value
