"""How somebody stands before the gate to where a person is."""

from pentameter.audit.api import Event, times_since
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Verdict
from pentameter.victims.rules.reveals import WITHIN, factor_is_fresh, within_rate


def has_shown(by: Actor) -> bool:
    """Whether the actor showed their second factor lately enough to open where somebody is."""
    return factor_is_fresh(by, now=clock.now()).allowed


def may_look_again(by: Actor) -> Verdict:
    """Whether the actor may open where somebody is once more, as far as factor and number go. One SQL query."""
    fresh = factor_is_fresh(by, now=clock.now())
    return within_rate(by, looks_within_an_hour(by)) if fresh.allowed else fresh


def looks_within_an_hour(by: Actor) -> int:
    """How often the actor opened where somebody is within an hour. One SQL query."""
    return times_since(Event.WHEREABOUTS_READ, clock.now() - WITHIN, actor=by.id)
