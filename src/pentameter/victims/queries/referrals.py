"""Referrals: those of a case, those that were sent to an organisation, how many wait for its answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Case as Choice
from django.db.models import IntegerField, QuerySet, Value, When

from pentameter.kernel import clock
from pentameter.kernel.ids import reference
from pentameter.kernel.safe import Safe
from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.keys import safes_of
from pentameter.victims.models import Referral
from pentameter.victims.queries.ledger import rows_of, rows_of_many
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import ConsentRow, Purpose, Said, standing
from pentameter.victims.rules.referrals import ReferralKind, ReferralState, Sent, Step, is_silent

INBOX = 100


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """A referral, as those see it who may. `sent` is empty where its reader may no longer see what was sent.

    `consent` says whether her consent carries it now.
    """

    id: UUID
    case_id: UUID
    reference: str
    kind: ReferralKind
    state: ReferralState
    asker: str
    asked: str
    asked_slug: str
    sent: Sent
    reason: str
    consent: Verdict
    consent_first: bool
    asked_at: datetime
    asked_by: str
    answer_by: datetime
    silent: bool
    answered_at: datetime | None
    taken_on_at: datetime | None
    closed_at: datetime | None
    version: int

    @property
    def step(self) -> Step:
        """How it stands, for the rules."""
        return Step(self.kind, self.state, self.taken_on_at is not None)


def step_of(row: Referral) -> Step:
    """How a referral stands, for the rules."""
    return Step(ReferralKind(row.kind), ReferralState(row.state), row.taken_on_at is not None)


def referrals_of(case: OpenCase, consents: tuple[ConsentRow, ...] | None = None) -> tuple[ReferralLine, ...]:
    """A case's referrals, newest first. Two SQL queries; one where its ledger was read already."""
    found = Referral.objects.filter(case=case.row).select_related("case", "asker", "asked").order_by("-asked_at", "-id")
    rows = rows_of(case.row, case.safe) if consents is None else consents
    return tuple(_line(one, case.safe, rows, clock.now()) for one in found)


def sent_to(agency: str) -> tuple[ReferralLine, ...]:
    """What was sent to an organisation, what waits for it first. Three SQL queries."""
    first = Choice(When(state=ReferralState.ASKED.value, then=Value(0)), default=Value(1), output_field=IntegerField())
    found = list(_all().filter(asked_id=agency).annotate(first=first).order_by("first", "-asked_at")[:INBOX])
    return tuple(map(_for_recipient, _lines(found)))


def sent_one(referral_id: UUID, agency: str) -> ReferralLine | None:
    """One of them, or None. Three SQL queries."""
    found = list(_all().filter(pk=referral_id, asked_id=agency))
    return next(map(_for_recipient, _lines(found)), None)


def waiting_referrals(agency: str) -> int:
    """How many referrals wait for an organisation's answer. One SQL query."""
    return Referral.objects.filter(asked_id=agency, state=ReferralState.ASKED.value).count()


def silent_referrals(now: datetime) -> tuple[UUID, ...]:
    """The referrals whose answer is overdue. One SQL query."""
    rows = Referral.objects.filter(state=ReferralState.ASKED.value, answer_by__lte=now).order_by("answer_by")
    return tuple(rows.values_list("id", flat=True))


def carried(row: Referral, consents: Iterable[ConsentRow], at: datetime) -> Verdict:
    """Whether her consent carries it at a moment. What was sent before she was asked is carried until she says no."""
    known = tuple(consents)
    verdict = standing(known, Purpose.SUPPORT, row.asked_id, at, age=Age(row.case.age))
    if row.consent_first and not verdict.allowed and not _answered(known, row.asked_id, at):
        return ALLOWED
    return verdict


def _answered(consents: Iterable[ConsentRow], agency: str, at: datetime) -> bool:
    return any(
        one.purpose is Purpose.SUPPORT
        and one.said is not Said.ASKED
        and one.recipient in ("", agency)
        and one.recorded_at <= at
        for one in consents
    )


def _for_recipient(line: ReferralLine) -> ReferralLine:
    """Nothing of what was sent, once the referral is closed or her consent carries it no more."""
    if line.state.open and line.consent.allowed:
        return line
    return replace(line, sent=Sent())


def _all() -> QuerySet[Referral]:
    return Referral.objects.select_related("case", "asker", "asked")


def _lines(found: Sequence[Referral]) -> Iterable[ReferralLine]:
    safes = safes_of({one.case_id for one in found})
    rows = rows_of_many({one.case_id: one.case for one in found}.values(), safes)
    now = clock.now()
    return (_line(one, safes.get(one.case_id), rows.get(one.case_id, ()), now) for one in found)


def _line(row: Referral, safe: Safe | None, consents: tuple[ConsentRow, ...], now: datetime) -> ReferralLine:
    return ReferralLine(
        id=row.id,
        case_id=row.case_id,
        reference=reference("F", row.id),
        kind=ReferralKind(row.kind),
        state=ReferralState(row.state),
        asker=row.asker.name,
        asked=row.asked.name,
        asked_slug=row.asked_id,
        sent=Sent.from_json(_opened(safe, row.sent, bound("referral", row.id)) or {}),
        reason=str(_opened(safe, row.reason, bound("reason", row.id)) or ""),
        consent=carried(row, consents, now) if safe else refused("The case was erased."),
        consent_first=row.consent_first,
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        answer_by=row.answer_by,
        silent=is_silent(ReferralState(row.state), row.answer_by, now=now),
        answered_at=row.answered_at,
        taken_on_at=row.taken_on_at,
        closed_at=row.closed_at,
        version=row.version,
    )


def _opened(safe: Safe | None, sealed: bytes | memoryview | None, bound_to: str) -> object:
    return safe.unseal(sealed, bound_to=bound_to) if safe and sealed is not None else None
