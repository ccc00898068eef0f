"""How a suspect stands: a pure function of the set of events that stand, whenever each was recorded.

Events are read by their day, and within a day in the order of the law. So one that is recorded late gives the state
that it would have given in time, and one that is struck out leaves the state as if it had never been.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pentameter.justice.rules.kinds import ABOUT_A_CHARGE, CLEARS, CONVICTS, ORDER, Kind, Outcome
from pentameter.justice.rules.orders import needs_conviction
from pentameter.justice.rules.stages import GUILTY, OWNERS, Owner, Stage, follows


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a suspect. `on` is its day, `known_at` the moment at which it was recorded.

    `about` is the id of the charge that it concerns; `by` who recorded it, which counts for checks.
    """

    id: str
    kind: Kind
    on: date
    outcome: Outcome | None = None
    offence: str = ""
    about: str = ""
    by: str = ""
    known_at: datetime | None = None
    struck_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge, and how far it has come. `instead` is the offence of which the court convicted, where it is another."""

    id: str
    offence: str
    on: date
    stage: Stage = Stage.CHARGED
    since: date | None = None
    convicted_on: date | None = None
    instead: str = ""
    sentenced: bool = False

    @property
    def is_conviction(self) -> bool:
        """Whether a conviction stands on it."""
        return self.stage in GUILTY


@dataclass(frozen=True, slots=True)
class Standing:
    """How a suspect stands. `before` is the stage until a charge; `checks` in their order."""

    before: Stage = Stage.SUSPECTED
    since: date | None = None
    charges: Mapping[str, Charge] = field(default_factory=dict)
    checks: tuple[Event, ...] = ()
    arrests: int = 0

    @property
    def check(self) -> Event | None:
        """The check that counts: the last."""
        return self.checks[-1] if self.checks else None

    @property
    def stage(self) -> Stage:
        """The stage that stands for all: of several charges, the one that has furthest to go."""
        if not self.charges:
            return self.before
        return min((one.stage for one in self.charges.values()), key=_FURTHEST.index)

    @property
    def owner(self) -> Owner:
        """Who has to act."""
        return OWNERS[self.stage]

    @property
    def stage_since(self) -> date | None:
        """Since when it stands so."""
        days = [one.since or one.on for one in self.charges.values() if one.stage is self.stage]
        return max(days, default=self.since)


_FURTHEST = (
    *(Stage.CHARGED, Stage.APPEARED, Stage.PLEADED, Stage.IN_TRIAL, Stage.AGAIN, Stage.APPEALED, Stage.CONVICTED),
    *(Stage.SENTENCED, Stage.QUASHED, Stage.ACQUITTED, Stage.DISCONTINUED),
)


@dataclass(frozen=True, slots=True)
class Walk:
    """The standing after the events, and the first event that could not follow, with the sentence that says why."""

    standing: Standing
    refused: Event | None = None
    reason: str = ""


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events as they are read: by day, then in the order of the law, then by what they say. Never by when recorded,
    but for two checks of one day, of which the later counts.
    """
    return sorted((one for one in events if one.struck_at is None), key=_key)


def _key(event: Event) -> tuple[object, ...]:
    moment = event.known_at.isoformat() if event.kind is Kind.CHECKED and event.known_at else ""
    return event.on, ORDER[event.kind], moment, event.about, event.outcome or "", event.offence, event.id


def walk(events: Iterable[Event]) -> Walk:
    """Read the events to the end, or to the first that cannot follow what came before."""
    now = Standing()
    for event in in_order(events):
        after = step(now, event)
        if isinstance(after, str):
            return Walk(now, event, after)
        now = after
    return Walk(now)


def standing(events: Iterable[Event]) -> Standing:
    """How it stands. What was let in can be read to the end."""
    return walk(events).standing


def as_known(events: Iterable[Event], moment: datetime) -> list[Event]:
    """The events as they were known at a moment: recorded by then, and not yet struck out."""
    return [
        replace(one, struck_at=None)
        for one in events
        if one.known_at is not None and one.known_at <= moment and (one.struck_at is None or one.struck_at > moment)
    ]


def step(now: Standing, event: Event) -> Standing | str:
    """The standing after one more event, or the sentence that refuses it."""
    if event.kind is Kind.CHECKED:
        return _checked(now, event)
    if event.kind is Kind.ORDERED:
        return _ordered(now, event)
    if event.kind in ABOUT_A_CHARGE:
        return _in_court(now, event)
    return _before(now, event)


def _checked(now: Standing, event: Event) -> Standing | str:
    held = now.check
    if held and held.outcome is Outcome.NOT_TO_BE_CHARGED and event.outcome in CLEARS and held.by == event.by:
        return "You decided that there is to be no charge. Another prosecutor looks at it again."
    return replace(now, checks=(*now.checks, event))


def _ordered(now: Standing, event: Event) -> Standing | str:
    convicted = any(one.is_conviction for one in now.charges.values())
    if event.outcome is not None and needs_conviction(event.outcome) and not convicted:
        return (
            f"A {event.outcome.words} follows a conviction, and none stands before this day. Record the verdict first."
        )
    return now


def _in_court(now: Standing, event: Event) -> Standing | str:
    charge = now.charges.get(event.about)
    if charge is None:
        return (
            "The charge that this concerns does not stand before this day. Record the charge first, or check the day."
        )
    after = follows(charge.stage, event.kind, event.outcome)
    if not isinstance(after, Stage):
        return after
    return replace(now, charges={**now.charges, charge.id: _moved(charge, after, event)})


def _moved(charge: Charge, stage: Stage, event: Event) -> Charge:
    sentenced = charge.sentenced or event.kind is Kind.SENTENCED
    if stage is Stage.SENTENCED and not sentenced:
        stage = Stage.CONVICTED  # an appeal that ended before the sentence
    convicted, instead = charge.convicted_on, charge.instead
    if event.outcome in CONVICTS:
        convicted, instead = event.on, event.offence
    if stage in (Stage.QUASHED, Stage.AGAIN):
        convicted, instead, sentenced = None, "", False
    return replace(charge, stage=stage, since=event.on, convicted_on=convicted, instead=instead, sentenced=sentenced)


def _before(now: Standing, event: Event) -> Standing | str:
    after = follows(now.before, event.kind)
    if not isinstance(after, Stage):
        return after
    arrests = now.arrests + (event.kind is Kind.ARRESTED)
    moved = replace(now, before=after, since=event.on, arrests=arrests)
    return _charged(moved, event) if event.kind is Kind.CHARGED else moved


def _charged(now: Standing, event: Event) -> Standing | str:
    """No charge without a check that was made by its day and recorded before the charge was. Of checks of the very day
    one that lets it go on is enough to read what happened; whether a charge may be recorded now is asked besides, of
    the check that counts now (`rules.screen`).
    """
    known = [one for one in now.checks if _known_to(one, event)]
    that_day = [one for one in known if one.on == event.on]
    before = [one for one in known if one.on < event.on]
    counting = [*before[-1:], *that_day]
    if not counting:
        return (
            "No non-punishment check stands before this day that was recorded before the charge. "
            "A prosecutor makes the check before any charge."
        )
    if not any(one.outcome in CLEARS for one in counting):
        return "The non-punishment check says that there is to be no charge. Another prosecutor may look at it again."
    return replace(now, charges={**now.charges, event.id: Charge(event.id, event.offence, event.on)})


def _known_to(check: Event, charge: Event) -> bool:
    """Whether a check had been recorded when the charge was: one that is dated back later does not make it right. A
    charge without a moment is only tried out.
    """
    return charge.known_at is None or (check.known_at is not None and check.known_at <= charge.known_at)
