"""What cannot have happened is not recorded."""

from datetime import date

import pytest

from pentameter.victims.rules.events import Case, Event, EventKind
from pentameter.victims.rules.recording import may_record

TODAY = date(2026, 3, 1)
REFERRED = Event(EventKind.REFERRED, on=date(2026, 2, 1))


@pytest.mark.parametrize(
    ("event", "allowed"),
    [
        (Event(EventKind.REFERRED, on=TODAY), True),
        (Event(EventKind.REFERRED, on=None), True),
        (Event(EventKind.REFERRED, on=date(2026, 3, 2)), False),
        (Event(EventKind.REFERRED, on=date(1989, 3, 2)), False),
        (Event(EventKind.UNKNOWN, on=TODAY, said="odd"), False),
        (REFERRED, False),
    ],
)
def test_what_may_be_recorded(event: Event, allowed: bool) -> None:
    case = Case("england_wales", frozenset({REFERRED}))
    assert may_record(event, case, today=TODAY).allowed is allowed
