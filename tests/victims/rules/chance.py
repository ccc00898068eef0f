"""Cases by chance, for the properties and for `python -m proofs`: every jurisdiction, 2007 to 2040, every event."""

from datetime import UTC, date, datetime, timedelta
from random import Random

from pentameter.victims.rules.events import Case, Clock, Event, Facts, Outcome
from pentameter.victims.rules.events import EventKind as Kind
from pentameter.victims.rules.law import RuleBook

FIRST, LAST = date(2007, 1, 1), date(2040, 12, 31)
TURNS = (
    date(2009, 4, 1),
    date(2015, 1, 14),
    date(2018, 4, 1),
    date(2022, 4, 28),
    date(2022, 12, 13),
    date(2023, 1, 30),
)
"""Days on which a rule takes the place of another."""

LEAPS = tuple(date(year, 2, 29) for year in range(2008, 2041, 4))
USUAL = (
    *(Kind.RECOGNISED, Kind.REFERRED, Kind.REASONABLE_GROUNDS, Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS),
    *(Kind.CONCLUSIVE_GROUNDS, Kind.PERMISSION_GRANTED, Kind.EXTENDED, Kind.WITHDRAWN, Kind.RECONSIDERATION_ASKED),
    *(Kind.RECONSIDERATION_ENDED, Kind.LEAVE_ASKED, Kind.LEAVE_GRANTED, Kind.DISQUALIFIED, Kind.REMOVAL_CHECKED),
)
ALL = tuple(kind for kind in Kind if kind is not Kind.UNKNOWN)


def beginning(rng: Random) -> date:
    """A first day: often one on which the law, the month or the clocks turn."""
    if rng.random() < 0.3:
        return rng.choice((*TURNS, *LEAPS)) + timedelta(days=rng.randint(-50, 3))
    return FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))


def case(rng: Random, book: RuleBook, *, events: int) -> Case:
    """A case of so many events within about a year, most of them as they are usually recorded."""
    first = beginning(rng)
    found = {event(rng, first + timedelta(days=int(rng.random() ** 2 * 250))) for _ in range(events)}
    place = rng.choice(tuple(book.places)) if rng.random() < 0.99 else "atlantis"
    return Case(place, frozenset(found))


def event(rng: Random, on: date) -> Event:
    """An event; one in five hundred lacks its day, one in three hundred its outcome or its end."""
    kind = rng.choice(USUAL if rng.random() < 0.7 else ALL)
    whole = rng.random() > 0.003
    words = {name: name if rng.random() < 0.95 else " " for name in ("evidence", "decider", "reasons")}
    return Event(
        kind,
        None if rng.random() < 0.002 else on,
        outcome=_outcome(rng, kind) if whole else None,
        about=rng.choice((Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS)) if whole else None,
        until=on + timedelta(days=rng.randint(0, 120)) if whole else None,
        clock=rng.choice((None, Clock.REMOVAL, Clock.SUPPORT)),
        facts=rng.choice((None, Facts.NEW, Facts.OLD)),
        ground=rng.choice(("public_order", "bad_faith", "tiredness")),
        review_on=on + timedelta(days=rng.randint(-1, 60)) if whole else None,
        known_at=datetime(on.year, on.month, on.day, tzinfo=UTC) + timedelta(days=rng.randint(0, 90)),
        **words,
    )


def _outcome(rng: Random, kind: Kind) -> Outcome | None:
    if kind is Kind.DETERMINATION_REVIEWED:
        return rng.choice((Outcome.UPHELD, Outcome.REVOKED))
    return rng.choice((Outcome.POSITIVE, Outcome.NEGATIVE))
