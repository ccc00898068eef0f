"""Erasing a case: asked by one person, agreed by another. The key goes, and everything that was sealed with it."""

from collections.abc import Iterator
from uuid import UUID

from django.apps import apps
from django.db import transaction
from django.db.models import BinaryField, ForeignKey, Model

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import ALLOWED, Refused, refused, require
from pentameter.victims.models import Attachment, Case, CaseKey, Erasure, NeedToKnow
from pentameter.victims.queries.opening import OpenCase, opened
from pentameter.victims.queries.protection_pages import ProtectionPage, protection_page
from pentameter.victims.queries.protections import protection_of
from pentameter.victims.rules.cases import Age, CaseState, Identity
from pentameter.victims.rules.erasure import Why, may_agree, may_erase
from pentameter.victims.services.holding import held
from pentameter.victims.services.keeping import holds_changed
from pentameter.victims.services.people import count_anew

DEPTH = 4
"""How many tables may lie between a row and its case."""


@transaction.atomic
def show_erasure(*, case_id: UUID, purpose: str, by: Actor) -> ProtectionPage:
    """What stands against erasing the case, and how far it has come."""
    case = opened(case_id, by, Operation.ERASE_CASE, Compartment.IDENTITY, purpose=purpose)
    page = protection_page(case, by)
    record(Act.PROTECTION_SHOWN, by=by, subject=("case", case_id), purpose=purpose)
    return page


@transaction.atomic
def ask_erasure(*, case_id: UUID, why: Why, was_told: bool, purpose: str, by: Actor) -> None:
    """Ask that a case be erased. Nothing is erased before another person agreed."""
    case = _held(case_id, purpose, by)
    require(may_erase(case.state, protection_of(case), why=why, was_told=was_told))
    if Erasure.objects.filter(case=case.row, agreed_at=None, withdrawn_at=None).exists():
        raise Refused("That was asked already. Another person has to agree.", conflict=True)
    Erasure.objects.create(case=case.row, why=why.value, was_told=was_told, asked_at=clock.now(), asked_by=by.id)
    detail = {"why": why.value, "was_told": was_told}
    record(Act.ERASURE_ASKED, by=by, subject=("case", case_id), purpose=purpose, detail=detail)


@transaction.atomic
def agree_erasure(*, case_id: UUID, purpose: str, by: Actor) -> None:
    """Agree, as another person, and erase. What stands against it now is asked again."""
    case = _held(case_id, purpose, by)
    asked = _asked(case)
    require(may_agree(asked_by=asked.asked_by, by=by.id))
    require(may_erase(case.state, protection_of(case), why=Why(asked.why), was_told=asked.was_told))
    Erasure.objects.filter(pk=asked.pk).update(agreed_at=clock.now(), agreed_by=by.id)
    _erase(case, why=asked.why, asked_by=asked.asked_by, purpose=purpose, by=by)


@transaction.atomic
def erase_after_review(*, case_id: UUID, proposed_by: str, purpose: str, by: Actor) -> None:
    """Erase a case whose disposal somebody else proposed at its review. What stands against it is asked once more."""
    case = _held(case_id, purpose, by)
    require(may_agree(asked_by=proposed_by, by=by.id))
    require(may_erase(case.state, protection_of(case), why=Why.TIME_IS_OVER, was_told=False))
    Erasure.objects.filter(case=case.row, agreed_at=None, withdrawn_at=None).update(
        withdrawn_at=clock.now(), withdrawn_by=by.id
    )
    now, why = clock.now(), Why.TIME_IS_OVER.value
    Erasure.objects.create(case=case.row, why=why, asked_at=now, asked_by=proposed_by, agreed_at=now, agreed_by=by.id)
    _erase(case, why=why, asked_by=proposed_by, purpose=purpose, by=by)


@transaction.atomic
def erase_again(*, case_id: UUID, by: Actor) -> bool:
    """Erase once more what two people had erased before a backup brought it back. Whether there was anything.

    Raises:
        Refused: unless it is Pentameter itself that acts.
    """
    require(ALLOWED if by.role is Role.SYSTEM else refused("Only Pentameter erases what was erased before."))
    row = Case.objects.select_for_update().filter(pk=case_id).exclude(state=CaseState.ERASED.value).first()
    if row is None:
        return False
    _erase(opened(case_id, by, Operation.ERASE_CASE, Compartment.IDENTITY), why="again", asked_by=by.id, by=by)
    return True


def _erase(case: OpenCase, *, why: str, asked_by: str, by: Actor, purpose: str = "") -> None:
    """Empty the case, count the people anew, and say so in the record."""
    age = Age(case.row.age)
    count_anew(case.row.wave_id, (age, case.identity), (age, Identity()))
    emptied = _empty(case.row, by)
    holds_changed()
    detail = {"why": why, "asked_by": asked_by, "tables": emptied}
    record(Act.CASE_ERASED, by=by, subject=("case", case.row.id), purpose=purpose, detail=detail)


@transaction.atomic
def withdraw_erasure(*, case_id: UUID, purpose: str, by: Actor) -> None:
    """Take the request back, or turn it down."""
    case = _held(case_id, purpose, by)
    Erasure.objects.filter(pk=_asked(case).pk).update(withdrawn_at=clock.now(), withdrawn_by=by.id)
    record(Act.ERASURE_ASKED, by=by, subject=("case", case_id), purpose=purpose, detail={"withdrawn": True})


def _held(case_id: UUID, purpose: str, by: Actor) -> OpenCase:
    """The case, closed or not: a closed case is what is mostly erased."""
    return held(
        case_id=case_id,
        operation=Operation.ERASE_CASE,
        compartment=Compartment.IDENTITY,
        by=by,
        purpose=purpose,
        closed=True,
    )


def _asked(case: OpenCase) -> Erasure:
    found = Erasure.objects.filter(case=case.row, agreed_at=None, withdrawn_at=None).first()
    if found is None:
        raise Refused("Nobody asks that this case be erased, or it was withdrawn. Load the page again.", conflict=True)
    return found


def _empty(row: Case, by: Actor) -> int:
    """Destroy the key and everything sealed of the case, in whatever table it lies. How many tables held any."""
    taken = {"content": None, "removed_at": clock.now(), "removed_by": by.id}
    Attachment.objects.filter(case=row, removed_at=None).update(**taken)
    count = 0
    for model, path in belonging():
        fields = {one.attname: None if one.null else b"" for one in model._meta.local_fields if _is_bytes(one)}
        if fields and model is not CaseKey:
            count += bool(model._default_manager.filter(**{path: row.pk}).update(**fields))
    NeedToKnow.objects.filter(case=row).update(purpose="")
    NeedToKnow.objects.filter(case=row, ended_at=None).update(ended_at=clock.now())
    own = {"identity": None, "practical": None, "whereabouts": None}
    Case.objects.filter(pk=row.pk).update(state=CaseState.ERASED.value, version=row.version + 1, **own)
    CaseKey.objects.filter(case=row).delete()
    return count


def belonging() -> Iterator[tuple[type[Model], str]]:
    """Every table whose rows belong to a case, in whatever context, with the way to the case.

    A row belongs where its foreign key to the case, or to a row that belongs, cannot be empty. A line of a removal
    list that may or may not concern a case is its officer's, and not hers.
    """
    found: dict[type[Model], str] = {Case: "pk"}
    for _ in range(DEPTH):
        for model in apps.get_models():
            for field in model._meta.local_fields:
                parent = field.related_model if isinstance(field, ForeignKey) and not field.null else None
                if parent in found and model not in found:
                    inner = "" if found[parent] == "pk" else f"__{found[parent]}"
                    found[model] = f"{field.name}{inner}"
    del found[Case]
    yield from found.items()


def _is_bytes(field: object) -> bool:
    return isinstance(field, BinaryField)
