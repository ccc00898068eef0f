"""What looks like trawling, and what is the day's work."""

from datetime import UTC, datetime, timedelta

from pentameter.decisions.rules.screening.trawling import CheckFact, Trawl, at_night, suspicions

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def checks(count: int, *, minutes: int, lines: int = 1, now: datetime = NOON, surname: str = "") -> list[CheckFact]:
    """So many checks by one officer, so many minutes apart, the latest now."""
    surnames = (surname,) if surname else ()
    return [CheckFact("i", now - timedelta(minutes=minutes * number), lines, surnames) for number in range(count)]


def kinds(found: list[CheckFact], now: datetime = NOON) -> list[Trawl]:
    """What it looks like."""
    return [one.kind for one in suspicions(found, now=now)]


def test_a_days_work_looks_like_nothing() -> None:
    assert kinds([*checks(8, minutes=60, now=NOON, lines=300), *checks(10, minutes=45)][:15]) == []


def test_many_small_checks_within_an_hour() -> None:
    assert kinds(checks(11, minutes=5, lines=3)) == [Trawl.MANY_SMALL]
    assert kinds(checks(11, minutes=5, lines=6)) == []
    assert kinds(checks(11, minutes=7, lines=3)) == []


def test_single_names_over_a_day() -> None:
    assert kinds(checks(16, minutes=20)) == [Trawl.SINGLE_NAMES]
    assert kinds(checks(15, minutes=20)) == []


def test_small_checks_at_night() -> None:
    assert kinds(checks(4, minutes=20, lines=2, now=NIGHT), NIGHT) == [Trawl.ODD_HOURS]
    assert kinds(checks(3, minutes=20, lines=2, now=NIGHT), NIGHT) == []
    assert [hour for hour in range(24) if at_night(NOON.replace(hour=hour))] == [0, 1, 2, 3, 4, 5, 22, 23]


def test_the_same_surname_again_and_again() -> None:
    found = checks(4, minutes=60 * 24, surname="blind")
    assert kinds(found) == [Trawl.SAME_SURNAME]
    assert kinds(found[:3]) == []
    several = [CheckFact(str(number), one.at, one.lines, one.surnames) for number, one in enumerate(found)]
    assert kinds(several) == [Trawl.SAME_SURNAME]


def test_what_is_older_than_a_week_is_forgotten() -> None:
    assert kinds(checks(4, minutes=60 * 24 * 3, surname="blind")) == []
