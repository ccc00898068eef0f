"""What would break a system that matches everything with everything: each has its answer."""

import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entities import matched
from intelligence import ground
from pentameter.entities.linkage.api import score
from pentameter.entities.models import Block, Followed, Judgement, Placing
from pentameter.entities.queries import blocks
from pentameter.entities.queries.placed import placed
from pentameter.entities.services.following import MENTIONS_A_STEP, place_next
from pentameter.entities.services.matching import MOST_PROPOSED
from pentameter.intelligence.models import Mention
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db
MANY = 10_000
PHONE = "+447700900417"


def name_of(number: int) -> str:
    """A name that is nobody else's and sounds like few others: two words of syllables drawn by the number."""
    draw = random.Random(number)
    syllables = [draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") + draw.choice("lmnrs") for _ in range(6)]
    return f"{''.join(syllables[:3])} {''.join(syllables[3:])}"


def given_by(count: int, number: str, start: int = 0) -> list[list[tuple[str, dict[str, str], str]]]:
    """Reports of a person each, all of whom give one number."""
    return [
        [
            ("person", {"name": name_of(n), "role": "victim"}, ""),
            ("phone", {"number": number}, number),
        ]
        for n in range(start, start + count)
    ]


@pytest.fixture
def wave() -> object:
    return ground.wave()


@pytest.mark.once
def test_a_phone_that_ten_thousand_give_is_one_thing_by_as_many_judgements(wave) -> None:
    matched.reports_of(given_by(MANY, PHONE), wave)
    matched.place()
    assert matched.sizes("phone") == [MANY]
    assert Judgement.objects.filter(way="identifier").count() == MANY - 1
    pairs = matched.open_pairs()
    told = placed({one for pair in pairs for one in pair})
    evidence = [score(*(told[one].prepared for one in pair), shared=None).evidence for pair in pairs]
    names = [one.weight for found in evidence for one in found if one.comparison == "name"]
    assert len(names) == len(pairs) < MANY / 2
    assert min(names) > 0, "a number alone proposes nobody, only whose name speaks for it too"


def test_one_more_who_gives_it_costs_no_more_than_the_third_did(wave) -> None:
    """Queries and rows, not time: the block of the number is read to its limit and no further."""
    costs = []
    for earlier in (2, blocks.LARGEST * 4):
        matched.reports_of(given_by(earlier, PHONE, start=1_000 * earlier), wave)
        matched.place()
        matched.reports_of(given_by(1, PHONE, start=1_000 * earlier + 999), wave)
        with CaptureQueriesContext(connection) as asked:
            place_next(by=SYSTEM)
        costs.append(len(asked))
    assert costs[1] <= costs[0] + 1, "one query more counts how many share it"
    largest = max(len(mentions) for mentions in blocks.sharing(values()).values())
    assert largest == blocks.LARGEST + 1


def values() -> set[int]:
    return set(Block.objects.values_list("value", flat=True))


def test_a_report_that_names_five_hundred_people_answers_for_each(wave) -> None:
    """It is more than a step is meant for, and a report is never split."""
    crowd = [("person", {"name": name_of(n), "document": f"AB{n:04d}"}, f"AB{n:04d}") for n in range(500)]
    matched.reports_of([crowd], wave)
    matched.reports_of([[one] for one in crowd[:3]], wave)
    assert len(crowd) > MENTIONS_A_STEP
    assert [step.reports for step in matched.place()] == [1, 3]
    assert Placing.objects.count() == 503
    people = dict(Mention.objects.values_list("id", "identifier_index"))
    alike = [pair for pair in matched.open_pairs() if len({people[one] for one in pair}) == 1]
    assert len(alike) == 3, "each is proposed as the one who is told by the same"
    assert len(matched.open_pairs()) <= 3 * MOST_PROPOSED, "and as few others who are nearly so"


def test_a_hundred_reports_that_name_many_are_taken_in_small_steps(wave) -> None:
    crowd = [[("person", {"name": name_of(100 * n + p)}, "") for p in range(100)] for n in range(8)]
    matched.reports_of(crowd, wave)
    steps = matched.place()
    assert sum(step.reports for step in steps) == 8
    assert max(step.mentions for step in steps) <= MENTIONS_A_STEP


def test_reports_that_mention_nothing_hold_nothing_up(wave) -> None:
    matched.reports_of([[] for _ in range(250)], wave)
    steps = matched.place()
    assert [(step.reports, step.mentions) for step in steps] == [(100, 0), (100, 0), (50, 0)]
    assert Followed.objects.get().arrival == 250
