"""The ledger of consent: what she was asked, what she said, what she took back. Nothing in it is ever changed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.victims.models import Consent
from pentameter.victims.queries.ledger import ConsentFacts, bound, rows_of
from pentameter.victims.queries.opening import OpenCase
from pentameter.victims.queries.protections import today_of
from pentameter.victims.rules.alerts import REFERRAL
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import NO, ConsentRow, How, Purpose, Said, last_no, may_say, may_withdraw, same
from pentameter.victims.services.holding import held
from pentameter.victims.services.keeping import alert_desk

NOTHING_MORE = ConsentFacts()


@dataclass(frozen=True, slots=True)
class Saying:
    """What she said, as written down. `on` None is today where the law is. `agency` is the recipient's short name."""

    purpose: Purpose
    said: Said
    agency: str = ""
    on: date | None = None
    until: date | None = None
    how: How = How.SPOKEN
    facts: ConsentFacts = NOTHING_MORE


@transaction.atomic
def record_consent(*, case_id: UUID, saying: Saying, by: Actor) -> UUID:
    """Write down that she was asked, consented or refused. Answers the row's id."""
    case = held(case_id=case_id, operation=Operation.RECORD_CONSENT, compartment=Compartment.IDENTITY, by=by)
    if saying.said is Said.WITHDRAWN:
        raise Refused("A withdrawal names the consent that it withdraws. Withdraw it where it is listed.")
    if saying.agency and accounts.agency(saying.agency) is None:
        raise Refused("Choose an agency of the list, or leave it empty.")
    row = add_saying(case, saying, by=by, at=clock.now())
    _tell_desk(case, row)
    detail = {"id": str(row.id), "purpose": row.purpose.value, "said": row.said.value}
    record(Act.CONSENT_RECORDED, by=by, subject=("case", case_id), detail=detail)
    return row.id


@transaction.atomic
def withdraw_consent(
    *, case_id: UUID, consent_id: UUID, by: Actor, facts: ConsentFacts = NOTHING_MORE, how: How = How.SPOKEN
) -> UUID:
    """Write down that she took a consent back. What lived on it closes at its next step. Also in a closed case.

    Raises:
        Refused: a conflict, where somebody wrote the withdrawal down meanwhile.
    """
    case = held(
        case_id=case_id, operation=Operation.RECORD_CONSENT, compartment=Compartment.IDENTITY, by=by, closed=True
    )
    rows = rows_of(case.row, case.safe)
    given = next((one for one in rows if one.id == consent_id), None)
    if given is None:
        raise never_was()
    if not (verdict := may_withdraw(given, rows)).allowed:
        raise Refused(verdict.reason, conflict=True)
    before = Consent.objects.get(pk=consent_id)
    saying = Saying(given.purpose, Said.WITHDRAWN, agency=before.agency_id or "", how=how, facts=facts)
    row = add_saying(case, saying, by=by, at=clock.now(), withdraws=given)
    _tell_desk(case, row)
    detail = {"id": str(row.id), "withdraws": str(consent_id), "purpose": given.purpose.value}
    record(Act.CONSENT_WITHDRAWN, by=by, subject=("case", case_id), detail=detail)
    return row.id


def add_saying(
    case: OpenCase, saying: Saying, *, by: Actor, at: datetime, withdraws: ConsentRow | None = None
) -> ConsentRow:
    """Write a row, in the caller's transaction, who records it. A day on which it cannot have been is refused."""
    today = today_of(case.row)
    row = ConsentRow(
        id=new_id(),
        purpose=saying.purpose,
        said=saying.said,
        on=saying.on or today,
        recorded_at=at,
        recipient=same(saying.agency or saying.facts.named) if withdraws is None else withdraws.recipient,
        until=saying.until,
        withdraws=withdraws.id if withdraws else None,
    )
    require(may_say(row, today=today))
    Consent.objects.create(
        id=row.id,
        case=case.row,
        purpose=row.purpose.value,
        said=row.said.value,
        agency_id=saying.agency or None,
        withdraws_id=row.withdraws,
        on=row.on,
        until=row.until,
        how=saying.how.value,
        sealed=case.key.seal(saying.facts.as_json(), bound_to=bound(row.id)),
        recorded_at=at,
        recorded_by=by.id,
    )
    return row


def _tell_desk(case: OpenCase, row: ConsentRow) -> None:
    """Tell the desk at once where she says no to the support that she has. No name and no place is in the words."""
    agency = case.row.support_agency_id
    if agency is None or row.purpose is not Purpose.SUPPORT or row.said not in NO:
        return
    if last_no(rows_of(case.row, case.safe), Purpose.SUPPORT, agency, row.recorded_at) is not None:
        words = _CHILD_SAYS_NO if Age(case.row.age).counts_as_child else _SAYS_NO
        alert_desk(case.row, REFERRAL, f"support:no:{row.id}", words.format(case.row.reference))


_SAYS_NO = (
    "{} no longer consents to the support that she has. It ends with the next daily look, unless she consents again. "
    "Speak with those who support her, and see that she knows whom to call."
)
_CHILD_SAYS_NO = (
    "{} said no to the support that she has. She counts as a child, and support goes on without consent. See that she "
    "and her guardian are heard."
)
