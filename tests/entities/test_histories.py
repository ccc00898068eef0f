"""Over random histories of judging and undoing the tables say what the surviving judgements say, and nothing else."""

from random import Random
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from entities.ground import state
from entities.histories import AGENCIES, World, findings, pairs, scores, told
from pentameter.entities.models import Placing
from pentameter.entities.queries.contradictions import contradictions_around
from pentameter.entities.rules.judgements import Finding, Way
from pentameter.entities.services import mend_placings
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db
over_tables = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

judgements = st.tuples(pairs, findings)
CLOSE = ((0, 1), (0, 2), (1, 2))
on_few = st.tuples(st.sampled_from(CLOSE), findings)
"""Judgements on three mentions: the same pairs are judged again and again."""
Some = st.SearchStrategy[tuple[tuple[int, int], Finding]]


@pytest.fixture
def world() -> World:
    return World().begin()


@given(st.one_of(st.just(judgements), st.just(on_few)), st.data())
@over_tables
def test_undo_of_any_one_is_as_if_it_had_never_been_made(world: World, some: Some, data: st.DataObject) -> None:
    """Made anywhere in the history, and undone anywhere after: placings, alerts and contradictions are the same."""
    said = data.draw(st.lists(some, min_size=1, max_size=8))
    one, at = data.draw(some), data.draw(st.integers(0, len(said)))
    undone_at = data.draw(st.integers(at, len(said)))
    never = _lived(world, said)
    with world.history() as history:
        for number in range(len(said) + 1):
            if number == at:
                wrong = history.judge(*one)
            if number == undone_at:
                history.undo(wrong)
            if number < len(said):
                history.judge(*said[number])
        history.check()
        assert _alone(_picture(history), never) == never


def _lived(world: World, said: list) -> tuple:
    with world.history() as history:
        for one in said:
            history.judge(*one)
        return _picture(history)


def _picture(history: World) -> tuple[dict[UUID, tuple[UUID, UUID]], set, set]:
    """Placings, alerts and contradictions, the latter by their pairs: identifiers differ from one life to the next."""
    from pentameter.entities.models import Judgement

    pair = {row.id: (row.left_id, row.right_id) for row in Judgement.objects.all()}
    against = {(pair[one.same], pair[one.different]) for one in contradictions_around(history.mentions)}
    return state()[0], told(), against


def _alone(picture: tuple, never: tuple) -> tuple:
    """Mentions that only the undone judgement placed stand alone, as if they were not placed."""
    places, who, against = picture
    extra = places.keys() - never[0].keys()
    assert all(places[one] == (one, one) for one in extra)
    return {one: place for one, place in places.items() if one not in extra}, who, against


@given(st.lists(st.tuples(pairs, findings), unique_by=lambda one: one[0], max_size=14), st.randoms())
@over_tables
def test_any_order_of_the_same_judgements_gives_the_same(world: World, said: list, chance: Random) -> None:
    """On pairs that are judged once, by scores that are all different: nothing is left that an order could decide."""
    scored = [(pair, finding, float(score)) for score, (pair, finding) in enumerate(said)]
    pictures = []
    for order in (scored, chance.sample(scored, len(scored))):
        with world.history() as history:
            for one in order:
                history.decide(*one)
            history.check()
            pictures.append(_picture(history))
    assert pictures[0] == pictures[1]


class Judging(RuleBasedStateMachine):
    """People and the machine judge and undo as they like; after each act the tables are counted from nothing."""

    world = World()

    def __init__(self) -> None:
        super().__init__()
        self.lived = self.world.history()
        self.history = self.lived.__enter__()

    @rule(pair=pairs, finding=findings)
    def a_person_judges(self, pair: tuple[int, int], finding: Finding) -> None:
        self.history.judge(pair, finding)

    @rule(pair=pairs, finding=findings, score=scores, way=st.sampled_from([Way.MACHINE, Way.IDENTIFIER]))
    def the_machine_decides(self, pair: tuple[int, int], finding: Finding, score: int, way: Way) -> None:
        self.history.decide(pair, finding, float(score), way)

    @precondition(lambda self: self.history.standing())
    @rule(data=st.data())
    def one_is_undone(self, data: st.DataObject) -> None:
        self.history.undo(data.draw(st.sampled_from(self.history.standing())))

    @rule(mention=st.integers(0, len(AGENCIES) - 1), elsewhere=st.integers(0, len(AGENCIES) - 1))
    def a_placing_is_spoilt_and_mended(self, mention: int, elsewhere: int) -> None:
        wrong = self.history.mentions[elsewhere]
        Placing.objects.filter(pk=self.history.mentions[mention]).update(thing=wrong, island=wrong)
        mend_placings(by=SYSTEM)

    @invariant()
    def the_tables_say_what_the_ledger_says(self) -> None:
        self.history.check()

    def teardown(self) -> None:
        self.lived.__exit__(None, None, None)


def test_people_and_the_machine_judge_and_undo_as_they_like(world: World) -> None:
    Judging.world = world
    run_state_machine_as_test(Judging, settings=settings(over_tables, max_examples=20, stateful_step_count=20))
