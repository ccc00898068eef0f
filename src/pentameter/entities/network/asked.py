"""What a reader asks of the network: which reports, which kinds and relations, where to begin, which way to find."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from pentameter.intelligence.intake.relations import Relation

USUAL = 200
"""So many things are drawn unless more are asked for: a chart that opens readable."""
SIZES = (100, USUAL, 500, 1000, 2000)
MOST = SIZES[-1]


@dataclass(frozen=True, slots=True)
class Asked:
    """Empty means all. `things` are those whose links are opened; `start` and `end` are the ends of a way to be found.

    `problems` says in sentences what could not be followed and was left out.
    """

    first: date | None = None
    last: date | None = None
    agency: str = ""
    area: str = ""
    theme: str = ""
    scheme: str = ""
    source_grade: str = ""
    information_grade: str = ""
    kinds: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    things: tuple[UUID, ...] = ()
    start: UUID | None = None
    end: UUID | None = None
    most: int = USUAL
    problems: tuple[str, ...] = ()

    @property
    def active(self) -> int:
        """How many filters are set."""
        single = (self.first, self.last, self.agency, self.area, self.theme, self.scheme, self.kinds, self.relations)
        return sum(map(bool, single)) + (self.most != USUAL)

    @property
    def is_graded(self) -> bool:
        """Whether only links of a grade are asked for; what was said by hand has none."""
        return bool(self.scheme or self.source_grade or self.information_grade)

    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The same as an address names it; `forms.network.read` reads it again."""
        named = (
            ("first", self.first.isoformat() if self.first else ""),
            ("last", self.last.isoformat() if self.last else ""),
            *(("agency", self.agency), ("area", self.area), ("theme", self.theme)),
            ("source", f"{self.scheme}/{self.source_grade}" if self.scheme else ""),
            ("information", f"{self.scheme}/{self.information_grade}" if self.information_grade else ""),
            *(("kind", kind) for kind in self.kinds),
            *(("relation", relation.value) for relation in self.relations),
            *(("thing", str(thing)) for thing in self.things),
            *(("start", str(self.start or "")), ("end", str(self.end or ""))),
            ("most", str(self.most) if self.most != USUAL else ""),
        )
        return tuple((name, value) for name, value in named if value)

    def opened(self, thing: UUID) -> "Asked":
        """The same with the links of one more thing."""
        return replace(self, things=tuple(dict.fromkeys((*self.things, thing))))
