"""Who records what, on which day, and what may be struck out."""

from datetime import date, timedelta

import pytest

from pentameter.justice.rules.kinds import OF_COURT, OF_FORCE, OF_PROSECUTOR, Kind, Outcome
from pentameter.justice.rules.recording import may_be_on, may_record, may_record_kind, may_strike, possible
from pentameter.justice.rules.standing import Event
from pentameter.kernel.actor import Jurisdiction, Role

TODAY = date(2026, 6, 1)
PLACE = Jurisdiction.ENGLAND_WALES
REASON = "It was recorded for another person"
ARREST = Event("a", Kind.ARRESTED, date(2026, 5, 1), offence="MSA15-2")
BAIL = Event("b", Kind.BAILED, date(2026, 5, 2))
CHECK = Event("k", Kind.CHECKED, date(2026, 5, 3), Outcome.NOTHING_FOUND, by="p1")
CLOSED = Event("k", Kind.CHECKED, date(2026, 5, 3), Outcome.NOT_TO_BE_CHARGED, by="p1")
CHARGE = Event("c", Kind.CHARGED, date(2026, 5, 4), Outcome.CHARGE, "MSA15-2")


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("role", list(Role))
def test_who_records_what(kind: Kind, role: Role) -> None:
    force = role in (Role.FORCE_OFFICER, Role.FORCE_SUPERVISOR)
    expected = (
        role is Role.SYSTEM
        or (kind in OF_FORCE and force)
        or (kind in OF_PROSECUTOR and role is Role.PROSECUTOR)
        or (kind in OF_COURT and (force or role is Role.PROSECUTOR))
    )
    assert may_record_kind(kind, role).allowed is expected


@pytest.mark.parametrize(
    ("day", "allowed"),
    [(None, False), (TODAY, True), (TODAY + timedelta(days=1), False), (date(1989, 12, 31), False)],
)
def test_the_day(day: date | None, allowed: bool) -> None:
    assert may_be_on(day, today=TODAY).allowed is allowed


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (Event("n", Kind.BAILED, date(2026, 4, 1)), "Day: No arrest stands"),
        (Event("n", Kind.ARRESTED, date(2026, 5, 9)), "Offence: choose"),
        (Event("n", Kind.VERDICT, date(2026, 5, 9)), "Verdict: choose"),
        (Event("n", Kind.VERDICT, date(2026, 5, 9), Outcome.GUILTY), "Verdict: choose"),
        (Event("n", Kind.APPEARED, date(2026, 5, 9)), "Charge: choose"),
        (Event("n", Kind.NO_ACTION, date(2026, 5, 3)), "Day: recorded on 3 May 2026, it would leave no room"),
        (Event("n", Kind.ORDERED, date(2026, 5, 9), Outcome.RISK), ""),
        (Event("n", Kind.ARRESTED, date(2026, 4, 1), offence="MSA15-2"), ""),
    ],
)
def test_what_cannot_stand_is_refused_at_its_field(new: Event, sentence: str) -> None:
    found = may_record([ARREST, BAIL, CHECK, CHARGE], new, PLACE, today=TODAY)
    assert found.allowed is not bool(sentence)
    assert found.reason.startswith(sentence)


@pytest.mark.parametrize(
    ("events", "event", "by", "role", "reason", "allowed"),
    [
        ([ARREST], ARREST, "o", Role.FORCE_OFFICER, REASON, True),
        ([ARREST], ARREST, "o", Role.PROSECUTOR, REASON, False),
        ([ARREST], ARREST, "o", Role.FORCE_OFFICER, "wrong", False),
        ([ARREST, BAIL], ARREST, "o", Role.FORCE_OFFICER, REASON, False),
        ([ARREST, CHECK, CHARGE], CHECK, "p2", Role.PROSECUTOR, REASON, False),
        ([ARREST, CHECK], CHECK, "p1", Role.PROSECUTOR, REASON, True),
        ([ARREST, CLOSED], CLOSED, "p1", Role.PROSECUTOR, REASON, False),
        ([ARREST, CLOSED], CLOSED, "p2", Role.PROSECUTOR, REASON, True),
    ],
)
def test_striking_out(events: list[Event], event: Event, by: str, role: Role, reason: str, allowed: bool) -> None:
    assert may_strike(events, event, by=by, role=role, reason=reason).allowed is allowed


def test_a_page_offers_what_could_be_recorded_today() -> None:
    assert possible([], TODAY) >= {Kind.ARRESTED, Kind.CHECKED, Kind.NO_ACTION}
    assert Kind.BAILED not in possible([], TODAY)
    assert Kind.CHARGED not in possible([ARREST], TODAY)
    assert {Kind.CHARGED, Kind.BAILED} <= possible([ARREST, CHECK], TODAY)
    assert Kind.VERDICT in possible([ARREST, CHECK, CHARGE], TODAY)
    assert Kind.SENTENCED not in possible([ARREST, CHECK, CHARGE], TODAY)
