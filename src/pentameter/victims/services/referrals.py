"""Asking another organisation: at a rescue, by hand, and taking it back. What is sent is chosen, and sealed with it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.access.api import Compartment, Operation
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, AgencySector
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.victims.models import Case, NeedToKnow, Referral
from pentameter.victims.queries.consents import consent_stands
from pentameter.victims.queries.ledger import ConsentFacts
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.queries.referrals import step_of
from pentameter.victims.rules.alerts import REFERRAL
from pentameter.victims.rules.cases import Age, NeedKind
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.rules.languages import spoken
from pentameter.victims.rules.referrals import (
    ALWAYS,
    AT_NIGHT,
    BY_DAY,
    Candidate,
    ReferralKind,
    ReferralState,
    Sent,
    asking_side,
    may_ask,
    may_step,
    nearest,
)
from pentameter.victims.services.consent import Saying, add_saying
from pentameter.victims.services.holding import held
from pentameter.victims.services.keeping import alert_desk

_OPEN = (ReferralState.ASKED.value, ReferralState.ACCEPTED.value)


class NoConsent(Refused):
    """Her consent does not stand, or no longer: nothing was sent."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason} Nothing was sent.", conflict=True)


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom to ask for what. `chosen` names the fields of `Sent` to send beside those that always go."""

    asked: str
    kind: ReferralKind
    chosen: Collection[str] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class AskedAtRescue:
    """What became of asking for support at a rescue, and the sentence for whoever registered her."""

    sentence: str
    referral_id: UUID | None = None
    agency: str = ""


def ask_at_rescue(case: OpenCase, *, agrees: bool | None, by: Actor) -> AskedAtRescue:
    """Ask the nearest support organisation for a person who was just registered, in the caller's transaction.

    Language, age and reference are sent, never name or place. An adult who said no is not asked for; where she was not
    asked yet, the request says that her consent comes first. A child is referred in any case.
    """
    at = clock.now()
    _remember_answer(case, agrees, by, at)
    if agrees is False and not Age(case.row.age).counts_as_child:
        alert_desk(case.row, REFERRAL, f"support:refused:{case.row.id}", _REFUSED.format(case.row.reference))
        return AskedAtRescue("She does not want support now. Nobody was asked. She may change her mind at any time.")
    if case.row.support_agency_id:
        return AskedAtRescue("Your organisation supports her.")
    found = accounts.agencies()
    asked = nearest(
        case.row.place, (Candidate(one.slug, one.sector, one.jurisdiction, one.current) for one in found.values())
    )
    if asked is None:
        alert_desk(case.row, REFERRAL, f"support:none:{case.row.id}", _NOBODY.format(case.row.reference))
        return AskedAtRescue("No support organisation is known where the law is. The duty desk was told to find one.")
    first = agrees is None and not Age(case.row.age).counts_as_child
    referral = _send(case, Asking(asked, ReferralKind.SUPPORT), by, at, answer_in=AT_NIGHT, consent_first=first)
    record(Act.REFERRAL_ASKED, by=by, subject=("case", case.row.id), detail=_detail(referral))
    name = found[asked].name
    comes_first = " Her consent comes first: ask her, and record what she says." if first else ""
    return AskedAtRescue(f"{name} was asked to support her.{comes_first}", referral.id, name)


def _remember_answer(case: OpenCase, agrees: bool | None, by: Actor, at: datetime) -> None:
    if agrees is None:
        return
    said = Said.GIVEN if agrees else Said.REFUSED
    facts = ConsentFacts(language=spoken(case.practical.language))
    row = add_saying(case, Saying(Purpose.SUPPORT, said, facts=facts), by=by, at=at)
    detail = {"id": str(row.id), "purpose": row.purpose.value, "said": said.value}
    record(Act.CONSENT_RECORDED, by=by, subject=("case", case.row.id), detail=detail)


@transaction.atomic
def ask_support(*, case_id: UUID, asking: Asking, by: Actor) -> UUID:
    """Ask an organisation to take on her support, or to help beside. Answers the referral's id.

    Raises:
        NoConsent: if she does not consent, or no longer; a child is referred without.
    """
    case = held(case_id=case_id, operation=Operation.ASK_SUPPORT, compartment=Compartment.IDENTITY, by=by)
    known = accounts.agency(asking.asked)
    if known is None or not known.current or known.sector is not AgencySector.SUPPORT:
        raise Refused("Choose a support organisation of the list.")
    waiting = Referral.objects.filter(case=case.row, state__in=_OPEN).values_list("asked_id", flat=True)
    supports = case.row.support_agency_id
    require(may_ask(asking.asked, asking.kind, by=by, supports=supports, waiting=set(waiting)))
    if not (verdict := consent_stands(case, Purpose.SUPPORT, asking.asked)).allowed:
        raise NoConsent(verdict.reason)
    referral = _send(case, asking, by, clock.now(), answer_in=BY_DAY)
    record(Act.REFERRAL_ASKED, by=by, subject=("case", case_id), detail=_detail(referral))
    return referral.id


def _send(
    case: OpenCase, asking: Asking, by: Actor, at: datetime, *, answer_in: timedelta, consent_first: bool = False
) -> Referral:
    identifier = new_id()
    sent = sent_of(case, asking)
    return Referral.objects.create(
        id=identifier,
        case=case.row,
        kind=asking.kind.value,
        state=ReferralState.ASKED.value,
        asker_id=by.agency or case.row.agency_id,
        asked_id=asking.asked,
        sent=case.key.seal(sent.as_json(), bound_to=bound("referral", identifier)),
        consent_first=consent_first,
        asked_at=at,
        asked_by=by.id,
        answer_by=at + answer_in,
    )


def sent_of(case: OpenCase, asking: Asking) -> Sent:
    """What is sent: always reference, age and language, and what was chosen beside. Never where she is."""
    who, how = case.identity, case.practical
    whole = {
        "reference": case.row.reference,
        "age": Age(case.row.age).words,
        "language": spoken(how.language),
        "interpreter": how.interpreter,
        "worker_gender": how.worker_gender,
        "safe_contact": how.safe_contact,
        "name": who.shown,
        "nationality": who.nationality,
    }
    chosen = {name: value for name, value in whole.items() if name in {*ALWAYS, *asking.chosen}}
    return Sent(**chosen, words=asking.words.strip())


@transaction.atomic
def revoke_referral(*, case_id: UUID, referral_id: UUID, reason: str, by: Actor) -> None:
    """Take a referral back. It closes at once: the asked organisation sees nothing of it any more."""
    case = held(case_id=case_id, operation=Operation.ASK_SUPPORT, compartment=Compartment.IDENTITY, by=by)
    referral = Referral.objects.select_for_update().filter(pk=referral_id, case=case.row).first()
    if referral is None:
        raise never_was()
    require(may_step(step_of(referral), ReferralState.REVOKED, asking_side(by)))
    close(case, referral, ReferralState.REVOKED, reason=reason, by=by)
    detail = {"id": str(referral_id), "state": ReferralState.REVOKED.value}
    record(Act.REFERRAL_ANSWERED, by=by, subject=("case", case_id), detail=detail)


def close(case: OpenCase, referral: Referral, to: ReferralState, *, reason: str, by: Actor, ended: str = "") -> None:
    """Bring a referral to an end, in the caller's transaction. Support that was taken on with it and revoked ends.

    `ended` is what the desk is told then, where it is not the usual sentence.
    """
    sealed = case.key.seal(reason, bound_to=bound("reason", referral.id)) if reason.strip() else None
    Referral.objects.filter(pk=referral.id).update(
        state=to.value, reason=sealed, closed_at=clock.now(), closed_by=by.id, version=F("version") + 1
    )
    if to is ReferralState.REVOKED and referral.taken_on_at and case.row.support_agency_id == referral.asked_id:
        end_support(case.row, ended or _ENDED, about=referral.id)


def end_support(row: Case, told: str, *, about: UUID) -> None:
    """No organisation supports her any more, in the caller's transaction. The desk is told once of what it is about."""
    end_assignments(row)
    Case.objects.filter(pk=row.id).update(support_agency=None, version=F("version") + 1)
    alert_desk(row, REFERRAL, f"support:ended:{about}", told.format(row.reference))


def end_assignments(row: Case) -> None:
    """Nobody is assigned any more, in the caller's transaction: her support goes to another organisation, or ends."""
    rows = NeedToKnow.objects.filter(case=row, kind=NeedKind.ASSIGNED.value, ended_at=None)
    rows.update(ended_at=clock.now())


def _detail(referral: Referral) -> dict[str, object]:
    return {"id": str(referral.id), "asked": referral.asked_id, "kind": referral.kind, "state": referral.state}


_REFUSED = "{} does not want support now, and nobody was asked. See that she knows whom to call later."
_NOBODY = "No support organisation is known where the law of {} is. Find one, and ask it."
_ENDED = "The support of {} was ended. No organisation supports her: find one."
