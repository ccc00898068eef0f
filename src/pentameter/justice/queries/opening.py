"""The one way to an investigation and to a suspect: by an actor who may, for an operation."""

from dataclasses import dataclass
from uuid import UUID

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.justice.keys import bound, safes_of
from pentameter.justice.models import Investigation, Participation, Suspect
from pentameter.justice.rules.investigations import Part
from pentameter.justice.rules.people import Person
from pentameter.kernel.actor import Actor, Jurisdiction, Role
from pentameter.kernel.safe import Safe
from pentameter.kernel.verdict import never_was, require


@dataclass(frozen=True)
class OpenInvestigation:
    """An investigation that the actor may see, with those who take part."""

    row: Investigation
    parts: tuple[Participation, ...]

    @property
    def place(self) -> Jurisdiction:
        """Whose law counts."""
        return Jurisdiction(self.row.jurisdiction)

    @property
    def sent(self) -> bool:
        """Whether prosecutors have it."""
        return any(one.part == Part.PROSECUTION.value for one in self.parts)

    def subject(self, by: Actor) -> Subject:
        """As access sees it: the lead's own, released to whoever takes part."""
        released = bool(by.agency) and by.agency in {one.agency_id for one in self.parts}
        return Subject("investigation", str(self.row.id), Compartment.JUSTICE, self.row.agency_id, released=released)

    def may(self, by: Actor, operation: Operation) -> bool:
        """Whether the actor may do something to it."""
        return decide(by, operation, self.subject(by), purpose="to show the way").allowed

    def tells(self, by: Actor) -> bool:
        """Whether the actor is told whether a suspect may be somebody protected: the prosecutors to whom it was sent,
        and the duty desk. Forces could add any name and read it there.
        """
        return by.role is Role.DUTY_DESK or self.may(by, Operation.CHECK_SUSPECT)


@dataclass(frozen=True)
class OpenSuspect:
    """A suspect whom the actor may see, with the investigation and the safe; None where the key is gone."""

    row: Suspect
    investigation: OpenInvestigation
    safe: Safe | None

    @property
    def person(self) -> Person:
        """Who it is."""
        return person_of(self.row, self.safe)


def opened(investigation_id: UUID, by: Actor, operation: Operation) -> OpenInvestigation:
    """An investigation, if the actor may; as if it never was, if not. Two SQL queries.

    Raises:
        Refused: hidden where even existence is.
    """
    rows = Investigation.objects.select_related("agency", "wave")
    row = rows.filter(pk=investigation_id).first()
    if row is None:
        require(decide(by, operation, Subject("investigation", str(investigation_id), Compartment.JUSTICE)))
        raise never_was()
    found = OpenInvestigation(row, _parts(row))
    require(decide(by, operation, found.subject(by)))
    return found


def opened_suspect(suspect_id: UUID, by: Actor, operation: Operation) -> OpenSuspect:
    """A suspect, if the actor may see the investigation. Four SQL queries."""
    row = Suspect.objects.filter(pk=suspect_id).first()
    found = opened(row.investigation_id if row else suspect_id, by, operation)
    if row is None:
        raise never_was()
    row.investigation = found.row
    return OpenSuspect(row, found, safes_of([row.id]).get(row.id))


def person_of(row: Suspect, safe: Safe | None) -> Person:
    """Who a suspect is, as far as it still opens."""
    if safe is None or row.identity is None:
        return Person(name="Erased")
    return Person.from_json(safe.unseal(row.identity, bound_to=bound("identity", row.id)))


def _parts(row: Investigation) -> tuple[Participation, ...]:
    rows = Participation.objects.filter(investigation=row, ended_at=None).select_related("agency")
    return tuple(rows.order_by("since", "id"))
