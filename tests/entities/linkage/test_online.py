"""One mention at a time, with the batch's own weights."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.entities.linkage import api
from pentameter.entities.linkage.batch import scoring
from pentameter.entities.linkage.batch.engine import engine, fill
from pentameter.entities.linkage.bearers import MENTIONS_A_PERSON, Population
from pentameter.entities.linkage.blocks import block_keys
from pentameter.entities.linkage.contradictions import Contradiction, contradictions
from pentameter.entities.linkage.facts import PersonFacts, Prepared
from pentameter.entities.linkage.forgetting import forget, remembered
from pentameter.entities.linkage.model import shipped
from pentameter.entities.linkage.online import name_frequency, score
from pentameter.entities.linkage.preparing import prepare
from tests.entities.linkage.pairs import prepared
from tests.entities.linkage.tables import mention_table

PEOPLE = 20_000
ANA = PersonFacts(
    name="Ana Popescu", sex="f", dob="1990-03-25", nationality="Romanian", phones=("07700 900417",), place="Durham"
)


def _shared(term: str) -> int:
    """What an invented collection knows: some names are common, some phones are given by many."""
    if term == "people":
        return PEOPLE
    kind, _, value = term.partition(" ")
    return len(value) % 11 if kind == "phone" else 1 + (len(value) * 7) % 40


@settings(max_examples=5, deadline=None)
@given(st.lists(prepared(), min_size=40, max_size=40))
def test_the_weight_is_splinks_own(people: list[Prepared]) -> None:
    mentions = Population(round(PEOPLE * MENTIONS_A_PERSON))
    givers_of = {number: max(_shared(f"phone {number}"), 1) for one in people for number in one.phones}
    pairs = list(combinations(range(len(people)), 2))
    with engine() as connection:
        mention_table(connection, people, givers_of, lambda one: name_frequency(one, _shared, mentions))
        lefts, rights = zip(*pairs, strict=True)
        fill(connection, "pair", {"match_key": ["0"] * len(pairs), "join_key_l": lefts, "join_key_r": rights})
        scoring.score(connection, shipped(), mentions.mentions, -1000.0)
        found = connection.execute("SELECT one, other, weight FROM scored").fetchall()
    assert len(found) == len(pairs)
    for left, right, weight in found:
        mine = score(people[left], people[right], shared=_shared)
        assert mine.weight == pytest.approx(weight, abs=1e-6)


def test_the_evidence_adds_up_and_says_nothing_of_the_facts() -> None:
    found = api.score(prepare(ANA), prepare(ANA), shared=None)
    prior = shipped().prior_weight(100_000)
    assert found.weight == pytest.approx(prior + sum(one.weight for one in found.evidence))
    assert 0 < found.probability <= 1
    told = " ".join(one.sentence for one in found.evidence)
    assert not any(fact in told for fact in ("Ana", "Popescu", "1990", "07700", "Durham", "RO"))


@settings(max_examples=200, deadline=None)
@given(prepared(), prepared())
def test_the_order_of_two_mentions_does_not_matter(one: Prepared, other: Prepared) -> None:
    assert score(one, other, shared=None).weight == pytest.approx(score(other, one, shared=None).weight)


@settings(max_examples=200, deadline=None)
@given(prepared())
def test_a_mention_is_stored_as_text_and_comes_back(one: Prepared) -> None:
    assert Prepared.from_json(one.as_json()) == one
    assert len(block_keys(one)) <= 12


def test_a_rare_name_weighs_more_than_a_common_one() -> None:
    one = prepare(ANA)
    rare = score(one, one, shared=lambda term: PEOPLE if term == "people" else 1)
    common = score(one, one, shared=lambda term: PEOPLE if term == "people" else 400)
    assert rare.weight > common.weight + 5


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (PersonFacts(sex="f"), PersonFacts(sex="male"), Contradiction.SEX),
        (PersonFacts(documents=("RO1234567",)), PersonFacts(documents=("RO7654321",)), Contradiction.DOCUMENTS),
        (PersonFacts(dob="1990-03-25"), PersonFacts(dob="1965-11-02"), Contradiction.GENERATIONS),
        (PersonFacts(dob="1990-03-25"), PersonFacts(dob="1985-11-02"), Contradiction.BIRTHS),
        (
            PersonFacts(name="Imogen Ashdown", dob="1990-03-25"),
            PersonFacts(name="Dominic Ashdown", dob="1990-03-25"),
            Contradiction.TWINS,
        ),
    ],
)
def test_what_one_person_cannot_have(one: PersonFacts, other: PersonFacts, expected: Contradiction) -> None:
    assert contradictions(prepare(one), prepare(other), None) == (expected,)
    assert score(prepare(one), prepare(other), shared=None).contradictions == (expected.value,)


def test_a_controllers_phone_may_not_be_what_decides() -> None:
    """The same pair with a phone of one's own, and with one that many gave: only the second is doubted."""
    decide_at = shipped().thresholds.decide_at
    facts = PersonFacts(name="Crina Stoenescu", phones=("07700 900417",), documents=("RO1234567",))
    one = prepare(facts)
    bare = score(one, one, shared=None)
    phone = next(each.weight for each in bare.evidence if each.comparison == "phone")
    assert phone > 0
    found = score(one, one, shared=lambda term: 12 if term.startswith("phone") else 0)
    given = next(each.weight for each in found.evidence if each.comparison == "phone")
    doubted = found.weight >= decide_at > found.weight - given
    assert (Contradiction.CONTROLLER.value in found.contradictions) is doubted
    assert Contradiction.CONTROLLER.value not in bare.contradictions


def test_nothing_is_known_of_nobody() -> None:
    nobody = prepare(PersonFacts())
    assert block_keys(nobody) == ()
    assert score(nobody, nobody, shared=None).evidence == ()


def test_what_was_read_can_be_forgotten() -> None:
    prepare(ANA)
    assert remembered() > 0
    forget()
    assert remembered() == 0


def test_the_model_says_when_it_proposes_and_when_it_decides() -> None:
    model = api.model()
    assert model.propose_at < model.decide_at
    assert model.version
