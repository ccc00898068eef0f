"""No two who change the picture wait for each other: each pair of acts here stops the other in the order that was.

Each is staged with a row that the test itself holds, so that the acts come to stand where they would have met.
"""

import threading
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection, transaction

import cast
from entities import scene
from entities.ground import SAME, UNSURE, Ground, judged, things
from pentameter.entities.models import Placing
from pentameter.entities.queries.checking import check_placings
from pentameter.entities.rules.judgements import Way
from pentameter.entities.services import judge_pair
from pentameter.entities.services.entering import Entered, enter
from pentameter.entities.services.judging import Judged
from pentameter.entities.services.machine import Decided
from pentameter.entities.services.matching import Matched
from pentameter.entities.services.reviewing import Answer, Answered, answer_pair
from pentameter.kernel.actor import SYSTEM

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer at a time, and no row locks"),
]
_WAITING = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted"


class Meanwhile:
    """Acts on connections of their own, each begun when all before it wait for a lock."""

    def __init__(self) -> None:
        self._threads: list[threading.Thread] = []
        self._answers: dict[int, object] = {}

    def begin(self, act: Callable[[], object]) -> None:
        """Begin an act, and come back when it waits."""
        thread = threading.Thread(target=self._run, args=(len(self._threads), act))
        self._threads.append(thread)
        thread.start()
        with connection.cursor() as cursor:
            while True:
                cursor.execute(_WAITING)
                if cursor.fetchone()[0] >= len(self._threads):
                    return
                assert thread.is_alive(), self._answers

    def _run(self, number: int, act: Callable[[], object]) -> None:
        try:
            self._answers[number] = act()
        except Exception as failure:
            self._answers[number] = failure
        finally:
            connection.close()

    def answers(self) -> list[object]:
        """What each answered, or failed with."""
        for thread in self._threads:
            thread.join()
        return [self._answers[number] for number in range(len(self._threads))]


@pytest.fixture
def mentions() -> list[UUID]:
    """Six mentions, all placed; the second and third are one thing, and so are the fifth and sixth."""
    ground = Ground()
    found = sorted(ground.mention(agency) for agency in ("durham", "cleveland", "kent") * 2)
    judged(found[1], found[2])
    judged(found[4], found[5])
    judged(found[0], found[3], UNSURE)
    return found


def _hold(mention: UUID) -> None:
    Placing.objects.select_for_update().get(pk=mention)


def _worker(*decided: Decided) -> Callable[[], object]:
    def act() -> Entered:
        with transaction.atomic():
            return enter([Matched(decided=decided)], "persons-1", SYSTEM)

    return act


def _whole() -> bool:
    found = check_placings()
    return (found.misplaced, found.interests) == ((), 0)


def test_a_person_answers_while_the_worker_joins_what_the_pair_is_part_of(mentions: list[UUID]) -> None:
    """The worker holds the island and would write the proposal; the person held the proposal and wanted the island."""
    a, b, c, d, *_ = mentions
    pair = scene.proposed(c, d)
    acts = Meanwhile()
    with transaction.atomic():
        _hold(c)
        acts.begin(_worker(Decided(a, b, SAME, 20.0)))
        acts.begin(lambda: answer_pair(pair_id=pair, answer=Answer(SAME, "Seen", 1), by=cast.national_analyst()))
    worker, person = acts.answers()
    assert (type(worker), type(person)) == (Entered, Answered), (worker, person)
    assert frozenset({a, b, c, d}) in things()
    assert _whole()


def test_a_person_judges_while_the_worker_has_more_to_decide(mentions: list[UUID]) -> None:
    """The worker held the end of the record after its first decision; the person had an island and waited for it."""
    a, b, _, d, e, f = mentions
    acts = Meanwhile()
    with transaction.atomic():
        _hold(f)
        acts.begin(lambda: judge_pair(left=d, right=e, finding=SAME, reason="", by=cast.national_analyst()))
        acts.begin(_worker(Decided(a, b, SAME, 20.0, Way.IDENTIFIER), Decided(a, e, SAME, 20.0)))
    person, worker = acts.answers()
    assert (type(person), type(worker)) == (Judged, Entered), (person, worker)
    assert things() == {frozenset(mentions)}
    assert _whole()
