"""Looking at what she consents to and at who was asked: the page, and the row that says who looked."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, AgencySector
from pentameter.kernel.verdict import Verdict, never_was
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.ledger import ConsentEntry, entries_of
from pentameter.victims.queries.opening import OpenCase, opened
from pentameter.victims.queries.protections import today_of
from pentameter.victims.queries.referrals import ReferralLine, referrals_of
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import (
    ConsentRow,
    Purpose,
    Said,
    last_answer,
    offers_notification,
    standing,
    told,
    withdrawal_of,
)
from pentameter.victims.rules.languages import spoken
from pentameter.victims.rules.referrals import ReferralState, asking_side, may_step


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A row of the ledger, how it stands, and whether it may be withdrawn."""

    entry: ConsentEntry
    state: str
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """The ledger, newest first, and what stands of each purpose towards whoever does it for her, or was never asked.

    `hold` is what she last said to being kept for protection; `offers_notification` that an adult wants no referral.
    """

    frame: Frame
    standing: tuple[tuple[Purpose, Verdict], ...]
    not_asked: tuple[Purpose, ...]
    lines: tuple[LedgerLine, ...]
    today: date
    language: str
    guardian: str
    agencies: tuple[accounts.AgencyCard, ...]
    may_record: bool
    may_erase: bool
    offers_notification: bool
    hold: Said | None


@dataclass(frozen=True, slots=True)
class WithdrawalPage:
    """A consent that may be withdrawn, and the referrals that close at their next step.

    `rests`: the support that she has now rests on it, as far as she is no child.
    """

    frame: Frame
    entry: ConsentEntry
    closing: tuple[ReferralLine, ...]
    rests: bool


@dataclass(frozen=True, slots=True)
class CaseReferralsPage:
    """Who was asked for her. `may_ask`: the actor may ask others; `agencies`: whom."""

    frame: Frame
    referrals: tuple[ReferralLine, ...]
    agencies: tuple[accounts.AgencyCard, ...]
    consent: Verdict
    may_ask: bool
    may_revoke: frozenset[UUID]


@transaction.atomic
def show_consent(*, case_id: UUID, by: Actor, choosing: bool = False) -> ConsentPage:
    """What she consents to, and everything that she ever said to it; with agencies to choose from where asked for."""
    case = _seen(case_id, by, Operation.RECORD_CONSENT if choosing else Operation.VIEW_CASE)
    entries = entries_of(case.row, case.safe)
    rows, at, age = tuple(one.row for one in entries), clock.now(), Age(case.row.age)
    may_record = case.may(by, Operation.RECORD_CONSENT, Compartment.IDENTITY)
    hold = last_answer(rows, Purpose.HOLD)
    stands = tuple((one, standing(rows, one, "", at, age=age)) for one in Purpose)
    spoken_of = {one.purpose for one in rows}
    page = ConsentPage(
        frame=frame_of(case, by),
        standing=stands,
        not_asked=tuple(one for one, verdict in stands if not verdict.allowed and one not in spoken_of),
        lines=tuple(
            LedgerLine(one, told(one.row, rows, at), may_record and _may_still_be_withdrawn(one.row, rows))
            for one in reversed(entries)
        ),
        today=today_of(case.row),
        language=spoken(case.practical.language) if case.safe else "",
        guardian=case.practical.guardian if case.safe else "",
        agencies=tuple(one for one in accounts.agencies().values() if one.current) if choosing else (),
        may_record=may_record,
        may_erase=case.may(by, Operation.ERASE_CASE, Compartment.IDENTITY),
        offers_notification=offers_notification(rows, age),
        hold=hold.said if hold else None,
    )
    looked(Act.CASE_READ, by=by, kind="case", ids=[case_id])
    return page


@transaction.atomic
def show_withdrawal(*, case_id: UUID, consent_id: UUID, by: Actor) -> WithdrawalPage:
    """A consent, and what closes when she takes it back."""
    case = _seen(case_id, by, Operation.RECORD_CONSENT)
    entries = entries_of(case.row, case.safe)
    rows = tuple(one.row for one in entries)
    entry = next((one for one in entries if one.row.id == consent_id), None)
    if entry is None:
        raise never_was()
    found = referrals_of(case, rows) if entry.row.purpose is Purpose.SUPPORT else ()
    waiting = (one for one in found if one.state.open and one.taken_on_at is None)
    closing = (one for one in waiting if entry.row.recipient in ("", one.asked_slug))
    supports = case.row.support_agency_id
    rests = entry.row.purpose is Purpose.SUPPORT and supports is not None and entry.row.recipient in ("", supports)
    page = WithdrawalPage(frame_of(case, by), entry, tuple(closing), rests)
    looked(Act.CASE_READ, by=by, kind="case", ids=[case_id])
    return page


@transaction.atomic
def show_case_referrals(*, case_id: UUID, by: Actor, choosing: bool = False) -> CaseReferralsPage:
    """Who was asked for her, what they were told, what they answered; with whom to ask, where it is asked for."""
    case = _seen(case_id, by, Operation.ASK_SUPPORT if choosing else Operation.VIEW_CASE)
    rows = tuple(one.row for one in entries_of(case.row, case.safe))
    referrals = referrals_of(case, rows)
    waiting = {one.asked_slug for one in referrals if one.state.open}
    may_ask = case.may(by, Operation.ASK_SUPPORT, Compartment.IDENTITY)
    taken = {*waiting, case.row.support_agency_id, by.agency}
    page = CaseReferralsPage(
        frame=frame_of(case, by),
        referrals=referrals,
        agencies=_askable(taken) if choosing else (),
        consent=standing(rows, Purpose.SUPPORT, "", clock.now(), age=Age(case.row.age)),
        may_ask=may_ask,
        may_revoke=frozenset(one.id for one in referrals if may_ask and _revocable(one, by)),
    )
    looked(Act.CASE_READ, by=by, kind="case", ids=[case_id])
    return page


@transaction.atomic
def show_revocation(*, case_id: UUID, referral_id: UUID, by: Actor) -> tuple[ReferralLine, Frame]:
    """A referral of hers that may be taken back."""
    case = _seen(case_id, by, Operation.ASK_SUPPORT)
    line = next((one for one in referrals_of(case) if one.id == referral_id), None)
    if line is None:
        raise never_was()
    frame = frame_of(case, by)
    looked(Act.CASE_READ, by=by, kind="case", ids=[case_id])
    return line, frame


def _seen(case_id: UUID, by: Actor, operation: Operation = Operation.VIEW_CASE) -> OpenCase:
    return opened(case_id, by, operation, Compartment.IDENTITY)


def _askable(taken: set[str | None]) -> tuple[accounts.AgencyCard, ...]:
    found = (one for one in accounts.agencies().values() if one.current and one.sector is AgencySector.SUPPORT)
    return tuple(one for one in found if one.slug not in taken)


def _revocable(line: ReferralLine, by: Actor) -> bool:
    return may_step(line.step, ReferralState.REVOKED, asking_side(by)).allowed


def _may_still_be_withdrawn(row: ConsentRow, rows: tuple[ConsentRow, ...]) -> bool:
    return row.said is Said.GIVEN and withdrawal_of(row, rows) is None
