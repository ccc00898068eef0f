"""People are decided by the machine where nothing speaks against it, and proposed where something does."""

import pytest

import cast
from entities import ground as judging
from entities import matched
from intelligence import ground
from pentameter.entities.models import Block, Judgement, Placing, Proposal
from pentameter.entities.queries import blocks
from pentameter.entities.services import matching
from pentameter.entities.services.rematching import match_again_next, match_all_again
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db
ADA = matched.ADA
WEAKLY = {"name": ADA["name"], "dob": ADA["dob"][:4]}
"""It could be a relative of the same name and year."""
UNDOCUMENTED = {name: value for name, value in ADA.items() if name != "document"}


@pytest.fixture
def wave() -> object:
    cast.in_database(cast.national_analyst())
    return ground.wave()


def take_in_and_place(wave: object, *rows: dict[str, str]) -> None:
    numbered = [ground.good(number, **cells) for number, cells in enumerate(rows, ground_number())]
    matched.take_in(numbered, wave, name=f"{numbered[0]['report_ref']}.csv")
    matched.place()


def ground_number() -> int:
    return Placing.objects.values("report").distinct().count() + 1


@pytest.mark.parametrize(
    ("roles", "decided"),
    [
        (("suspect", "suspect"), True),
        (("suspect", "witness"), True),
        (("buyer", "suspect"), True),
        (("suspect", "victim"), False),
        (("possible_victim", "suspect"), False),
        (("suspect", "unknown"), False),
        (("suspect", ""), False),
    ],
)
def test_who_may_be_a_victim_is_recognised_by_people(wave, roles: tuple[str, str], decided: bool) -> None:
    take_in_and_place(wave, *(matched.person(ADA, role) for role in roles))
    assert matched.sizes() == ([2] if decided else [1, 1])
    assert len(matched.open_pairs()) == (0 if decided else 1)


def test_less_than_sure_is_proposed(wave) -> None:
    take_in_and_place(wave, matched.person(ADA), matched.person(WEAKLY))
    assert matched.sizes() == [1, 1]
    assert Proposal.objects.get().state == "open"


def test_one_victim_in_the_other_thing_is_enough_to_ask_people(wave) -> None:
    """She was once reported as a victim; people said that it is she; the machine does not add to her by itself."""
    take_in_and_place(wave, matched.person(ADA), matched.person(WEAKLY, "victim"))
    judging.judged(*sorted(Placing.objects.values_list("pk", flat=True)))
    take_in_and_place(wave, matched.person(ADA))
    assert matched.sizes() == [2, 1]
    assert len(matched.open_pairs()) == 1


def test_a_contradiction_with_any_mention_of_the_other_thing_is_enough(wave) -> None:
    """The third agrees with the second in everything, and has another document than the first of the same thing."""
    other = {**ADA, "document": "XK9988776"}
    take_in_and_place(wave, matched.person(other), matched.person(UNDOCUMENTED))
    assert matched.sizes() == [2]
    take_in_and_place(wave, matched.person(ADA))
    assert matched.sizes() == [2, 1]
    assert len(matched.open_pairs()) == 1


def test_two_people_in_one_report_are_two(wave) -> None:
    twins = matched.person(ADA) | matched.person(ADA, place=2)
    take_in_and_place(wave, twins)
    assert matched.sizes() == [1, 1]
    assert matched.open_pairs() == set()
    take_in_and_place(wave, matched.person(ADA))
    assert matched.sizes() == [2, 1], "the third is one of them; to join it to both would make one of two"


def test_what_people_kept_apart_stays_apart(wave) -> None:
    take_in_and_place(wave, matched.person(ADA), matched.person(WEAKLY))
    one, other = sorted(Placing.objects.values_list("pk", flat=True))
    judging.judged(one, other, judging.DIFFERENT)
    take_in_and_place(wave, matched.person(ADA))
    assert sorted(matched.sizes()) == [1, 2]
    assert matched.open_pairs() == set(), "the new one is the first, so it is not the second"


@pytest.mark.parametrize("name", ["", "M", "?", "-", "M K", "  "])
def test_who_is_told_by_nothing_is_placed_and_compared_with_nobody(wave, name: str) -> None:
    take_in_and_place(wave, *[matched.person({"name": name or "?", "sex": "female"}) for _ in range(3)])
    assert matched.sizes() == [1, 1, 1]
    assert matched.open_pairs() == set()


def test_keys_that_many_share_are_not_read_while_others_find_somebody(wave, django_assert_max_num_queries) -> None:
    take_in_and_place(wave, matched.person(WEAKLY))
    ada = Placing.objects.get()
    keys = list(Block.objects.filter(mention_id=ada.pk).values_list("value", flat=True))
    crowd = [judging.Ground().mention("durham", f"Crowd {n}") for n in range(3)]
    assert crowd
    found = matching._ranked(ada.pk, [1, 2], {1: [*crowd, ada.pk], 2: [*crowd[:1]] * (blocks.LARGEST + 1)})
    assert set(found) == set(crowd)
    assert matching._ranked(ada.pk, [2], {2: [*crowd[:1]] * (blocks.LARGEST + 1)}) == crowd[:1]
    assert keys


def test_what_people_undid_is_proposed_and_not_decided_again(wave) -> None:
    take_in_and_place(wave, matched.person(ADA), matched.person(ADA))
    judging.undone(Judgement.objects.get().id)
    match_all_again(by=SYSTEM)
    while match_again_next(by=SYSTEM):
        pass
    assert matched.sizes() == [1, 1]
    assert len(matched.open_pairs()) == 1


def test_no_more_than_a_few_things_are_proposed_for_one_mention(wave) -> None:
    take_in_and_place(wave, *[matched.person({**ADA, "document": f"10000000{n}"}, "victim") for n in range(9)])
    for pair in matched.open_pairs():
        judging.judged(*sorted(pair), judging.DIFFERENT)
    take_in_and_place(wave, *[matched.person({**ADA, "document": f"2000000{n}"}, "victim") for n in range(10, 14)])
    take_in_and_place(wave, matched.person(WEAKLY, "victim"))
    (last,) = matched.mentions(f"DUR-{ground_number() - 1:05d}")
    assert 0 < sum(last in pair for pair in matched.open_pairs()) <= matching.MOST_PROPOSED
