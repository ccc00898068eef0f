"""How a suspect stands: the same whatever the order of recording; no charge is ever read without a check before it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pentameter.justice.rules.kinds import ABOUT_A_CHARGE, CLEARS, ORDER, OUTCOMES, Kind, Outcome
from pentameter.justice.rules.recording import may_record, may_strike
from pentameter.justice.rules.stages import Owner, Stage
from pentameter.justice.rules.standing import Event, Standing, as_known, in_order, standing, step, walk
from pentameter.kernel.actor import Jurisdiction, Role

FIRST = date(2026, 3, 1)
TODAY = FIRST + timedelta(days=60)
PLACE = Jurisdiction.ENGLAND_WALES
REASON = "It was recorded for another person by mistake"


def on(
    day: int, kind: Kind, outcome: Outcome | None = None, *, about: str = "", by: str = "p1", name: str = ""
) -> Event:
    """An event of the day, named after its kind and day."""
    moment = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=day)
    offence = "MSA15-2" if kind in (Kind.ARRESTED, Kind.CHARGED) else ""
    called = name or f"{kind.value}-{day}"
    return Event(called, kind, FIRST + timedelta(days=day), outcome, offence, about, by, moment)


ARREST = on(0, Kind.ARRESTED)
BAIL = on(1, Kind.BAILED)
CHECK = on(5, Kind.CHECKED, Outcome.NOTHING_FOUND)
CHARGE = on(6, Kind.CHARGED, Outcome.CHARGE, name="c1")
SECOND = on(7, Kind.CHARGED, Outcome.CHARGE, name="c2")
GUILTY = on(20, Kind.VERDICT, Outcome.CONVICTED, about="c1")
SENTENCE = on(21, Kind.SENTENCED, Outcome.CUSTODY, about="c1")
APPEAL = on(25, Kind.APPEALED, about="c1")
CHARGED = (ARREST, CHECK, CHARGE)
CONVICTED = (*CHARGED, GUILTY)


@pytest.mark.parametrize(
    ("events", "stage", "owner"),
    [
        ((), Stage.SUSPECTED, Owner.FORCE),
        ((ARREST,), Stage.ARRESTED, Owner.FORCE),
        ((ARREST, BAIL), Stage.ON_BAIL, Owner.FORCE),
        ((ARREST, on(2, Kind.RELEASED)), Stage.RELEASED, Owner.FORCE),
        ((ARREST, on(2, Kind.NO_ACTION)), Stage.NO_ACTION, Owner.NOBODY),
        ((ARREST, on(2, Kind.NO_ACTION), on(3, Kind.REOPENED)), Stage.SUSPECTED, Owner.FORCE),
        ((ARREST, CHECK), Stage.ARRESTED, Owner.FORCE),
        (CHARGED, Stage.CHARGED, Owner.COURT),
        ((CHECK, CHARGE), Stage.CHARGED, Owner.COURT),
        ((*CHARGED, on(8, Kind.APPEARED, about="c1")), Stage.APPEARED, Owner.COURT),
        ((*CHARGED, on(9, Kind.PLEADED, Outcome.GUILTY, about="c1")), Stage.PLEADED, Owner.COURT),
        ((*CHARGED, on(10, Kind.TRIED, about="c1")), Stage.IN_TRIAL, Owner.COURT),
        (CONVICTED, Stage.CONVICTED, Owner.COURT),
        ((*CHARGED, on(20, Kind.VERDICT, Outcome.ACQUITTED, about="c1")), Stage.ACQUITTED, Owner.NOBODY),
        ((*CHARGED, on(20, Kind.VERDICT, Outcome.DISCONTINUED, about="c1")), Stage.DISCONTINUED, Owner.NOBODY),
        ((*CHARGED, on(20, Kind.VERDICT, Outcome.NOT_AGREED, about="c1")), Stage.AGAIN, Owner.PROSECUTOR),
        ((*CONVICTED, SENTENCE), Stage.SENTENCED, Owner.NOBODY),
        ((*CONVICTED, SENTENCE, APPEAL), Stage.APPEALED, Owner.COURT),
        ((*CONVICTED, SECOND), Stage.CHARGED, Owner.COURT),
    ],
)
def test_the_stage_and_its_owner(events: tuple[Event, ...], stage: Stage, owner: Owner) -> None:
    found = walk(events)
    assert found.refused is None, found.reason
    assert (found.standing.stage, found.standing.owner) == (stage, owner)


@pytest.mark.parametrize(
    ("sentenced", "outcome", "stage"),
    [
        (True, Outcome.DISMISSED, Stage.SENTENCED),
        (False, Outcome.DISMISSED, Stage.CONVICTED),
        (True, Outcome.SENTENCE_CHANGED, Stage.SENTENCED),
        (True, Outcome.QUASHED, Stage.QUASHED),
        (True, Outcome.RETRIAL, Stage.AGAIN),
    ],
)
def test_how_an_appeal_ends(sentenced: bool, outcome: Outcome, stage: Stage) -> None:
    events = (*CONVICTED, *((SENTENCE,) if sentenced else ()), APPEAL, on(30, Kind.APPEAL_DECIDED, outcome, about="c1"))
    charge = standing(events).charges["c1"]
    assert charge.stage is stage
    assert charge.is_conviction is (stage in (Stage.SENTENCED, Stage.CONVICTED))
    assert (charge.convicted_on is not None) is charge.is_conviction


@pytest.mark.parametrize(
    ("decided", "instead"), [(None, "CJA09-71"), (Outcome.DISMISSED, "CJA09-71"), (Outcome.QUASHED, "")]
)
def test_a_conviction_of_another_offence_is_one_until_it_is_undone(decided: Outcome | None, instead: str) -> None:
    verdict = replace(on(20, Kind.VERDICT, Outcome.CONVICTED_OF_ANOTHER, about="c1"), offence="CJA09-71")
    after = (APPEAL, on(30, Kind.APPEAL_DECIDED, decided, about="c1")) if decided else ()
    charge = standing((*CHARGED, verdict, *after)).charges["c1"]
    assert (charge.offence, charge.instead, charge.is_conviction) == ("MSA15-2", instead, bool(instead))


REFUSED = [
    (BAIL,),
    (ARREST, CHARGE),
    (ARREST, CHARGE, on(7, Kind.CHECKED, Outcome.NOTHING_FOUND)),
    (ARREST, on(5, Kind.CHECKED, Outcome.NOT_TO_BE_CHARGED), CHARGE),
    (ARREST, on(2, Kind.NO_ACTION), CHECK, CHARGE),
    (*CHARGED, on(8, Kind.NO_ACTION)),
    (*CHARGED, SENTENCE),
    (*CHARGED, APPEAL),
    (*CHARGED, on(8, Kind.ORDERED, Outcome.CONFISCATION)),
    (*CONVICTED, on(22, Kind.VERDICT, Outcome.ACQUITTED, about="c1")),
    (*CONVICTED, on(30, Kind.APPEAL_DECIDED, Outcome.QUASHED, about="c1")),
    (*CHARGED, on(20, Kind.VERDICT, Outcome.CONVICTED, about="another")),
    (*CHARGED, on(20, Kind.VERDICT, Outcome.ACQUITTED, about="c1"), SENTENCE),
]


@pytest.mark.parametrize("number", range(len(REFUSED)))
def test_what_cannot_follow_is_refused_in_a_sentence(number: int) -> None:
    found = walk(REFUSED[number])
    assert found.refused is not None
    assert found.reason.endswith(".")


def test_a_risk_order_needs_no_conviction() -> None:
    assert walk((ARREST, on(8, Kind.ORDERED, Outcome.RISK))).refused is None
    assert walk((*CONVICTED, on(22, Kind.ORDERED, Outcome.CONFISCATION))).refused is None


def test_who_closed_charging_cannot_open_it() -> None:
    closed = on(3, Kind.CHECKED, Outcome.NOT_TO_BE_CHARGED, by="p1")
    same = walk((ARREST, closed, on(5, Kind.CHECKED, Outcome.MAY_BE_CHARGED, by="p1")))
    other = walk((ARREST, closed, on(5, Kind.CHECKED, Outcome.MAY_BE_CHARGED, by="p2"), CHARGE))
    assert same.refused is not None
    assert other.refused is None
    assert other.standing.stage is Stage.CHARGED


def test_a_check_dated_before_the_one_that_closed_does_not_open() -> None:
    closed = on(5, Kind.CHECKED, Outcome.NOT_TO_BE_CHARGED, by="p1")
    earlier = on(4, Kind.CHECKED, Outcome.MAY_BE_CHARGED, by="p1")
    assert walk((ARREST, closed, earlier, CHARGE)).refused == CHARGE


def test_new_facts_on_the_day_of_the_charge_do_not_undo_it() -> None:
    later = on(6, Kind.CHECKED, Outcome.NOT_TO_BE_CHARGED, by="p2")
    assert walk((*CHARGED, later)).refused is None
    assert standing((*CHARGED, later)).check == later


@pytest.mark.parametrize("number", range(0, 120, 7))
def test_the_order_of_recording_does_not_count(number: int) -> None:
    shuffled = list(permutations((ARREST, BAIL, CHECK, CHARGE, GUILTY)))[number]
    assert standing(shuffled) == standing((ARREST, BAIL, CHECK, CHARGE, GUILTY))


def test_what_was_struck_out_is_as_if_it_had_never_been() -> None:
    moment = datetime(2026, 4, 1, tzinfo=UTC)
    struck = Event("x", Kind.NO_ACTION, FIRST + timedelta(days=2), known_at=moment, struck_at=moment)
    assert standing((ARREST, struck)) == standing((ARREST,))


def test_as_it_was_known_at_a_moment() -> None:
    monday, tuesday = datetime(2026, 4, 6, tzinfo=UTC), datetime(2026, 4, 7, tzinfo=UTC)
    arrest = Event("a", Kind.ARRESTED, FIRST, offence="MSA15-2", known_at=monday, struck_at=tuesday)
    assert standing(as_known([arrest], monday)).stage is Stage.ARRESTED
    assert standing(as_known([arrest], tuesday)).stage is Stage.SUSPECTED
    assert standing(as_known([arrest], monday - timedelta(days=1))).stage is Stage.SUSPECTED


def slowly(events: list[Event]) -> Standing:
    """The twin: day by day, and on each day kind by kind in the order of the law, whatever was recorded when."""
    now = Standing()
    for day in range(-1, 100):
        of_day = [one for one in events if one.on == FIRST + timedelta(days=day) and one.struck_at is None]
        for kind in sorted(Kind, key=ORDER.__getitem__):
            for event in in_order(one for one in of_day if one.kind is kind):
                after = step(now, event)
                assert isinstance(after, Standing), after
                now = after
    return now


class Pipeline(RuleBasedStateMachine):
    """Anything of any day is recorded in any order, and struck out, as far as the rules let it."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[Event] = []
        self.number = 0

    @rule(
        kind=st.sampled_from([*Kind, Kind.CHECKED, Kind.CHARGED, Kind.VERDICT]),
        day=st.integers(0, 30),
        choice=st.integers(0, 5),
        charge=st.integers(0, 3),
        by=st.sampled_from(["p1", "p2"]),
    )
    def record(self, kind: Kind, day: int, choice: int, charge: int, by: str) -> None:
        outcomes = OUTCOMES.get(kind, (None,))
        charges = [one.id for one in self.events if one.kind is Kind.CHARGED and one.struck_at is None]
        about = charges[charge % len(charges)] if charges and kind in ABOUT_A_CHARGE else ""
        self.number += 1
        name = f"e{self.number}"
        new = on(day, kind, outcomes[choice % len(outcomes)], about=about, by=by, name=name)
        moment = datetime(2026, 6, 1, tzinfo=UTC) + timedelta(minutes=self.number)
        new = Event(new.id, kind, new.on, new.outcome, new.offence, about, by, moment)
        if may_record(self.events, new, PLACE, today=TODAY).allowed:
            self.events.append(new)

    @rule(
        which=st.integers(0, 40), by=st.sampled_from(["p1", "p2"]), role=st.sampled_from([Role.PROSECUTOR, Role.SYSTEM])
    )
    def strike(self, which: int, by: str, role: Role) -> None:
        standing_now = [one for one in self.events if one.struck_at is None]
        if not standing_now:
            return
        event = standing_now[which % len(standing_now)]
        if may_strike(standing_now, event, by=by, role=role, reason=REASON).allowed:
            struck = Event(
                *(event.id, event.kind, event.on, event.outcome, event.offence, event.about, event.by, event.known_at),
                struck_at=datetime(2026, 7, 1, tzinfo=UTC),
            )
            self.events[self.events.index(event)] = struck

    @invariant()
    def everything_that_was_let_in_can_be_read(self) -> None:
        assert walk(self.events).refused is None

    @invariant()
    def it_stands_as_if_recorded_in_time(self) -> None:
        assert standing(self.events) == slowly(self.events)
        assert standing(reversed(self.events)) == standing(self.events)

    @invariant()
    def no_charge_without_a_check_ever(self) -> None:
        kept = [one for one in self.events if one.struck_at is None]
        for charge in (one for one in kept if one.kind is Kind.CHARGED):
            clear = [one for one in kept if one.kind is Kind.CHECKED and one.outcome in CLEARS and one.on <= charge.on]
            assert clear, charge

    @invariant()
    def no_conviction_without_a_charge(self) -> None:
        now = standing(self.events)
        verdicts = {one.about for one in self.events if one.kind is Kind.VERDICT and one.struck_at is None}
        assert verdicts <= set(now.charges)


Pipeline.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestPipeline = Pipeline.TestCase
