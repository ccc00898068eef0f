"""Two who judge at once: each sees what the other did, both rows stand, and nothing is lost between them."""

import threading
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.db import connection

import cast
from entities.ground import DIFFERENT, SAME, Ground, judged, things, undone
from pentameter.entities.models import Judgement
from pentameter.entities.queries.checking import check_placings
from pentameter.entities.services import judge_pair, undo_judgement
from pentameter.entities.services.judging import Judged
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do all at once, each on a connection of its own; what each answered or was refused with."""
    together = threading.Barrier(len(acts))
    answers: dict[int, object] = {}

    def run(number: int, act: Callable[[], object]) -> None:
        together.wait()
        try:
            answers[number] = act()
        except Refused as refused:
            answers[number] = refused
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answers[number] for number in range(len(acts))]


@pytest.fixture
def mentions() -> Iterator[list[UUID]]:
    """Ten mentions, of several agencies."""
    ground = Ground()
    yield sorted(ground.mention(agency) for agency in ("durham", "cleveland") * 5)
    found = check_placings()
    assert (found.misplaced, found.interests) == ((), 0)


def test_the_same_pair_by_two_analysts(mentions: list[UUID]) -> None:
    """Both stand; the second stands over the first, and is told of it. Neither mention was placed before."""
    one, other = mentions[:2]

    def judge(finding, by) -> Callable[[], object]:
        return lambda: judge_pair(left=one, right=other, finding=finding, reason="", by=by)

    done = at_once(judge(SAME, cast.national_analyst()), judge(DIFFERENT, cast.durham_sergeant()))
    made = [answer for answer in done if isinstance(answer, Judged)]
    assert len(made) == 2
    (second,) = (answer for answer in made if answer.before is not None)
    (first,) = (answer for answer in made if answer.before is None)
    assert second.before is not None
    assert second.before.id == first.id
    held = Judgement.objects.get(pk=second.id)
    assert held.supersedes_id == first.id
    assert things() == ({frozenset({one, other})} if held.finding == SAME else set())


def test_both_ends_of_a_chain_at_once(mentions: list[UUID]) -> None:
    """Each joins its neighbour: whoever comes second finds the island that the first made."""
    steps = [lambda at=at: judged(mentions[at], mentions[at + 1]) for at in range(9)]
    at_once(*steps)
    assert things() == {frozenset(mentions)}


def test_a_judgement_is_undone_once(mentions: list[UUID]) -> None:
    judgement = judged(*mentions[:2])
    by = (cast.national_analyst(), cast.durham_sergeant())
    undo = [lambda who=who: undo_judgement(judgement_id=judgement, reason="", by=who) for who in by]
    refused = [answer for answer in at_once(*undo) if isinstance(answer, Refused)]
    assert [one.conflict for one in refused] == [True]
    assert things() == set()


def test_one_undoes_what_holds_an_island_while_others_join_it(mentions: list[UUID]) -> None:
    middle = judged(mentions[4], mentions[5])
    for at in (0, 1, 2, 3, 5, 6, 7):
        judged(mentions[at], mentions[at + 1])
    at_once(lambda: undone(middle), lambda: judged(mentions[9], mentions[0]), lambda: judged(mentions[9], mentions[1]))
    assert things() == {frozenset({*mentions[:5], mentions[9]}), frozenset(mentions[5:9])}
