"""Somebody asks what is held about her: asked by one person, released by another, made and given by the first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event, looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.retention.models import AccessRequest
from pentameter.retention.rules.access import Asker, LeftOut, left_out, may_release, may_seal
from pentameter.victims import api as victims
from pentameter.victims.api import CopyPage, OpenCase

PURPOSE = "she asks what is held about her"


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it stands."""

    asker: Asker
    asked_at: datetime
    asked_by: str
    released_at: datetime | None
    released_by: str


@dataclass(frozen=True, slots=True)
class AccessPage:
    """What the page of a case shows of it. `safe_contact` and `warnings` say how she may be reached."""

    case_id: UUID
    reference: str
    request: Request | None
    safe_contact: str
    warnings: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    may_give: bool


@dataclass(frozen=True, slots=True)
class Given:
    """All that she is given, and what is left out."""

    copy: CopyPage
    left_out: tuple[LeftOut, ...]


@transaction.atomic
def show_access(*, case_id: UUID, by: Actor) -> AccessPage:
    """How a request stands."""
    case = _opened(case_id, Operation.CONFIRM_ACCESS, by)
    row = _waiting(case_id)
    looked(Event.ACCESS_SHOWN, by=by, kind="case", ids=[case_id])
    return AccessPage(
        case_id=case_id,
        reference=case.row.reference,
        request=_request(row) if row else None,
        safe_contact=case.practical.safe_contact,
        warnings=_warnings(case, by),
        left_out=left_out(victims.left_out_counts(case_id)),
        may_give=case.may(by, Operation.GIVE_ACCESS, Compartment.SUPPORT),
    )


@transaction.atomic
def ask_access(*, case_id: UUID, asker: Asker, by: Actor) -> None:
    """Say that she asked, or somebody for her, and how it is known that they may."""
    _opened(case_id, Operation.GIVE_ACCESS, by)
    if _waiting(case_id) is not None:
        raise Refused("That was asked already. Another person has to release it.", conflict=True)
    AccessRequest.objects.create(case_id=case_id, asker=asker.value, asked_at=clock.now(), asked_by=by.id)
    record(Event.ACCESS_ASKED, by=by, subject=("case", case_id), purpose=PURPOSE, detail={"asker": asker.value})


@transaction.atomic
def release_access(*, case_id: UUID, by: Actor) -> None:
    """Release it, as another person: who asks is who they say, and what is left out is left out rightly."""
    _opened(case_id, Operation.CONFIRM_ACCESS, by)
    row = _needed(case_id)
    require(may_release(asked_by=row.asked_by, by=by.id))
    AccessRequest.objects.filter(pk=row.pk).update(released_at=clock.now(), released_by=by.id)
    record(Event.ACCESS_ASKED, by=by, subject=("case", case_id), purpose=PURPOSE, detail={"released": True})


@transaction.atomic
def withdraw_access(*, case_id: UUID, by: Actor) -> None:
    """Take it back, or turn it down."""
    _opened(case_id, Operation.CONFIRM_ACCESS, by)
    AccessRequest.objects.filter(pk=_needed(case_id).pk).update(withdrawn_at=clock.now(), withdrawn_by=by.id)
    record(Event.ACCESS_WITHDRAWN, by=by, subject=("case", case_id), purpose=PURPOSE)


@transaction.atomic
def give_access(*, case_id: UUID, password: str, by: Actor) -> Given:
    """Everything that she is given. A password is asked of the rules alone; it is kept nowhere.

    Raises:
        Refused: unless another person released it; or where she can be reached in person alone.
    """
    case = _opened(case_id, Operation.GIVE_ACCESS, by)
    row = _needed(case_id)
    if row.released_at is None:
        raise Refused("Another person has to release it first.")
    safe = case.practical.safe_contact
    require(may_seal(password, safe_contact=safe, warned=bool(_warnings(case, by))))
    copy = victims.give_copy(case_id=case_id, purpose=PURPOSE, by=by)
    kept = left_out(victims.left_out_counts(case_id))
    given = {"given_at": clock.now(), "given_by": by.id, "was_sealed": bool(password)}
    AccessRequest.objects.filter(pk=row.pk).update(**given)
    detail = {"sealed": bool(password), "left_out": sum(one.count or 0 for one in kept)}
    record(Event.ACCESS_GIVEN, by=by, subject=("case", case_id), purpose=PURPOSE, detail=detail)
    return Given(copy, kept)


def _opened(case_id: UUID, operation: Operation, by: Actor) -> OpenCase:
    compartment = Compartment.SUPPORT if operation is Operation.GIVE_ACCESS else Compartment.IDENTITY
    case = victims.opened(case_id, by, operation, compartment, purpose=PURPOSE)
    if case.safe is None:
        raise Refused("This case was erased. There is nothing left to give.")
    return case


def _warnings(case: OpenCase, by: Actor) -> tuple[str, ...]:
    return victims.contact_flags(case, by, today=victims.today_of(case.row))


def _waiting(case_id: UUID) -> AccessRequest | None:
    rows = AccessRequest.objects.select_for_update().filter(case_id=case_id, given_at=None, withdrawn_at=None)
    return rows.first()


def _needed(case_id: UUID) -> AccessRequest:
    found = _waiting(case_id)
    if found is None:
        raise Refused("Nobody asks for it, or it was given or taken back. Load the page again.", conflict=True)
    return found


def _request(row: AccessRequest) -> Request:
    return Request(Asker(row.asker), row.asked_at, row.asked_by, row.released_at, row.released_by)
