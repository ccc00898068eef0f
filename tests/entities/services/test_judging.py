"""Judging pairs: who may, what follows, two at once, and nothing of it ever changed."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

import cast
from entities.ground import DIFFERENT, SAME, UNSURE, Ground, judged, things, undone
from pentameter.audit.api import Event
from pentameter.audit.models import Entry
from pentameter.entities.keys import safe
from pentameter.entities.models import Judgement, Placing, Undoing
from pentameter.entities.services import judge_pair, judge_pairs
from pentameter.entities.services.judging import MOST_AT_ONCE, Said
from pentameter.kernel import clock
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> Ground:
    return Ground()


def test_two_mentions_judged_the_same_are_one_thing(ground: Ground) -> None:
    one, other = ground.mention("durham"), ground.mention("cleveland")
    judged(other, one)
    assert things() == {frozenset({one, other})}
    assert set(Placing.objects.values_list("thing", flat=True)) == {min(one, other)}


@pytest.mark.parametrize("finding", [DIFFERENT, UNSURE])
def test_different_and_unsure_join_nothing(ground: Ground, finding) -> None:
    judged(ground.mention(), ground.mention(), finding)
    assert things() == set()
    assert Placing.objects.count() == 2


def test_the_reason_is_sealed_and_bound_to_its_row(ground: Ground) -> None:
    judgement = judged(ground.mention(), ground.mention(), reason="The same scar.")
    row = Judgement.objects.get(pk=judgement)
    assert b"scar" not in bytes(row.sealed)
    assert safe().unseal(row.sealed, bound_to=f"judgement:{judgement}") == "The same scar."


def test_an_act_leaves_a_row_without_contents(ground: Ground) -> None:
    judgement = judged(ground.mention(), ground.mention(), reason="The same scar.")
    entry = Entry.objects.get(event=Event.PAIR_JUDGED)
    assert entry.subject_id == str(judgement)
    assert "scar" not in entry.detail


def test_no_row_no_act(ground: Ground) -> None:
    one, other = ground.mention(), ground.mention()
    no_row_no_act(lambda: judged(one, other))


def test_what_one_may_not_read_was_never_there(ground: Ground) -> None:
    mine, theirs = ground.mention("durham"), ground.mention("garda", scheme="5x5x5", handling="4")
    said = []
    for other in (theirs, new_id()):
        with pytest.raises(Refused) as refused:
            judged(mine, other, by=cast.durham_sergeant())
        said.append((refused.value.reason, refused.value.hidden))
    assert said[0] == said[1]
    assert said[0][1] is True
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("who", [cast.durham_constable, cast.caseworker, cast.removals_officer, cast.auditor])
def test_only_supervisors_and_analysts_judge(ground: Ground, who) -> None:
    one, other = ground.mention(), ground.mention()
    with pytest.raises(Refused):
        judged(one, other, by=who())
    assert not Judgement.objects.exists()


def test_kinds_must_agree(ground: Ground) -> None:
    with pytest.raises(Refused, match="Link them instead"):
        judged(ground.mention(), ground.mention(kind="phone", name="07700 900417"))


def test_a_mention_is_not_judged_against_itself(ground: Ground) -> None:
    one = ground.mention()
    with pytest.raises(Refused, match="against itself"):
        judged(one, one)


def test_of_two_analysts_the_later_holds_and_is_told_of_the_first(ground: Ground) -> None:
    one, other = ground.mention(), ground.mention()
    first = judged(one, other, SAME)
    second = judge_pair(left=other, right=one, finding=DIFFERENT, reason="", by=cast.durham_sergeant())
    assert second.before is not None
    assert (second.before.id, second.before.finding) == (first, SAME)
    row = Judgement.objects.get(pk=second.id)
    assert row.supersedes_id == first
    assert things() == set()
    undone(second.id)
    assert things() == {frozenset({one, other})}


def test_the_later_holds_though_the_first_came_from_a_clock_that_was_ahead(ground: Ground) -> None:
    one, other = sorted([ground.mention(), ground.mention()])
    judged(one, other, UNSURE)
    ahead = clock.now() + timedelta(minutes=5)
    Judgement.objects.create(left_id=one, right_id=other, finding="same", way="person", made_at=ahead, made_by="x")
    judged(one, other, DIFFERENT)
    assert Judgement.objects.get(finding="different").made_at > ahead
    assert things() == set()


def test_a_batch_is_one_transaction_with_a_row_for_each(ground: Ground) -> None:
    a, b, c = ground.mentions(3)
    said = [Said(a, b, SAME), Said(b, c, SAME, "Her brother."), Said(a, b, UNSURE)]
    done = judge_pairs(said=said, by=cast.national_analyst())
    assert Entry.objects.filter(event=Event.PAIR_JUDGED).count() == 3
    assert things() == {frozenset({b, c})}
    assert done[2].before is not None
    assert done[2].before.id == done[0].id


def test_a_batch_with_one_pair_that_cannot_be_judged_leaves_nothing(ground: Ground) -> None:
    a, b = ground.mentions(2)
    with pytest.raises(Refused):
        judge_pairs(said=[Said(a, b, SAME), Said(a, new_id(), SAME)], by=cast.national_analyst())
    assert not Judgement.objects.exists()
    assert not Placing.objects.exists()


def test_a_batch_has_an_end(ground: Ground) -> None:
    said = [Said(new_id(), new_id(), SAME)] * (MOST_AT_ONCE + 1)
    with pytest.raises(Refused, match="Judge the rest after them"):
        judge_pairs(said=said, by=cast.national_analyst())


@pytest.mark.parametrize("act", ["UPDATE {} SET made_by = 'somebody else'", "DELETE FROM {}"])
@pytest.mark.parametrize("model", [Judgement, Undoing])
def test_nothing_of_the_ledger_is_changed_or_taken_away(ground: Ground, model: type[Model], act: str) -> None:
    undone(judged(ground.mention(), ground.mention()))
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act.format(model._meta.db_table))
    assert model._default_manager.count() == 1


def _queries(ground: Ground, around: int) -> int:
    """How many queries a judgement takes that joins two things of this many mentions each."""
    left, right = (ground.mentions(around) for _ in range(2))
    for group in (left, right):
        for one in group[1:]:
            judged(group[0], one)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        judged(left[0], right[0])
    return len(caught)


def test_however_large_the_things_the_queries_are_as_many(ground: Ground) -> None:
    assert _queries(ground, 2) == _queries(ground, 12)


def test_only_what_moves_is_written(ground: Ground) -> None:
    """A smaller mention joins: the thing has its name, and every mention of it moves. Within a thing, none does."""
    low, *rest = ground.mentions(4)
    judge_pairs(said=[Said(rest[0], one, SAME) for one in rest[1:]], by=cast.national_analyst())
    assert _placed_anew(rest[1], rest[2]) == 0
    assert _placed_anew(low, rest[0]) == 3
    assert things() == {frozenset({low, *rest})}


def _placed_anew(one: UUID, other: UUID) -> int:
    before = dict(Placing.objects.values_list("mention_id", "thing"))
    judged(one, other)
    return sum(before.get(mention, thing) != thing for mention, thing in Placing.objects.values_list("pk", "thing"))
