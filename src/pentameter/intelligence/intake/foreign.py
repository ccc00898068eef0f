"""Files that another tool made: they say neither how far they are to be believed nor who may be told.

What they do not say is never invented. The grade is "untested" and "not known" in the words of 3x5x2; the handling code
is what the importer chose, and nobody but the importer's own agency where nothing was chosen. Conditions that a record
carries bind it again, whatever was chosen.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from pentameter.intelligence.intake.drafts import RawRow
from pentameter.intelligence.vocabulary import Scheme


class ForeignFormat(StrEnum):
    """The formats of other tools that are read."""

    FTM = "ftm"
    NETWORK_CSV = "network_csv"


FORMATS = frozenset(one.value for one in ForeignFormat)


class Reach(StrEnum):
    """Whom the importer lets read what comes in, as handling codes of 3x5x2."""

    OWN = "C"
    SHARED = "P"


DEFAULT_CONDITIONS = "Brought in from another tool. Ask the agency that brought it in before acting on it."


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a file of another tool comes in: who may be told, and the conditions in words."""

    reach: Reach = Reach.OWN
    conditions: str = ""


STRICTEST = Terms()


def under(row: RawRow, terms: Terms) -> RawRow:
    """The row with its grade and handling. What it carries of conditions makes them stricter, and never milder."""
    carried = row.cells.get("handling_conditions", "").strip()
    said = "\n".join(filter(None, (terms.conditions.strip(), carried)))
    reach = Reach.OWN if carried else terms.reach
    graded = {
        "grade_scheme": Scheme.THREE_FIVE_TWO.value,
        "source_grade": "2",
        "information_grade": "D",
        "handling_code": reach.value,
        "handling_conditions": said or (DEFAULT_CONDITIONS if reach is Reach.OWN else ""),
    }
    return replace(row, cells={**row.cells, **graded})
