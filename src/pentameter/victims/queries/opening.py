"""The one way to a case: by an actor who may, for an operation. Every service and page of a case begins here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.safe import Safe
from pentameter.kernel.verdict import never_was, require
from pentameter.victims.keys import NoKey, unwrap
from pentameter.victims.models import Case, Consent, NeedToKnow
from pentameter.victims.queries.ledger import rows_of
from pentameter.victims.rules.cases import Age, CaseState, Identity, NeedKind, Practical, Whereabouts
from pentameter.victims.rules.consent import NO, Purpose, standing


@dataclass(frozen=True)
class OpenCase:
    """A case that the actor may see, with its safe. `assigned`: the actor in person needs to know."""

    row: Case
    assigned: bool
    safe: Safe | None

    @property
    def state(self) -> CaseState:
        """How it stands."""
        return CaseState(self.row.state)

    @property
    def identity(self) -> Identity:
        """Who she is."""
        return Identity.from_json(self._opened(self.row.identity, "identity"))

    @property
    def practical(self) -> Practical:
        """What anyone who speaks with her needs to know."""
        return Practical.from_json(self._opened(self.row.practical, "practical"))

    @property
    def whereabouts(self) -> Whereabouts:
        """Where she is. Ask only with the operation for it."""
        return Whereabouts.from_json(self._opened(self.row.whereabouts, "whereabouts"))

    @property
    def key(self) -> Safe:
        """The safe.

        Raises:
            NoKey: if the case was erased.
        """
        if self.safe is None:
            raise NoKey(f"Nothing of the case {self.row.id} opens.")
        return self.safe

    def subject(self, compartment: Compartment, by: Actor) -> Subject:
        """The case as access sees it."""
        return _subject(self.row, self.assigned, compartment, by)

    def may(self, by: Actor, operation: Operation, compartment: Compartment) -> bool:
        """Whether the actor may do something to it, as far as a page can know before a purpose is stated."""
        return decide(by, operation, self.subject(compartment, by), purpose="to show the way").allowed

    def _opened(self, sealed: bytes | memoryview | None, what: str) -> object:
        return self.key.unseal(sealed, bound_to=bound(what, self.row.id)) if sealed is not None else {}


def bound(what: str, identifier: UUID) -> str:
    """What a sealed fact is bound to: its kind and its row."""
    return f"{what}:{identifier}"


def opened(case_id: UUID, by: Actor, operation: Operation, compartment: Compartment, *, purpose: str = "") -> OpenCase:
    """A case, if the actor may; as if it never was, if not. Two SQL queries, one more for who
    has only a share. To write, use `services.held`.

    Raises:
        Refused: hidden where even existence is.
    """
    now = clock.now()
    kinds = _kinds(case_id, by, now)
    row = Case.objects.select_related("agency", "support_agency", "key").filter(pk=case_id).first()
    assigned = row is not None and _needs_to_know(row, kinds, by, now)
    subject = _subject(row, assigned, compartment, by) if row else Subject("case", str(case_id), compartment)
    require(decide(by, operation, subject, purpose=purpose))
    if row is None:
        raise never_was()
    return OpenCase(row, assigned, _safe(row))


def live(at: datetime) -> Q:
    """What is live at a moment among needs to know. A share ends with whatever no she says to shares after it began."""
    noes = Consent.objects.filter(
        case=OuterRef("case"), purpose=Purpose.SHARE.value, said__in=NO, recorded_at__gt=OuterRef("began_at")
    )
    return unended(at) & (~Q(kind=NeedKind.SHARE.value) | ~Q(Exists(noes)))


def unended(at: datetime) -> Q:
    """What nobody has ended and no day has, among needs to know."""
    return Q(ended_at=None) & (Q(until=None) | Q(until__gt=at))


def _kinds(case_id: UUID, by: Actor, at: datetime) -> frozenset[str]:
    return frozenset(NeedToKnow.objects.filter(live(at), case_id=case_id, person=by.id).values_list("kind", flat=True))


def _needs_to_know(row: Case, kinds: frozenset[str], by: Actor, at: datetime) -> bool:
    """Whether the actor in person needs to know. A share opens nothing more once her consent to it has ended."""
    if kinds != {NeedKind.SHARE.value}:
        return bool(kinds)
    return standing(rows_of(row, _safe(row)), Purpose.SHARE, by.agency, at, age=Age(row.age)).allowed


def _safe(row: Case) -> Safe | None:
    key = getattr(row, "key", None)  # an erased case has none
    return unwrap(row.id, key.wrapped) if key is not None else None


def _subject(row: Case, assigned: bool, compartment: Compartment, by: Actor) -> Subject:
    supports = bool(by.agency) and by.agency == row.support_agency_id
    owner = row.support_agency_id if compartment is Compartment.SUPPORT else row.agency_id
    return Subject("case", str(row.id), compartment, owner_agency=owner or "", released=supports, assigned=assigned)
