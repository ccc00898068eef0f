"""The events of a case up to a day, in the order in which they happened, and the few questions rules ask of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from pentameter.victims.rules.events import ORDER, Case, Event, EventKind, Facts, Outcome

Match = Callable[[Event], bool]


@dataclass(frozen=True)
class History:
    """What had happened by the end of `today`, as far as its day is known."""

    events: tuple[Event, ...]
    today: date

    def of(self, *kinds: EventKind) -> tuple[Event, ...]:
        """The events of these kinds, in order."""
        return tuple(one for one in self.events if one.kind in kinds)

    @cached_property
    def positive_grounds(self) -> tuple[Event, ...]:
        """Positive reasonable grounds decisions, and reconsiderations that came to one."""
        return self._decided(EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE)

    @cached_property
    def conclusive(self) -> tuple[Event, ...]:
        """Conclusive grounds decisions as first made. What a reconsideration came to is in `conclusive_as`."""
        return self.of(EventKind.CONCLUSIVE_GROUNDS)

    def conclusive_as(self, outcome: Outcome) -> tuple[Event, ...]:
        """Conclusive grounds decisions of this outcome, those that a reconsideration came to among them."""
        return self._decided(EventKind.CONCLUSIVE_GROUNDS, outcome)

    @cached_property
    def refusals(self) -> tuple[Event, ...]:
        """Every negative decision, at whatever stage."""
        stages = (EventKind.REASONABLE_GROUNDS, EventKind.CONCLUSIVE_GROUNDS, EventKind.RECONSIDERATION_ENDED)
        return tuple(one for one in self.of(*stages) if one.outcome is Outcome.NEGATIVE)

    @cached_property
    def identified(self) -> tuple[Event, ...]:
        """Every positive decision, at whatever stage."""
        stages = (EventKind.REASONABLE_GROUNDS, EventKind.CONCLUSIVE_GROUNDS)
        return tuple(
            one
            for one in self.of(*stages, EventKind.RECONSIDERATION_ENDED, EventKind.APPEAL_ENDED)
            if one.outcome is Outcome.POSITIVE
        )

    def rests_on_old_facts(self, decision: Event) -> bool:
        """Whether a positive decision is a further one, on facts from before the first."""
        earlier = any(one.day < decision.day for one in self.positive_grounds)
        return decision.facts is Facts.OLD and earlier

    def _decided(self, stage: EventKind, outcome: Outcome) -> tuple[Event, ...]:
        return tuple(
            replace(one, kind=stage)
            for one in self.of(stage, EventKind.RECONSIDERATION_ENDED)
            if one.outcome is outcome and (one.kind is stage or one.about is stage)
        )


def history(case: Case, today: date) -> History:
    """The case's dated events up to `today`. The order depends on the events alone, not on how they arrived."""
    dated = (one for one in case.events if one.on is not None and one.on <= today)
    return History(tuple(sorted(dated, key=_key)), today)


def first_after(events: Iterable[Event], day: date) -> date | None:
    """The first day from `day` on, that day included, on which one of the events happened."""
    return min((one.day for one in events if one.day >= day), default=None)


def open_since(asks: Iterable[Event], ends: Iterable[Event]) -> date | None:
    """Since when a request is open: one that no end follows.

    An end closes what was open before its day. What was asked on that very day stays open, unless nothing else was
    there to be ended or a second end was recorded: when in doubt a request is open.
    """
    asked, ended = [one.day for one in asks], [one.day for one in ends]
    since: date | None = None
    for day in sorted({*asked, *ended}):
        left = ended.count(day)
        if left and since is not None:
            since, left = None, left - 1
        if since is None and day in asked and not left:
            since = day
    return since


def _key(event: Event) -> tuple[date, int, str]:
    return event.day, ORDER[event.kind], event.outcome or ""
