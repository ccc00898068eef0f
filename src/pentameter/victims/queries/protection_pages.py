"""What a case's page of protection shows: both clocks in words, and every event they rest on, those struck out too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pentameter.access.api import Compartment, Operation, walls
from pentameter.kernel.actor import Actor
from pentameter.victims.models import CaseEvent, Erasure
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.queries.protections import event_value, today_of, value_of
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.cases import CaseState
from pentameter.victims.rules.correcting import may_agree, may_strike
from pentameter.victims.rules.determinations import grounds_of
from pentameter.victims.rules.erasure import Why
from pentameter.victims.rules.events import Clock, Event
from pentameter.victims.rules.holds import Hold
from pentameter.victims.rules.promise import at_the_earliest
from pentameter.victims.rules.protection import ClockAnswer, protection
from pentameter.victims.rules.wording import sentence


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as it was recorded, and whether it still counts."""

    id: UUID
    event: Event
    origin: str
    known_at: datetime
    recorded_by: str
    struck_at: datetime | None
    struck_by: str
    because: str
    asked_at: datetime | None
    asked_by: str
    may_strike: bool
    may_agree: bool

    @property
    def what(self) -> str:
        """The event, with how it went: "The reasonable grounds decision, positive"."""
        words = f"an event of a kind not known here ({self.event.said})" if self.event.said else self.event.kind.words
        how = f", {self.event.outcome.value}" if self.event.outcome else ""
        return f"{words[0].upper()}{words[1:]}{how}"


@dataclass(frozen=True, slots=True)
class ClockView:
    """One clock with the sentence of each hold. `name` is what it protects from, or gives."""

    name: str
    answer: ClockAnswer
    holds: tuple[tuple[str, Hold], ...]

    @property
    def earliest(self) -> str:
        """When it could end at the earliest, in words."""
        return at_the_earliest(self.answer)


@dataclass(frozen=True, slots=True)
class ErasureLine:
    """That the case be erased, as far as it has come."""

    why: str
    asked_at: datetime
    asked_by: str
    agreed_at: datetime | None
    agreed_by: str
    may_agree: bool


@dataclass(frozen=True, slots=True)
class ProtectionPage:
    """Both clocks, or the first alone for those who know nothing of support; the events; what the actor may do."""

    frame: Frame
    clocks: tuple[ClockView, ...]
    events: tuple[EventLine, ...]
    grounds: tuple[str, ...]
    may_record: bool
    may_determine: bool
    may_erase: bool
    erasure: ErasureLine | None

    @property
    def actors(self) -> frozenset[str]:
        """Everybody who is named on the page by their id."""
        found = {one.recorded_by for one in self.events} | {one.struck_by for one in self.events}
        found |= {one.asked_by for one in self.events}
        if self.erasure:
            found |= {self.erasure.asked_by, self.erasure.agreed_by}
        return frozenset(found - {""})


def protection_page(case: OpenCase, by: Actor) -> ProtectionPage:
    """The page of a case that was opened. Two SQL queries."""
    rows = list(CaseEvent.objects.filter(case=case.row).order_by("on", "known_at", "id"))
    value = value_of(case.row, (row for row in rows if row.struck_at is None), case.safe)
    now = protection(value, rule_book(), today=today_of(case.row))
    writes = case.state is CaseState.OPEN
    may_record = writes and case.may(by, Operation.RECORD_EVENT, Compartment.DECISION)
    shown = now.clocks[:1] if (by.role, Compartment.SUPPORT) in walls() else now.clocks
    return ProtectionPage(
        frame=frame_of(case, by, protection=now),
        clocks=tuple(_view(one, now.on) for one in shown),
        events=tuple(_lines(rows, case, by, may_record)),
        grounds=grounds_of(now),
        may_record=may_record,
        may_determine=writes and case.may(by, Operation.DETERMINE, Compartment.DECISION),
        may_erase=case.safe is not None and case.may(by, Operation.ERASE_CASE, Compartment.IDENTITY),
        erasure=erasure_of(case, by),
    )


def erasure_of(case: OpenCase, by: Actor) -> ErasureLine | None:
    """The erasure that was asked for or done. One SQL query."""
    row = Erasure.objects.filter(case=case.row, withdrawn_at=None).order_by("-asked_at").first()
    if row is None:
        return None
    second = may_agree(asked_by=row.asked_by, by=by.id).allowed and row.agreed_at is None
    may = second and case.may(by, Operation.ERASE_CASE, Compartment.IDENTITY)
    return ErasureLine(Why(row.why).words, row.asked_at, row.asked_by, row.agreed_at, row.agreed_by, may)


def _view(answer: ClockAnswer, today: date) -> ClockView:
    name = {Clock.REMOVAL: "Protection from removal", Clock.SUPPORT: "Support"}[answer.clock]
    return ClockView(name, answer, tuple((sentence(one, answer.clock, today), one) for one in answer.holds))


def _lines(rows: list[CaseEvent], case: OpenCase, by: Actor, may_record: bool) -> Iterator[EventLine]:
    for row in rows:
        event = event_value(row, case.safe)
        strikes = may_record and row.struck_at is None and may_strike(event, by.role, reason="a reason").allowed
        proposed = bool(row.strike_asked_by) and row.struck_at is None
        yield EventLine(
            id=row.id,
            event=event,
            origin=row.origin,
            known_at=row.known_at,
            recorded_by=row.recorded_by,
            struck_at=row.struck_at,
            struck_by=row.struck_by,
            because=_reason(row, case),
            asked_at=row.strike_asked_at if proposed else None,
            asked_by=row.strike_asked_by if proposed else "",
            may_strike=strikes and not proposed,
            may_agree=strikes and proposed and may_agree(asked_by=row.strike_asked_by, by=by.id).allowed,
        )


def _reason(row: CaseEvent, case: OpenCase) -> str:
    if row.struck_because is None or case.safe is None:
        return ""
    facts = case.safe.unseal(row.struck_because, bound_to=bound("struck", row.id))
    return str(facts.get("reason", "")) if isinstance(facts, Mapping) else ""
