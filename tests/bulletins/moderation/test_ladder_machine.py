"""The ladder as a machine, against an oracle that is written from what was promised and knows nothing of the code.

A ladder: note, warning, comments checked first, suspended for a time, privilege withdrawn. A second moderator for the
withdrawal. Strikes expire (after a year at the most). An appeal within 20 days, to another moderator, answered in the
record. No shadow bans: whatever holds, the reader was told.

Days pass by moving everything that was written into the past.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from django.db.models import F, Model
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

import cast
from bulletins import moderating, people
from pentameter.audit.models import Entry
from pentameter.bulletins.comments.models import Appeal, Comment, Letter, Measure, Standing
from pentameter.bulletins.comments.queries.privilege import has_privilege, steps_of
from pentameter.bulletins.comments.rules.ladder import Step, is_checked_first
from pentameter.bulletins.comments.services.appealing import appeal
from pentameter.bulletins.moderation.models import AppealAnswer, Decision
from pentameter.bulletins.moderation.models import Step as StepRow
from pentameter.bulletins.moderation.queries.readers import breaches_of
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.bulletins.moderation.rules.ladder import counting
from pentameter.bulletins.moderation.services.answering import answer_appeal, bring_answers
from pentameter.bulletins.moderation.services.bringing import bring_waiting
from pentameter.bulletins.moderation.services.disciplining import (
    NewStep,
    bring_steps,
    lift_step,
    second_step,
    take_step,
)
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.clock import LONDON
from pentameter.kernel.verdict import Refused
from public_door import BOTH

MODERATORS = (cast.moderator, cast.second_moderator, cast.third_moderator)
NEEDED = {"note": 0, "warning": 1, "checked": 1, "suspended": 2, "withdrawn": 3}
HOLDS_FOR = {"note": 90, "warning": 180, "checked": 90}
WRITTEN: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (StepRow, ("at", "until", "seconded_at", "refused_at", "lifted_at")),
    (Measure, ("began_at", "until", "lifted_at")),
    (Decision, ("at",)),
    (Standing, ("decided_at",)),
    (Appeal, ("at",)),
    (AppealAnswer, ("at",)),
)


@dataclass
class Promised:
    """A step as it was promised: what holds, since when, and who had a part in it."""

    id: UUID
    step: str
    by: str
    began: datetime | None
    until: datetime | None
    second: str = ""
    settled: bool = True
    lifted: bool = False
    appeal: UUID | None = None
    answered: bool = False

    def holds(self, now: datetime) -> bool:
        return self.began is not None and not self.lifted and (self.until is None or now < self.until)


@dataclass
class Strike:
    """A comment that was removed under a rule."""

    comment: Comment
    decision: UUID
    by: str
    at: datetime
    struck: bool = False
    appeal: UUID | None = None
    answered: bool = False


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


who = st.sampled_from(MODERATORS)
which = st.integers(0, 30)
lengths = st.sampled_from([7, 14, 30, 90, 8])
Who = Callable[[], Actor]


class Ladder(RuleBasedStateMachine):
    """One reader, three moderators."""

    def __init__(self) -> None:
        super().__init__()
        self.databases = ExitStack()
        for alias in BOTH:
            self.databases.enter_context(transaction.atomic(using=alias))

    def teardown(self) -> None:
        for alias in BOTH:
            transaction.set_rollback(True, using=alias)
        self.databases.close()

    @initialize(removed=st.sampled_from([0, 3, 4]))
    def begins(self, removed: int) -> None:
        people.article()
        self.reader = people.reader()
        self.steps: list[Promised] = []
        self.strikes: list[Strike] = []
        for _ in range(removed):
            self.removes(cast.moderator)

    @rule(by=who)
    def removes(self, by: Who) -> None:
        comment = people.comment(self.reader, f"Insult {len(self.strikes)}.")
        decision = moderating.decided(comment, Act.REMOVE, by=by())
        self.strikes.append(Strike(comment, decision, by().id, clock.now()))

    @rule(by=who, step=st.sampled_from(list(Step)), days=lengths, words=st.sampled_from(["Why.", " "]))
    def takes(self, by: Who, step: Step, days: int, words: str) -> None:
        counted = sum(not one.struck and clock.today() < _day(one.at) + timedelta(days=365) for one in self.strikes)
        right = counted >= NEEDED[step.value] and bool(words.strip()) and (step is not Step.SUSPENDED or days != 8)
        made: list[UUID] = []
        new = NewStep(self.reader.pk, step, words, days=days)
        assert self.did(lambda: made.append(take_step(new=new, by=by(), today=clock.today()))) is right
        if made:
            waits, now = step is Step.WITHDRAWN, clock.now()
            length = days if step is Step.SUSPENDED else HOLDS_FOR.get(step.value)
            until = now + timedelta(days=length) if length else None
            began = None if waits else now
            self.steps.append(Promised(made[0], step.value, by().id, began, until, settled=not waits))

    @rule(by=who, number=which, agrees=st.booleans())
    def seconds(self, by: Who, number: int, agrees: bool) -> None:
        if one := self._one([one for one in self.steps if one.step == "withdrawn"] or self.steps, number):
            right = not one.settled and one.by != by().id
            assert self.did(lambda: second_step(step_id=one.id, agrees=agrees, by=by())) is right
            if right:
                one.settled, one.second = True, by().id
                one.began = clock.now() if agrees else None

    @rule(by=who, number=which)
    def lifts(self, by: Who, number: int) -> None:
        if one := self._one(self.steps, number):
            right = one.began is not None and not one.lifted
            assert self.did(lambda: lift_step(step_id=one.id, because="It was enough.", by=by())) is right
            one.lifted = one.lifted or right

    @rule(number=which)
    def appeals(self, number: int) -> None:
        if one := self._one([*self.steps, *self.strikes], number):
            began = one.began if isinstance(one, Promised) else one.at
            in_time = began is not None and clock.today() <= _day(began) + timedelta(days=20)
            right = in_time and one.appeal is None
            decision, made = one.id if isinstance(one, Promised) else one.decision, list[UUID]()
            said = {"decision": decision, "words": "It was fair.", "reader_id": self.reader.pk}
            assert self.did(lambda: made.append(appeal(**said))) is right
            one.appeal = made[0] if made else one.appeal

    @rule(by=who, number=which, upheld=st.booleans())
    def answers(self, by: Who, number: int, upheld: bool) -> None:
        if one := self._one([one for one in (*self.steps, *self.strikes) if one.appeal], number):
            part = {one.by, one.second} if isinstance(one, Promised) else {one.by}
            right = not one.answered and by().id not in part
            assert one.appeal is not None
            given = {"appeal_id": one.appeal, "upheld": upheld, "words": "We looked again.", "by": by()}
            assert self.did(lambda: answer_appeal(**given)) is right
            if right:
                self._answered(one, upheld)

    def _answered(self, one: Promised | Strike, upheld: bool) -> None:
        one.answered = True
        assert Entry.objects.filter(event="appeal_answered", subject_id=str(one.appeal)).count() == 1
        if isinstance(one, Promised):
            one.lifted = one.lifted or upheld
        else:
            one.struck = one.struck or upheld

    @rule(days=st.sampled_from([1, 7, 19, 20, 21, 90, 180, 364, 365]))
    def days_pass(self, days: int) -> None:
        gone = timedelta(days=days)
        for model, fields in WRITTEN:
            model._default_manager.update(**{field: F(field) - gone for field in fields})
        for step in self.steps:
            step.began = step.began and step.began - gone
            step.until = step.until and step.until - gone
        for strike in self.strikes:
            strike.at -= gone

    @invariant()
    def the_reader_may_comment_unless_suspended_or_without_the_privilege(self) -> None:
        now = clock.now()
        forbidding = [one for one in self.steps if one.step in ("suspended", "withdrawn") and one.holds(now)]
        assert has_privilege(self.reader.pk, now=now).allowed is not bool(forbidding)

    @invariant()
    def comments_are_checked_first_from_that_step_on(self) -> None:
        now = clock.now()
        promised = any(one.step in ("checked", "suspended", "withdrawn") and one.holds(now) for one in self.steps)
        assert is_checked_first(steps_of(self.reader.pk), now=now) is promised

    @invariant()
    def strikes_expire_and_are_struck(self) -> None:
        today = clock.today()
        promised = sum(not one.struck and today < _day(one.at) + timedelta(days=365) for one in self.strikes)
        assert counting(breaches_of(self.reader.pk), today=today) == promised

    @invariant()
    def whatever_was_done_was_told(self) -> None:
        told = set(Letter.objects.filter(reader=self.reader).values_list("about", flat=True))
        assert {f"step {one.id} 1" for one in self.steps if one.began} <= told
        assert {f"decision {one.decision}" for one in self.strikes} <= told
        assert {f"appeal {one.appeal}" for one in (*self.steps, *self.strikes) if one.answered} <= told
        assert not {f"step {one.id} 1" for one in self.steps if one.began is None} & told

    def did(self, act: Callable[[], object]) -> bool:
        """Whether it was allowed; what was done is brought to the public door, as the worker does."""
        try:
            act()
        except Refused:
            return False
        bring_steps()
        bring_waiting()
        bring_answers()
        return True

    @staticmethod
    def _one(several: list, number: int):
        return several[number % len(several)] if several else None


@pytest.mark.django_db(databases=BOTH)
def test_the_ladder_holds_what_was_promised() -> None:
    run_state_machine_as_test(Ladder, settings=settings(max_examples=15, stateful_step_count=25, deadline=None))


@pytest.mark.django_db(databases=BOTH)
def test_a_walk_that_meets_the_promises_of_a_withdrawal() -> None:
    """So that the machine does not agree because it never gets there."""
    walk = Ladder()
    walk.begins(removed=3)
    walk.takes(by=cast.moderator, step=Step.WITHDRAWN, days=7, words="Why.")
    for by in MODERATORS:
        walk.seconds(by=by, number=0, agrees=True)
    walk.the_reader_may_comment_unless_suspended_or_without_the_privilege()
    walk.days_pass(days=20)
    walk.appeals(number=0)
    for by in MODERATORS:
        walk.answers(by=by, number=0, upheld=True)
    walk.the_reader_may_comment_unless_suspended_or_without_the_privilege()
    walk.whatever_was_done_was_told()
    assert walk.steps[0].lifted
    walk.teardown()
