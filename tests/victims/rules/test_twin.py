"""The rules against their slow twin, over every jurisdiction, 2007 to 2040: properties, and a state machine."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Case, Clock, Event, Facts, Outcome, legal_day
from pentameter.victims.rules.events import EventKind as Kind
from pentameter.victims.rules.protection import protection
from pentameter.victims.rules.removal import may_remove
from tests.victims.rules import chance, twin

BOOK = rule_book()
SEEDED = settings(deadline=None, derandomize=True, max_examples=150, suppress_health_check=list(HealthCheck))


def differences(case, days=130, step=1):
    """The days and clocks on which the rules and the twin differ."""
    dated = [one.on for one in case.events if one.on]
    if not dated:
        return []
    walked = list(twin.walk(case, BOOK, max(dated) + timedelta(days=days)))
    return [
        (day, answer.clock, answer.protected, clocks[answer.clock])
        for day, clocks in walked[::step]
        for answer in protection(case, BOOK, today=day).clocks
        if answer.protected is not clocks[answer.clock]
    ]


@pytest.mark.parametrize("seed", range(40))
def test_the_twin_agrees_on_every_day(seed):
    rng = Random(seed)
    assert differences(chance.case(rng, BOOK, events=rng.randint(1, 8))) == []


@SEEDED
@given(st.integers(0, 10**9), st.integers(1, 8), st.integers(0, 400))
def test_late_and_out_of_order_arrival_change_nothing(seed, events, after):
    rng = Random(seed)
    case = chance.case(rng, BOOK, events=events)
    today = max((one.on for one in case.events if one.on), default=date(2024, 1, 1)) + timedelta(days=after - 200)
    shuffled = list(case.events)
    rng.shuffle(shuffled)
    late = [_known(one, rng.randint(0, 4_000)) for one in shuffled]
    again = Case(case.jurisdiction, frozenset(late), case.zone)
    assert _said(protection(again, BOOK, today=today)) == _said(protection(case, BOOK, today=today))


@SEEDED
@given(st.integers(0, 10**9), st.integers(0, 6), st.integers(0, 400))
def test_an_event_without_its_day_only_ever_protects(seed, events, after):
    rng = Random(seed)
    case = chance.case(rng, BOOK, events=events)
    undated = Case(case.jurisdiction, case.events | {Event(rng.choice(chance.ALL), outcome=Outcome.NEGATIVE)})
    today = date(2024, 1, 1) + timedelta(days=after)
    found = protection(undated, BOOK, today=today)
    assert found.removal.protected
    assert found.support.protected
    assert not may_remove(undated, BOOK, today=today).allowed


@SEEDED
@given(st.integers(0, 10**9), st.integers(1, 8), st.integers(0, 300))
def test_the_earliest_end_is_never_before_today_and_holds_without_news(seed, events, after):
    rng = Random(seed)
    case = chance.case(rng, BOOK, events=events)
    last = max((one.on for one in case.events if one.on), default=date(2024, 1, 1))
    today = last + timedelta(days=after)
    for clock in protection(case, BOOK, today=today).clocks:
        if clock.earliest_end is not None:
            assert clock.earliest_end >= today
            still = protection(case, BOOK, today=clock.earliest_end)
            assert {one.clock: one for one in still.clocks}[clock.clock].protected


@SEEDED
@given(st.integers(0, 10**9), st.integers(1, 8), st.integers(0, 30))
def test_no_grounds_decision_ends_what_was_said_not_to_end_before(seed, events, wait):
    """What is told as the earliest end holds, whatever is decided on the grounds afterwards."""
    rng = Random(seed)
    case = chance.case(rng, BOOK, events=events)
    today = max((one.on for one in case.events if one.on), default=date(2024, 1, 1))
    told = protection(case, BOOK, today=today)
    kind = rng.choice((Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS, Kind.LEAVE_REFUSED, Kind.WITHDRAWN))
    outcome = rng.choice((Outcome.POSITIVE, Outcome.NEGATIVE))
    news = Event(kind, today + timedelta(days=1 + wait), outcome=outcome)
    later = Case(case.jurisdiction, case.events | {news})
    for before in told.clocks:
        end = before.earliest_end
        if end is not None:
            after = protection(later, BOOK, today=end)
            assert {one.clock: one for one in after.clocks}[before.clock].protected


@pytest.mark.parametrize("zone", sorted({place.zone for place in BOOK.places.values() if place.zone}))
def test_a_moment_around_midnight_never_shortens_a_period(zone):
    """A decision at any hour around the nights on which clocks change protects for 30 days where the case is."""
    place = next(place for place in BOOK.places.values() if place.zone == zone)
    for night in (datetime(2024, 3, 30, 20, tzinfo=UTC), datetime(2024, 10, 26, 20, tzinfo=UTC)):
        for hours in range(12):
            moment = night + timedelta(hours=hours)
            day = legal_day(moment, ZoneInfo(zone))
            case = Case(place.code, frozenset({Event(Kind.REASONABLE_GROUNDS, day, outcome=Outcome.POSITIVE)}))
            last = legal_day(moment + timedelta(days=29), ZoneInfo(zone))
            assert protection(case, BOOK, today=last).removal.protected


def _known(event, days):
    return replace(event, known_at=datetime(2030, 1, 1, tzinfo=UTC) + timedelta(days=days))


def _said(found):
    return [(one.state, one.sentence, one.earliest_end, one.ended_on, one.outstanding) for one in found.clocks]


DAYS = st.integers(-20, 60)
FACTS = st.sampled_from([None, *Facts])


class CaseMachine(RuleBasedStateMachine):
    """A case as it comes in: events of any day in any order, and removal checks that must not pass while it runs."""

    @initialize(
        place=st.sampled_from(sorted(BOOK.places)),
        first=st.one_of(
            st.dates(date(2007, 1, 1), date(2040, 6, 1)),
            st.sampled_from(chance.TURNS),
            st.sampled_from(chance.LEAPS),
        ),
    )
    def begin(self, place, first):
        self.place, self.today, self.events = place, first, set()

    def add(self, kind, days, **fields):
        on = self.today + timedelta(days=days)
        until = on + timedelta(days=fields.pop("lasts")) if "lasts" in fields else None
        self.events.add(Event(kind, on, until=until, **fields))

    @rule(days=DAYS, kind=st.sampled_from([Kind.RECOGNISED, Kind.REFERRED, Kind.PERMISSION_GRANTED]))
    def is_found(self, days, kind):
        self.add(kind, days)

    @rule(days=DAYS, outcome=st.sampled_from([Outcome.POSITIVE, Outcome.NEGATIVE]), facts=FACTS)
    def reasonable_grounds(self, days, outcome, facts):
        self.add(Kind.REASONABLE_GROUNDS, days, outcome=outcome, facts=facts)

    @rule(days=DAYS, outcome=st.sampled_from([Outcome.POSITIVE, Outcome.NEGATIVE]))
    def conclusive_grounds(self, days, outcome):
        self.add(Kind.CONCLUSIVE_GROUNDS, days, outcome=outcome)

    @rule(days=DAYS, lasts=st.integers(0, 90), clock=st.sampled_from([None, *Clock]))
    def extension(self, days, lasts, clock):
        self.add(Kind.EXTENDED, days, lasts=lasts, clock=clock)

    @rule(days=DAYS)
    def withdrawal(self, days):
        self.add(Kind.WITHDRAWN, days)

    @rule(days=DAYS, about=st.sampled_from([Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS]), granted=st.booleans())
    def reconsideration_asked(self, days, about, granted):
        self.add(Kind.RECONSIDERATION_GRANTED if granted else Kind.RECONSIDERATION_ASKED, days, about=about)

    @rule(
        days=DAYS,
        about=st.sampled_from([Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS]),
        outcome=st.sampled_from([Outcome.POSITIVE, Outcome.NEGATIVE]),
    )
    def reconsideration_ended(self, days, about, outcome):
        self.add(Kind.RECONSIDERATION_ENDED, days, about=about, outcome=outcome)

    @rule(days=DAYS, kind=st.sampled_from([Kind.LEAVE_ASKED, Kind.LEAVE_GRANTED, Kind.LEAVE_REFUSED]))
    def leave(self, days, kind):
        self.add(kind, days, lasts=60)

    @rule(days=DAYS, ground=st.sampled_from(["public_order", "bad_faith", ""]), whole=st.booleans())
    def determination(self, days, ground, whole):
        review_on = self.today + timedelta(days=days + 30) if whole else None
        self.add(Kind.DISQUALIFIED, days, ground=ground, evidence="judgment", decider="authority", review_on=review_on)

    @rule(days=st.integers(1, 50))
    def days_pass(self, days):
        self.today += timedelta(days=days)

    @rule()
    def removal_check(self):
        case = self.case()
        verdict = may_remove(case, BOOK, today=self.today)
        self.events.add(Event(Kind.REMOVAL_CHECKED, self.today))
        if self.twin(case)[Clock.REMOVAL]:
            assert not verdict.allowed

    @invariant()
    def the_clocks_are_those_of_the_twin(self):
        case = self.case()
        expected = self.twin(case)
        for clock in protection(case, BOOK, today=self.today).clocks:
            assert clock.protected is expected[clock.clock], (self.today, clock.sentence, self.events)

    def case(self):
        return Case(self.place, frozenset(self.events))

    def twin(self, case):
        past = Case(case.jurisdiction, frozenset(one for one in case.events if one.on and one.on <= self.today))
        walked = list(twin.walk(past, BOOK, self.today))
        return walked[-1][1] if walked else dict.fromkeys(Clock, True)


TestCaseMachine = CaseMachine.TestCase
TestCaseMachine.settings = settings(
    deadline=None, derandomize=True, max_examples=60, stateful_step_count=25, suppress_health_check=list(HealthCheck)
)
