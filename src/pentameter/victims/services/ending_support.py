"""The next step of a support whose consent she took back: the daily look, which ends it. Protection is not touched."""

from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.sealing import SealBroken
from pentameter.victims.keys import safes_of
from pentameter.victims.models import Case, Referral
from pentameter.victims.queries.consents import consent_stands, supported_after_a_no
from pentameter.victims.queries.ledger import rows_of
from pentameter.victims.queries.opening import OpenCase
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import Purpose, support_ends_by
from pentameter.victims.rules.referrals import ReferralState
from pentameter.victims.services.referrals import close, end_support


def end_support_taken_back(*, by: Actor) -> int:
    """End every support to which she said no and has not consented again. Answers how many ended.

    Each in a transaction of its own, so that a run that is cut short goes on. A case that does not open is left as it
    is: what she said is not known there, and the look at the clocks counts it.
    """
    return sum(_ended(case_id, by) for case_id in supported_after_a_no())


def _ended(case_id: UUID, by: Actor) -> bool:
    try:
        return _end(case_id, by)
    except SealBroken:
        return False


@transaction.atomic
def _end(case_id: UUID, by: Actor) -> bool:
    """End one, if her "no" still stands now that the case is held."""
    row = Case.objects.select_for_update().get(pk=case_id)
    case, agency = OpenCase(row, assigned=False, safe=safes_of([case_id]).get(case_id)), row.support_agency_id
    if agency is None:
        return False
    no = support_ends_by(rows_of(row, case.safe), agency, clock.now(), age=Age(row.age))
    if no is None:
        return False
    taken_on = Referral.objects.select_for_update().filter(
        case=row, asked_id=agency, state=ReferralState.ACCEPTED.value, taken_on_at__isnull=False
    )
    if (referral := taken_on.first()) is not None:
        why = consent_stands(case, Purpose.SUPPORT, agency).reason
        close(case, referral, ReferralState.REVOKED, reason=why, by=by, ended=_ENDED)
    else:
        end_support(row, _ENDED, about=no.id)
    detail = {"consent": str(no.id), "referral": str(referral.id) if referral else ""}
    record(Act.SUPPORT_ENDED, by=by, subject=("case", case_id), detail=detail)
    return True


_ENDED = (
    "The support of {} ended, because she no longer consents to it. Find another organisation if she wants one, or see "
    "that she knows whom to call."
)
