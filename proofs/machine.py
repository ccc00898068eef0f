"""State-machine steps: cases grow event by event, in any order, and are compared with the slow twin after each step."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from tests.victims.rules import chance, twin

from pentameter.victims.rules.book import RuleBook, rule_book
from pentameter.victims.rules.events import Case, Clock, Event
from pentameter.victims.rules.protection import protection
from pentameter.victims.rules.removal import may_remove

STEPS_A_CASE = 20


def run(seed: int, steps: int) -> Counter[str]:
    """So many steps: an event recorded (late ones too), days that pass, a removal check."""
    rng, book, counts = Random(seed), rule_book(), Counter[str]()
    while counts["steps"] < steps:
        place = rng.choice(tuple(book.places)) if rng.random() < 0.99 else "atlantis"
        today, events = chance.beginning(rng), set[Event]()
        counts["cases"] += 1
        for _ in range(min(STEPS_A_CASE, steps - counts["steps"])):
            if rng.random() < 0.55:
                events.add(chance.event(rng, today - timedelta(days=int(rng.random() ** 4 * 60))))
            else:
                today += timedelta(days=rng.choice((1, 2, 5, 14, 30)))
            counts["steps"] += 1
            _compare(Case(place, frozenset(events)), book, today, counts)
    return counts


def _compare(case: Case, book: RuleBook, today: date, counts: Counter[str]) -> None:
    protects = _twin(case, book, today)
    for clock in protection(case, book, today=today).clocks:
        counts["unknown, and protected"] += bool(clock.doubts) and clock.protected
        counts["protected"] += clock.protected
        counts["ended early"] += protects[clock.clock] and not clock.protected
        counts["ran longer than the twin"] += clock.protected and not protects[clock.clock]
    allowed = may_remove(case, book, today=today).allowed
    counts["removals cleared"] += allowed
    counts["removals cleared while it ran"] += allowed and protects[Clock.REMOVAL]


def _twin(case: Case, book: RuleBook, today: date) -> dict[Clock, bool]:
    known = {one for one in case.events if one.on is None or one.on <= today}
    walked = dict(twin.walk(Case(case.jurisdiction, frozenset(known)), book, today))
    undated = any(one.on is None for one in case.events)
    return dict.fromkeys(Clock, True) if undated or not walked else walked[today]
