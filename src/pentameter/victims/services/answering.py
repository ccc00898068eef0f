"""Answering a referral: the asked organisation accepts, rejects, takes her case on, says that it is done.

Whoever was asked may not open the case before it is taken on. So these load the referral by what it is to them, and the
case behind it for its state and its safe alone.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.victims.keys import safes_of
from pentameter.victims.models import Alert, Case, NeedToKnow, Referral
from pentameter.victims.queries.consents import consent_stands
from pentameter.victims.queries.ledger import rows_of
from pentameter.victims.queries.opening import OpenCase
from pentameter.victims.queries.referrals import (
    ReferralLine,
    carried,
    sent_one,
    sent_to,
    silent_referrals,
    step_of,
)
from pentameter.victims.rules.alerts import REFERRAL
from pentameter.victims.rules.cases import NeedKind, may_write
from pentameter.victims.rules.consent import Purpose
from pentameter.victims.rules.referrals import ReferralKind, ReferralState, Side, may_step, may_take_on
from pentameter.victims.services.keeping import alert_desk
from pentameter.victims.services.referrals import close, end_assignments


@dataclass(frozen=True, slots=True)
class Answered:
    """How the referral stands after a step, in a sentence. `case_id` is set where her case is open to the actor now."""

    state: ReferralState
    sentence: str
    case_id: UUID | None = None


@transaction.atomic
def show_referrals(*, by: Actor) -> tuple[ReferralLine, ...]:
    """What was sent to the actor's organisation, what waits first."""
    require(decide(by, Operation.ANSWER_REFERRAL, _subject(None, by.agency)))
    found = sent_to(by.agency)
    looked(Act.REFERRALS_LISTED, by=by, kind="referral", ids=[one.id for one in found])
    return found


@transaction.atomic
def show_referral(*, referral_id: UUID, by: Actor) -> ReferralLine:
    """One referral, as the asked organisation sees it: what was sent, and nothing else of the case."""
    require(decide(by, Operation.ANSWER_REFERRAL, _subject(referral_id, by.agency)))
    found = sent_one(referral_id, by.agency)
    if found is None:
        raise never_was()
    looked(Act.REFERRALS_LISTED, by=by, kind="referral", ids=[referral_id])
    return found


@transaction.atomic
def accept_referral(*, referral_id: UUID, by: Actor) -> Answered:
    """Accept it. If her consent stands her case is taken on at once; if she was not asked yet, once she has agreed."""
    referral, case = _held(referral_id, by)
    require(may_step(step_of(referral), ReferralState.ACCEPTED, Side.ASKED))
    if (closed := _overtaken(case, referral, by)) is not None:
        return closed
    _answer(referral, ReferralState.ACCEPTED, by)
    if ReferralKind(referral.kind) is ReferralKind.HELP:
        return _recorded(referral, by, "Accepted. You help beside the organisation that supports her.")
    if consent_stands(case, Purpose.SUPPORT, referral.asked_id).allowed:
        return _taken_on(case, referral, by)
    alert_desk(case.row, REFERRAL, f"support:ask:{referral.id}", _ASK_HER.format(case.row.reference))
    return _recorded(referral, by, "Accepted. She has not been asked yet: her case opens to you once she has agreed.")


@transaction.atomic
def take_on_case(*, referral_id: UUID, by: Actor) -> Answered:
    """Take her case on with a referral that was accepted before she had been asked."""
    referral, case = _held(referral_id, by)
    require(may_take_on(step_of(referral)))
    if (closed := _overtaken(case, referral, by)) is not None:
        return closed
    require(consent_stands(case, Purpose.SUPPORT, referral.asked_id))
    return _taken_on(case, referral, by)


@transaction.atomic
def reject_referral(*, referral_id: UUID, reason: str, by: Actor) -> Answered:
    """Reject it, and say why. The desk is alerted, so that another organisation is asked."""
    referral, case = _held(referral_id, by)
    require(may_step(step_of(referral), ReferralState.REJECTED, Side.ASKED))
    if not reason.strip():
        raise Refused("Say why, so that the desk knows whom to ask next.")
    _answer(referral, ReferralState.REJECTED, by)
    close(case, referral, ReferralState.REJECTED, reason=reason, by=by)
    alert_desk(
        case.row,
        REFERRAL,
        f"referral:rejected:{referral.id}",
        _REJECTED.format(case.row.reference, referral.asked.name),
    )
    return _recorded(referral, by, "Rejected. The duty desk was told, and finds another organisation.")


@transaction.atomic
def finish_referral(*, referral_id: UUID, by: Actor) -> Answered:
    """Say that what was asked for is done. Where her case was taken on with it, that goes on."""
    referral, case = _held(referral_id, by)
    require(may_step(step_of(referral), ReferralState.DONE, Side.ASKED))
    if not referral.taken_on_at and (closed := _overtaken(case, referral, by)) is not None:
        return closed
    close(case, referral, ReferralState.DONE, reason="", by=by)
    return _recorded(referral, by, "Done. What was sent with it is closed to you now.")


@transaction.atomic
def alert_of_silence(*, by: Actor = SYSTEM) -> int:
    """Alert the desk of every referral whose answer is overdue, each once. Answers how many are new."""
    keys = {_silence(one): one for one in silent_referrals(clock.now())}
    told = set(Alert.objects.filter(key__in=keys).values_list("key", flat=True))
    new = [one for key, one in keys.items() if key not in told]
    if not new:
        return 0
    for referral in Referral.objects.filter(pk__in=new).select_related("case", "asked"):
        words = _SILENT.format(referral.case.reference, referral.asked.name)
        alert_desk(referral.case, REFERRAL, _silence(referral.id), words)
    record(Act.ALERT_RAISED, by=by, subject=("referral", ""), detail={"ids": [str(one) for one in new]})
    return len(new)


def _silence(referral_id: UUID) -> str:
    return f"referral:silent:{referral_id}"


def _held(referral_id: UUID, by: Actor) -> tuple[Referral, OpenCase]:
    """A referral that was sent to the actor's organisation, and its case, held until the transaction ends."""
    require(decide(by, Operation.ANSWER_REFERRAL, _subject(referral_id, by.agency)))
    found = Referral.objects.filter(pk=referral_id, asked_id=by.agency).values_list("case_id", flat=True).first()
    row = Case.objects.select_for_update().filter(pk=found).first() if found else None
    if row is None:
        raise never_was()
    require(may_write(OpenCase(row, assigned=False, safe=None).state))
    case = OpenCase(row, assigned=False, safe=safes_of([row.id]).get(row.id))
    referral = Referral.objects.select_for_update(of=("self",)).select_related("asked", "case").get(pk=referral_id)
    return referral, case


def _subject(referral_id: UUID | None, agency: str) -> Subject:
    return Subject("referral", str(referral_id or ""), Compartment.SUPPORT, owner_agency=agency)


def _overtaken(case: OpenCase, referral: Referral, by: Actor) -> Answered | None:
    """Her consent carries the referral no more, or another organisation was quicker: it closes, at its next step."""
    verdict = carried(referral, rows_of(case.row, case.safe), clock.now())
    if verdict.allowed and not _others(referral, taken_on_at__gt=referral.asked_at).exists():
        return None
    why = "Another organisation has taken on her support meanwhile." if verdict.allowed else verdict.reason
    close(case, referral, ReferralState.REVOKED, reason=why, by=SYSTEM)
    return _recorded(referral, by, f"{why} The referral is closed, and nothing was opened to you.")


def _others(referral: Referral, **narrowed: object) -> QuerySet[Referral]:
    return Referral.objects.filter(case_id=referral.case_id, **narrowed).exclude(pk=referral.pk)


def _answer(referral: Referral, to: ReferralState, by: Actor) -> None:
    Referral.objects.filter(pk=referral.pk).update(
        state=to.value, answered_at=clock.now(), answered_by=by.id, version=F("version") + 1
    )
    waiting = Alert.objects.filter(key=_silence(referral.id), done_at=None)
    waiting.update(done_at=clock.now(), done_by=by.id)


def _taken_on(case: OpenCase, referral: Referral, by: Actor) -> Answered:
    """Her support is the asked organisation's now, and the actor is assigned; who was assigned before is not."""
    at = clock.now()
    for one in _others(referral, state=ReferralState.ACCEPTED.value, taken_on_at__isnull=False):
        close(case, one, ReferralState.DONE, reason="", by=by)
    end_assignments(case.row)
    NeedToKnow.objects.create(case=case.row, person=by.id, kind=NeedKind.ASSIGNED.value, began_at=at, given_by=by.id)
    Case.objects.filter(pk=case.row.id).update(support_agency_id=referral.asked_id, version=F("version") + 1)
    Referral.objects.filter(pk=referral.pk).update(taken_on_at=at, version=F("version") + 1)
    answered = _recorded(referral, by, "Accepted. You are assigned to her, and her case is open to you.")
    return Answered(answered.state, answered.sentence, case.row.id)


def _recorded(referral: Referral, by: Actor, sentence: str) -> Answered:
    referral.refresh_from_db()
    detail = {"id": str(referral.id), "state": referral.state, "taken_on": referral.taken_on_at is not None}
    record(Act.REFERRAL_ANSWERED, by=by, subject=("case", referral.case_id), detail=detail)
    return Answered(ReferralState(referral.state), sentence)


_ASK_HER = "An organisation accepts {}, and she has not been asked yet. See that she is asked, and that it is recorded."
_REJECTED = "The referral of {0} was rejected by {1}. Ask another organisation."
_SILENT = "The referral of {0} to {1} has no answer. Call them, or ask another organisation."
