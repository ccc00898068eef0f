"""People whom another model prepared are matched again, in steps; judgements stand, and stale proposals go."""

import pytest

import cast
from entities import ground as judging
from entities import matched
from intelligence import ground
from pentameter.entities.linkage.api import model
from pentameter.entities.models import Block, Judgement, Placing, Proposal
from pentameter.entities.queries.following import standing, waiting_again
from pentameter.entities.services import rematching
from pentameter.entities.services.proposals import Proposed, propose
from pentameter.entities.services.rematching import match_again_next, match_all_again
from pentameter.intelligence.models import DataKey
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db
OLDER = ("0 of 2007", "zz of 2099")
VICTIM = matched.person(matched.ADA, "victim")


@pytest.fixture
def wave() -> object:
    cast.in_database(cast.national_analyst())
    return ground.wave()


def again() -> list[rematching.Rematched]:
    steps = []
    while step := match_again_next(by=SYSTEM):
        steps.append(step)
    return steps


@pytest.mark.parametrize("version", OLDER)
def test_who_was_prepared_by_another_model_is_found_anew(wave, version: str) -> None:
    matched.take_in([ground.good(n, **VICTIM) for n in (1, 2)], wave)
    matched.place()
    pairs = matched.open_pairs()
    Proposal.objects.all().delete()
    Block.objects.all().delete()
    Placing.objects.update(prepared_by=version)
    assert standing().again
    assert standing().ready
    assert waiting_again() == 2
    assert sum(step.people for step in again()) == 2
    assert matched.open_pairs() == pairs != set()
    assert not standing().again
    assert set(Placing.objects.values_list("prepared_by", flat=True)) == {model().version}


def test_in_steps_of_one_report_every_pair_is_still_seen(wave, monkeypatch) -> None:
    monkeypatch.setattr(rematching, "REPORTS_A_STEP", 1)
    matched.take_in([ground.good(n, **VICTIM) for n in (1, 2, 3)], wave)
    matched.place()
    pairs, blocks = matched.open_pairs(), set(Block.objects.values_list("mention_id", "value"))
    Proposal.objects.all().delete()
    assert match_all_again(by=SYSTEM) == 3
    assert len(again()) == 3
    assert matched.open_pairs() == pairs
    assert set(Block.objects.values_list("mention_id", "value")) == blocks


def test_what_is_matched_again_is_entered_once(wave) -> None:
    matched.take_in([ground.good(n, **matched.person(matched.ADA)) for n in (1, 2, 3)], wave)
    matched.place()
    judgements = set(Judgement.objects.values_list("id", flat=True))
    assert matched.sizes() == [3]
    match_all_again(by=SYSTEM)
    again()
    assert set(Judgement.objects.values_list("id", flat=True)) == judgements
    assert matched.sizes() == [3]


def test_what_the_new_model_does_not_think_likely_is_withdrawn(wave) -> None:
    rows = [
        ground.good(1, **VICTIM),
        ground.good(2, **matched.person({"name": "Bo Underhill", "dob": "1999-09-09"}, "victim")),
    ]
    matched.take_in(rows, wave)
    matched.place()
    assert matched.open_pairs() == set()
    left, right = sorted(Placing.objects.values_list("pk", flat=True))
    propose([Proposed((left, right), "person", 9.0, OLDER[0])], closed_by="system")
    Placing.objects.update(prepared_by=OLDER[0])
    assert sum(step.withdrawn for step in again()) == 1
    assert Proposal.objects.get().state == "withdrawn"
    assert Proposal.objects.get().closed_by == "system"


def test_people_whose_seal_does_not_open_wait_and_hold_nobody_up(wave) -> None:
    cast.in_database(cast.cleveland_sergeant())
    matched.take_in([ground.good(1, **VICTIM)], wave)
    theirs = [ground.good(1, agency="cleveland", **VICTIM)]
    matched.take_in(theirs, wave, by=cast.cleveland_sergeant())
    matched.place()
    Placing.objects.update(prepared_by=OLDER[0])
    whole = DataKey.objects.get(agency_id="cleveland").wrapped
    DataKey.objects.filter(agency_id="cleveland").update(wrapped=b"another root key's")
    assert [step.people for step in again()] == [1]
    assert not standing().ready
    DataKey.objects.filter(agency_id="cleveland").update(wrapped=whole)
    assert [step.people for step in again()] == [1]


def test_the_judgement_of_a_person_stands(wave) -> None:
    matched.take_in([ground.good(n, **matched.person(matched.ADA)) for n in (1, 2)], wave)
    matched.place()
    left, right = sorted(Placing.objects.values_list("pk", flat=True))
    judging.judged(left, right, judging.DIFFERENT)
    match_all_again(by=SYSTEM)
    again()
    assert matched.sizes() == [1, 1]
    assert matched.open_pairs() == set()
