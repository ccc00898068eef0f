"""Carrying cases away as HTCDS records, for another system that supports her: with her consent, for a purpose."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, require
from pentameter.victims.models import Case
from pentameter.victims.queries.consents import consent_stands
from pentameter.victims.queries.imports import further_of
from pentameter.victims.queries.opening import OpenCase, opened
from pentameter.victims.queries.protections import case_value
from pentameter.victims.rules.consent import Purpose
from pentameter.victims.rules.events import Case as CaseValue
from pentameter.victims.rules.events import EventKind, Outcome
from pentameter.victims.rules.exchange import may_leave
from pentameter.victims.rules.htcds import Record, Standing, record_of
from pentameter.victims.services.files import as_csv, as_json, as_xlsx


class Form(StrEnum):
    """The forms of file that can be written."""

    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is to leave: which cases, to whom, for what, in which form."""

    references: tuple[str, ...]
    recipient: str
    purpose: str
    form: Form


@dataclass(frozen=True, slots=True)
class Carried:
    """What left."""

    content: bytes
    cases: int
    form: Form


_WRITERS = {Form.CSV: as_csv, Form.JSON: as_json, Form.XLSX: as_xlsx}


@transaction.atomic
def export_cases(*, leaving: Leaving, by: Actor) -> Carried:
    """One case or a chosen few as HTCDS records. Each person must have consented to sharing with the recipient.

    Raises:
        Refused: where one of the cases may not leave; then none does. What does not exist is refused as what is hidden.
    """
    references = tuple(dict.fromkeys(filter(None, (one.strip().upper() for one in leaving.references))))
    require(may_leave(len(references)))
    found = [_opened(one, leaving, by) for one in _ids(references)]
    content = _WRITERS[leaving.form]([_record(case) for case in found])
    for case in found:
        detail = {"form": leaving.form.value, "together": len(found)}
        record(Act.CASES_EXPORTED, by=by, subject=("case", case.row.id), purpose=leaving.purpose, detail=detail)
    return Carried(content, len(found), leaving.form)


def _ids(references: Iterable[str]) -> list[UUID]:
    """The cases of these references; one that nobody has gets an id that nobody has."""
    known = dict(Case.objects.filter(reference__in=references).values_list("reference", "id"))
    return [known.get(one, new_id()) for one in references]


def _opened(case_id: UUID, leaving: Leaving, by: Actor) -> OpenCase:
    try:
        case = opened(case_id, by, Operation.EXPORT_CASE, Compartment.IDENTITY, purpose=leaving.purpose)
    except Refused as refusal:
        raise Refused(_NONE) if refusal.hidden else refusal from refusal
    if case.safe is None:
        raise Refused(f"{case.row.reference} was erased: nothing of it can leave.")
    consent = consent_stands(case, Purpose.SHARE, leaving.recipient)
    if not consent.allowed:
        raise Refused(f"{case.row.reference}: {consent.reason} Nothing was exported.")
    return case


_NONE = "One of the references is no case that you may export. Check them; nothing was exported."


def _record(case: OpenCase) -> Record:
    return record_of(
        case.identity,
        case.practical,
        further_of(case),
        found_on=case.row.rescued_on,
        state=case.state,
        decided=_decided(case_value(case)),
    )


_DECIDED = {Outcome.POSITIVE: Standing.ACTUAL, Outcome.NEGATIVE: Standing.NOT}


def _decided(case: CaseValue) -> Standing | None:
    """What the last conclusive decision said. None where there is none: then what came with the record stands."""
    made = [one for one in case.events if one.kind is EventKind.CONCLUSIVE_GROUNDS and one.on and one.outcome]
    last = max(made, key=lambda one: one.day, default=None)
    return _DECIDED.get(last.outcome) if last and last.outcome else None
