"""What two mentions of one person cannot have: each rule once in Python and once in SQL.

Two documents; different sexes; dates of birth that no usual fault makes one (a parent and a child with one name differ
so); twins, who share family name, date of birth and home, and differ in the given name. Whatever speaks for such a
pair, the machine never joins it alone, and no cluster holds both.
"""

from collections.abc import Iterable
from enum import StrEnum

from pentameter.entities.linkage.comparisons import BORN, DOCUMENT, NAME
from pentameter.entities.linkage.comparisons.births import POSSIBLE, years_apart
from pentameter.entities.linkage.comparisons.level import Shared
from pentameter.entities.linkage.facts import Evidence, Prepared

GENERATION = 14
"""Years between two of one name from which on they may be parent and child."""


class Contradiction(StrEnum):
    """In the words that an analyst reads; the last three only keep the machine from deciding alone."""

    SEX = "Different sexes"
    DOCUMENTS = "Two different documents"
    BIRTHS = "Dates of birth that no usual fault makes one"
    GENERATIONS = "Born so far apart that they could be parent and child"
    TWINS = "Same date of birth and family name, other given names: perhaps twins"
    CONTROLLER = "Only a phone that many people gave makes this strong: perhaps a controller's"
    RELATIVES = "Neither a date of birth nor a document tells them from relatives with the same name and home"
    NAMES = "The names do not agree in two words, and no document is the same"


DOUBTS = frozenset({Contradiction.CONTROLLER, Contradiction.RELATIVES, Contradiction.NAMES})
"""What keeps the machine from deciding alone, and a person from nothing."""
DATED = frozenset({"same", "swapped", "year_off", "day_off"})
"""Levels of the date of birth that tell a person from a parent or a child."""
NAMED = frozenset({"same", "contains", "two", "sounds", "one_and_near"})
"""Levels of the name that tell a person from a twin."""


def doubts(found: Iterable[Evidence]) -> tuple[Contradiction, ...]:
    """What no sum of weights outweighs where the machine would decide alone: relatives share nearly everything."""
    levels = {one.comparison: one.level for one in found}
    if levels.get(DOCUMENT.name) == "same":
        return ()
    missing = []
    if levels.get(BORN.name) not in DATED:
        missing.append(Contradiction.RELATIVES)
    if levels.get(NAME.name) not in NAMED:
        missing.append(Contradiction.NAMES)
    return tuple(missing)


def contradictions(left: Prepared, right: Prepared, shared: Shared) -> tuple[Contradiction, ...]:
    """Every hard contradiction between the two."""
    found = []
    if left.sex and right.sex and left.sex != right.sex:
        found.append(Contradiction.SEX)
    document = DOCUMENT.level(left, right, shared)
    if document and document.name == "other":
        found.append(Contradiction.DOCUMENTS)
    born = BORN.level(left, right, shared)
    if born and born.name not in POSSIBLE:
        apart = years_apart(left, right) >= GENERATION
        found.append(Contradiction.GENERATIONS if apart else Contradiction.BIRTHS)
    name = NAME.level(left, right, shared)
    if name and name.name == "one_of_two" and born and born.name == "same":
        found.append(Contradiction.TWINS)
    return tuple(found)
