"""What a case's own pages show beside its frame: who she is, what is practical, who works with her, what happened."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pentameter.audit.api import Event as Act
from pentameter.kernel import clock
from pentameter.victims.models import CaseEvent, NeedToKnow
from pentameter.victims.queries.frames import Frame
from pentameter.victims.queries.opening import OpenCase, live
from pentameter.victims.queries.protections import today_of, value_of
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.cases import Age, Identity, NeedKind, Practical
from pentameter.victims.rules.events import EventKind, Outcome
from pentameter.victims.rules.protection import Protection, protection


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One person who needs to know, or needed to. `person` and `given_by` are ids of actors."""

    id: UUID
    person: str
    kind: NeedKind
    purpose: str
    began_at: datetime
    given_by: str
    until: datetime | None
    ended_at: datetime | None
    is_live: bool


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """The record page. What the actor may not do is left out by it."""

    frame: Frame
    agency: str
    identity: Identity
    practical: Practical
    before_calling: tuple[str, ...]
    has_whereabouts: bool
    opened_at: datetime
    opened_by: str
    closed_on: date | None
    version: int
    workers: tuple[NeedLine, ...]
    may_change: bool
    may_see_where: bool
    may_say_where: bool
    may_reopen: bool
    may_copy: bool
    may_export: bool


@dataclass(frozen=True, slots=True)
class Version:
    """What of a record can be changed on a page, as it is saved under its number."""

    frame: Frame
    number: int
    age: Age
    identity: Identity
    practical: Practical


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the timeline. `moment` is None where only the day is known, `day` where not even that is."""

    sentence: str
    day: date | None
    moment: datetime | None
    by: str
    kind: str
    struck: bool = False


def version_of(case: OpenCase, frame: Frame) -> Version:
    """What is saved now."""
    return Version(frame, case.row.version, Age(case.row.age), case.identity, case.practical)


def needs_of(case: OpenCase) -> tuple[NeedLine, ...]:
    """Everyone who needs to know or needed to, the live ones first. One SQL query."""
    now = clock.now()
    rows = NeedToKnow.objects.filter(case=case.row).order_by("-began_at")
    lines = (_need(row, now) for row in rows)
    return tuple(sorted(lines, key=lambda one: not one.is_live))


def workers_of(case: OpenCase) -> tuple[NeedLine, ...]:
    """Who works with her now. One SQL query."""
    now = clock.now()
    rows = NeedToKnow.objects.filter(live(now), case=case.row, kind=NeedKind.ASSIGNED.value).order_by("began_at")
    return tuple(_need(row, now) for row in rows)


def happened_in(case: OpenCase) -> tuple[tuple[Happened, ...], Protection]:
    """What bears on her protection, as it was recorded, and what protects her by it. One SQL query."""
    rows = list(CaseEvent.objects.filter(case=case.row))
    counting = value_of(case.row, (row for row in rows if row.struck_at is None), case.safe)
    return tuple(map(_event, rows)), protection(counting, rule_book(), today=today_of(case.row))


def _need(row: NeedToKnow, now: datetime) -> NeedLine:
    is_live = row.ended_at is None and (row.until is None or row.until > now)
    kind = NeedKind(row.kind)
    return NeedLine(row.id, row.person, kind, row.purpose, row.began_at, row.given_by, row.until, row.ended_at, is_live)


def _event(row: CaseEvent) -> Happened:
    known = row.kind in {kind.value for kind in EventKind}
    words = (EventKind(row.kind) if known else EventKind.UNKNOWN).words
    outcome = f": {Outcome(row.outcome).value}" if row.outcome else ""
    until = f", until {row.until.day} {row.until:%B %Y}" if row.until else ""
    sentence = f"{words[:1].upper()}{words[1:]}{outcome}{until}."
    return Happened(sentence, row.on, row.known_at, row.recorded_by, "protection", row.struck_at is not None)


ACTS = {
    Act.CASE_OPENED: "The case was opened.",
    Act.CASE_CHANGED: "Who she is, or what is practical, was changed.",
    Act.CASE_CLOSED: "The case was closed.",
    Act.CASE_REOPENED: "The case was opened again.",
    Act.CASE_ASSIGNED: "Someone was asked to work with her.",
    Act.CASE_SHARED: "The case was shared with a named person.",
    Act.SHARE_ENDED: "A need to know was ended.",
    Act.GLASS_BROKEN: "The glass was broken in an emergency.",
    Act.WHEREABOUTS_CHANGED: "It was said where she is.",
    Act.CONSENT_RECORDED: "What she consents to was recorded.",
    Act.CONSENT_WITHDRAWN: "She withdrew a consent.",
    Act.REFERRAL_ASKED: "An organisation was asked to support her.",
    Act.REFERRAL_ANSWERED: "An organisation answered.",
    Act.SUPPORT_ENDED: "Support ended, as she no longer consented to it.",
    Act.PROTECTION_CORRECTED: "Something that was recorded by mistake was struck out.",
    Act.ALERT_TAKEN: "An alert was taken.",
    Act.MATTER_OPENED: "A decision was begun.",
    Act.ACCOUNT_DISCLOSED: "Her account was disclosed, as she consented.",
    Act.DECISION_MADE: "A decision was made.",
    Act.DECISION_SERVED: "A decision was served.",
    Act.RECONSIDERATION_ASKED: "Reconsideration was asked for.",
    Act.COPY_GIVEN: "She was given a copy of what is kept about her.",
    Act.ACCESS_GIVEN: "She was given all that is held about her.",
    Act.HANDED_OVER: "Another organisation took the case over.",
    Act.CASE_ERASED: "The case was erased.",
}
"""What is told of the record's acts on a case. Looks are told elsewhere; support is not told here."""
