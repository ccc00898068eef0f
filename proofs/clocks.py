"""Clock cases: a story by chance, asked about on a day near where something could end, against the law by hand."""

from collections import Counter
from datetime import date
from random import Random

from tests.victims.rules.chance import LAST, LEAPS, TURNS

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Case, Event, EventKind, Outcome
from pentameter.victims.rules.protection import protection
from pentameter.victims.rules.removal import may_remove
from proofs.law import FOREVER, PLACES, UNITED_KINGDOM, Story, lasts

FIRST = date(2007, 10, 1)
IRELAND = date(2008, 6, 7).toordinal()


def run(seed: int, cases: int) -> Counter[str]:
    """So many clock cases; two make one story on one day. Counts, by name."""
    rng, book, counts = Random(seed), rule_book(), Counter[str]()
    for _ in range(cases // 2):
        story = _story(rng)
        case, unknown = _case(story, rng)
        today = _day(story, rng)
        day = date.fromordinal(today)
        answer = protection(case, book, today=day)
        must = {}
        for clock in answer.clocks:
            must[clock.clock.value] = unknown or today <= lasts(story, clock.clock.value, today)
            counts["clock cases"] += 1
            counts["protected"] += clock.protected
            counts["unknown, and protected"] += unknown and clock.protected
            counts["ended early"] += must[clock.clock.value] and not clock.protected
            counts["ran longer than the law by hand"] += clock.protected and not must[clock.clock.value]
        if must["removal"]:
            counts["removals cleared while it ran"] += may_remove(case, book, today=day).allowed
    return counts


def _story(rng: Random) -> Story:
    place = rng.choice(PLACES)
    found = rng.randint(FIRST.toordinal(), LAST.toordinal())
    if rng.random() < 0.3:
        found = rng.choice((*TURNS, *LEAPS)).toordinal() - rng.randint(0, 50)
    if place not in UNITED_KINGDOM:
        found = max(found, IRELAND)
    grounds = found + int(rng.random() ** 2 * 60) if rng.random() < 0.95 else None
    positive = rng.random() < 0.85
    conclusive = grounds + int(rng.random() ** 2 * 200) if grounds and positive and rng.random() < 0.7 else None
    determined = grounds + rng.randint(0, 80) if grounds and positive and rng.random() < 0.1 else None
    return Story(place, found, grounds, positive, conclusive, rng.random() < 0.5, determined)


def _case(story: Story, rng: Random) -> tuple[Case, bool]:
    """The story as events, and whether something of it was made unknown: a day or the jurisdiction."""
    permits = story.place == "norway" or (story.place == "ireland" and story.found < date(2024, 7, 17).toordinal())
    events = [Event(EventKind.REFERRED, date.fromordinal(story.found))]
    if story.grounds is not None and not (story.place in UNITED_KINGDOM and story.found < date(2009, 4, 1).toordinal()):
        events += [_first_decision(story, permits)]
        if story.conclusive is not None and not permits:
            outcome = Outcome.POSITIVE if story.confirmed else Outcome.NEGATIVE
            events += [Event(EventKind.CONCLUSIVE_GROUNDS, date.fromordinal(story.conclusive), outcome=outcome)]
        if story.determined is not None:
            events += [_determination(story.determined)]
    if rng.random() > 0.03:
        return Case(story.place, frozenset(events)), False
    if rng.random() < 0.5:
        return Case("atlantis", frozenset(events)), True
    lost = rng.randrange(len(events))
    events[lost] = Event(events[lost].kind, None, outcome=events[lost].outcome)
    return Case(story.place, frozenset(events)), True


def _first_decision(story: Story, permits: bool) -> Event:
    outcome = Outcome.POSITIVE if story.positive else Outcome.NEGATIVE
    day = date.fromordinal(story.grounds or 0)
    if permits:
        return Event(EventKind.PERMISSION_GRANTED if story.positive else EventKind.PERMISSION_REFUSED, day)
    return Event(EventKind.REASONABLE_GROUNDS, day, outcome=outcome)


def _determination(day: int) -> Event:
    review_on = date.fromordinal(day + 90)
    words = {"ground": "public_order", "evidence": "Judgment.", "decider": "competent authority"}
    return Event(EventKind.DISQUALIFIED, date.fromordinal(day), review_on=review_on, **words)


def _day(story: Story, rng: Random) -> int:
    """Mostly a day or two around one that matters, else any day of the following year."""
    if rng.random() < 0.3:
        return story.found + rng.randint(-5, 365)
    days = [story.found, story.grounds, story.conclusive, story.determined]
    ends = [lasts(story, clock, story.found + 400) for clock in ("removal", "support")]
    known = [day for day in (*days, *ends) if day is not None and day < FOREVER]
    return rng.choice(known) + rng.randint(-2, 2)
