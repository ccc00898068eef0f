"""The six kinds of list, and which of them an organisation keeps.

The six are those of the United Kingdom's table of 2013 (Silverman 2014): local authorities, non-governmental
organisations, police forces, other government organisations, the general public, the National Crime Agency.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pentameter.kernel.actor import AgencySector


class Kind(StrEnum):
    """A kind of list, by the short name that tables use."""

    LOCAL_AUTHORITY = "LA"
    NGO = "NG"
    POLICE = "PF"
    GOVERNMENT = "GO"
    PUBLIC = "GP"
    NATIONAL = "NCA"

    @property
    def words(self) -> str:
        """As people say it."""
        return _WORDS[self]


_WORDS = {
    Kind.LOCAL_AUTHORITY: "local authority",
    Kind.NGO: "NGO",
    Kind.POLICE: "police",
    Kind.GOVERNMENT: "government",
    Kind.PUBLIC: "public",
    Kind.NATIONAL: "national agency",
}
_MOST_SPECIFIC_FIRST = ("agency", "kind", "sector")


@dataclass(frozen=True, slots=True)
class Keeps:
    """A line of the mapping: agencies with this short name, of this kind or of this sector keep this list, or none."""

    by: str
    value: str
    list: Kind | None
    why: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An agency, as far as the mapping cares."""

    slug: str
    kind: str
    sector: AgencySector


def list_of(organisation: Organisation, mapping: Iterable[Keeps]) -> Kind | None:
    """The list that an organisation keeps: by its short name, else its kind, else its sector. None: it keeps none."""
    lines = {(line.by, line.value): line.list for line in mapping}
    values = {"agency": organisation.slug, "kind": organisation.kind, "sector": organisation.sector.value}
    return next((lines[by, values[by]] for by in _MOST_SPECIFIC_FIRST if (by, values[by]) in lines), None)


def named(code: str) -> str:
    """A list's code in words: "PF" is "police". A list of an uploaded table that is none of the six keeps its name."""
    return _WORDS[Kind(code)] if code in set(Kind) else code
