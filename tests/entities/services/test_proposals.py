"""Proposals are closed by what answers them, whoever judged it, and open again when that is undone."""

from uuid import UUID

import pytest

import cast
from entities import ground, matched
from entities.ground import DIFFERENT, SAME, UNSURE
from intelligence import ground as reports
from pentameter.entities.models import Proposal
from pentameter.entities.rules.judgements import pair_of
from pentameter.entities.services.proposals import Proposed, propose, withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> ground.Ground:
    cast.in_database(cast.national_analyst())
    return ground.Ground()


def proposed(one: UUID, other: UUID, weight: float = 8.0) -> int:
    return propose([Proposed(pair_of(one, other), "person", weight, "1")], closed_by="system")


def standing(one: UUID, other: UUID) -> str:
    left, right = pair_of(one, other)
    return Proposal.objects.get(left=left, right=right).state


def placed(place: ground.Ground, count: int) -> list[UUID]:
    """Mentions of as many senders as there are, each placed alone."""
    senders = ("durham", "cleveland", "garda", "kent")
    mentions = sorted(place.mention(senders[number % 4], f"Person {number}") for number in range(count))
    for one in mentions[1:]:
        ground.undone(ground.judged(mentions[0], one, UNSURE))
    return mentions


@pytest.mark.parametrize("finding", [SAME, DIFFERENT, UNSURE])
def test_a_judged_pair_waits_no_more_until_that_is_undone(place, finding) -> None:
    one, other = placed(place, 2)
    assert proposed(one, other) == 1
    judgement = ground.judged(one, other, finding)
    row = Proposal.objects.get()
    assert (row.state, row.closed_by, row.version) == ("decided", cast.national_analyst().id, 2)
    ground.undone(judgement)
    row.refresh_from_db()
    assert (row.state, row.closed_by, row.closed_at) == ("open", "", None)


def test_a_pair_that_came_together_otherwise_waits_no_more(place) -> None:
    a, b, c = placed(place, 3)
    proposed(a, c)
    ground.judged(a, b)
    assert standing(a, c) == "open"
    last = ground.judged(b, c)
    assert standing(a, c) == "overtaken"
    ground.undone(last)
    assert standing(a, c) == "open"


def test_a_pair_that_is_kept_apart_otherwise_waits_no_more(place) -> None:
    a, b, c = placed(place, 3)
    proposed(a, c)
    ground.judged(a, b)
    last = ground.judged(b, c, DIFFERENT)
    assert standing(a, c) == "overtaken"
    ground.undone(last)
    assert standing(a, c) == "open"


def test_what_is_answered_already_is_not_proposed(place) -> None:
    a, b, c = placed(place, 3)
    ground.judged(a, b)
    ground.judged(b, c, DIFFERENT)
    assert [proposed(a, b), proposed(a, c)] == [0, 0]
    assert not Proposal.objects.exists()


def test_proposed_twice_it_is_there_once_and_has_the_later_weight(place) -> None:
    a, b = placed(place, 2)
    assert proposed(a, b, 8.0) == 1
    assert proposed(b, a, 5.0) == 0
    assert Proposal.objects.get().weight == 5.0


def test_withdrawn_it_stays_so_until_it_is_proposed_again(place) -> None:
    a, b = placed(place, 2)
    proposed(a, b)
    withdraw([(a, b)], closed_by="system")
    assert standing(a, b) == "withdrawn"
    judgement = ground.judged(a, b)
    assert standing(a, b) == "decided"
    ground.undone(judgement)
    assert standing(a, b) == "withdrawn"
    proposed(a, b)
    assert standing(a, b) == "open"


def test_impact_follows_what_the_sides_become(place) -> None:
    durham, cleveland, other, garda = (
        place.mention("durham"),
        place.mention("cleveland"),
        place.mention("durham"),
        place.mention("garda"),
    )
    for one in (cleveland, other, garda):
        ground.undone(ground.judged(durham, one, UNSURE))
    proposed(durham, other)
    proposed(durham, cleveland)
    at_home = _impact(durham, other)
    next_door = _impact(durham, cleveland)
    assert at_home < next_door
    joined = ground.judged(other, garda)
    assert _impact(durham, other) > at_home, "a second report stands behind the other now"
    ground.undone(joined)
    assert _impact(durham, other) == at_home


def _impact(one: UUID, other: UUID) -> float:
    left, right = pair_of(one, other)
    return Proposal.objects.get(left=left, right=right).impact


def test_a_machine_that_decides_closes_what_it_proposed(place) -> None:
    rows = [reports.good(n, **matched.person(matched.ADA)) for n in (1, 2)]
    matched.take_in(rows[:1], place.wave)
    matched.place()
    one = matched.mentions("DUR-00001")[0]
    matched.take_in(rows[1:], place.wave, name="b.csv")
    matched.place()
    other = matched.mentions("DUR-00002")[0]
    assert matched.sizes() == [2]
    assert proposed(one, other) == 0
