"""What may be recorded of a case: nothing that cannot have happened, nothing that ends protection by a side door."""

from datetime import date

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.events import Case, Event, EventKind

FIRST_DAY = date(2000, 1, 1)


def may_record(event: Event, case: Case, *, today: date) -> Verdict:
    """Whether `event` may be added to what is known of the case on `today`."""
    if event.on is not None and event.on > today:
        return refused(f"{event.on:%-d %B %Y} has not come yet. Record what happened on its day or later.")
    if event.on is not None and event.on < FIRST_DAY:
        return refused(f"{event.on:%-d %B %Y} lies before anything that is recorded here. Check the year.")
    if event.kind is EventKind.UNKNOWN:
        return refused("Say what happened: this kind of event is not known here.")
    if event in case.events:
        return refused("This is recorded already.")
    return ALLOWED
