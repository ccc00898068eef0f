"""Whether consent stands: asked by every act that lives on it, each time it takes its next step."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from pentameter.kernel import clock
from pentameter.kernel.verdict import Verdict, refused
from pentameter.victims.keys import safes_of
from pentameter.victims.models import Case, Consent
from pentameter.victims.queries.ledger import rows_of
from pentameter.victims.queries.opening import OpenCase
from pentameter.victims.rules.cases import Age, CaseState
from pentameter.victims.rules.consent import NO, ConsentRow, Purpose, standing


def consent_stands(case: OpenCase | UUID, purpose: Purpose, recipient: str = "", at: datetime | None = None) -> Verdict:
    """Whether she consents to `purpose` towards `recipient` (an agency's short name), now or at a moment.

    No where it is not known, expired, refused, withdrawn, or where the case is erased or not there. The verdict's
    reason is a sentence for the page. One SQL query with an open case, three without.
    """
    row, rows = (case.row, rows_of(case.row, case.safe)) if isinstance(case, OpenCase) else _found(case)
    if row is None:
        return refused("There is no such case, or it was erased: nothing of it may be used.")
    return standing(rows, purpose, recipient, at or clock.now(), age=Age(row.age))


def supported_after_a_no() -> tuple[UUID, ...]:
    """Cases that an organisation supports and whose ledger has a "no" to it, whatever came after. One SQL query."""
    noes = Consent.objects.filter(case=OuterRef("pk"), purpose=Purpose.SUPPORT.value, said__in=NO)
    rows = Case.objects.exclude(state=CaseState.ERASED.value).filter(Exists(noes), support_agency__isnull=False)
    return tuple(rows.order_by("id").values_list("id", flat=True))


def _found(case_id: UUID) -> tuple[Case | None, tuple[ConsentRow, ...]]:
    row = Case.objects.filter(pk=case_id).first()
    safe = safes_of([case_id]).get(case_id)
    return (row, rows_of(row, safe)) if row is not None and safe is not None else (None, ())
