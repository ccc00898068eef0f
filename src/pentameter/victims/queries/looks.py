"""Who has seen a person's record, as the audit record tells it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.audit import api as audit
from pentameter.victims.rules.looks import said_of


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody saw or did something: who, in which role of which agency, when, what, and what for."""

    actor: str
    role: str
    agency: str
    at: datetime
    what: str
    purpose: str
    others: int

    @property
    def role_words(self) -> str:
        """The role as people say it."""
        return self.role.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Looks:
    """Some looks, the latest first, and where older ones begin."""

    looks: tuple[Look, ...]
    older: int | None


def looks_at(case_id: UUID, *, before: int | None = None) -> Looks:
    """Looks at a case, also where it was one of a list that was shown. One SQL query."""
    page = audit.rows_about(str(case_id), before=before)
    found = (
        Look(
            line.actor,
            line.role,
            line.agency,
            line.at,
            said_of(line.event),
            line.purpose,
            max(line.shown - 1, 0),
        )
        for line in page.lines
    )
    return Looks(tuple(found), page.older)
