"""Deconfliction: who is told that another agency has an interest in a thing, and whom to call. Never what.

Everyone who holds the thing is told of everyone else who does. The duty desk stands in for a support organisation,
which could give away where somebody is, and for whoever holds it only in reports that may not leave home: the row that
leads to the desk is one, whether it stands for one agency or for several, so that nobody can be guessed or counted.
A thing that many hold (a phone that forty gave) leads to the desk as well: rows grow with the holders, not with their
pairs. Agencies of immigration enforcement are told nothing, and nobody is told of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from pentameter.kernel.actor import AgencySector

MOST_NAMED = 5
"""More agencies than these are not named one by one: the desk stands in for all."""


@dataclass(frozen=True, slots=True)
class Holder:
    """An agency that holds a thing, by its own smallest mention. `at_home`: only in reports that may not leave it."""

    agency: str
    sector: AgencySector
    about: UUID
    at_home: bool

    @property
    def named(self) -> bool:
        """Whether others may be told who it is."""
        return not self.at_home and self.sector is not AgencySector.SUPPORT


@dataclass(frozen=True, slots=True)
class Told:
    """An agency that is told, about which mention of its own, and whom to call: None is the duty desk."""

    told: str
    about: UUID
    other: str | None


def who_is_told(holders: Iterable[Holder]) -> frozenset[Told]:
    """Of all who hold one thing, who is told of whom."""
    counted = [one for one in holders if one.sector is not AgencySector.IMMIGRATION_ENFORCEMENT]
    return frozenset(told for one in counted for told in _told(one, [two for two in counted if two is not one]))


def _told(one: Holder, others: list[Holder]) -> Iterable[Told]:
    named = [other.agency for other in others if other.named]
    if len(named) > MOST_NAMED:
        named = []
    yield from (Told(one.agency, one.about, other) for other in named)
    if len(named) < len(others):
        yield Told(one.agency, one.about, None)
