"""The index leaves nobody out: its slow twin compares every line with everyone."""

from random import Random

import pytest

from pentameter.config.demo import removal_lists
from pentameter.config.demo.reference import REFERENCE_DAY
from pentameter.decisions.matching import ENOUGH, Screen, Subject
from pentameter.decisions.matching.births import Birth
from pentameter.decisions.matching.evidence import known, points
from pentameter.decisions.matching.index import Index, Vocabulary, keys_of
from pentameter.decisions.matching.tokens import FINDABLE, grade, token


def subject(cells: dict[str, str]) -> Subject:
    """A subject from a row of the demo's lists."""
    year, month, day = cells["dob"].split("-") if cells["dob"] else ("0", "0", "0")
    return Subject(
        cells["id"],
        given=cells["given_name"],
        surname=cells["surname"],
        born=Birth(int(year), int(month), int(day)) if cells["dob"] else None,
        sex=cells["sex"],
        nationality=cells["nationality"],
        document=cells["doc_no"],
    )


def world(seed: int) -> tuple[list[Subject], list[Subject]]:
    """300 protected people, some with a part missing, and 200 lines of which half are theirs."""
    size = removal_lists.Size(people=300, protected=100, others=100, spoilt=True)
    people, lines = removal_lists.make(seed, size, REFERENCE_DAY)
    return [subject(row) for row in removal_lists.rows(people)], [
        subject(removal_lists.columns(line.id, line.told)) for line in lines
    ]


@pytest.mark.parametrize("seed", [11, 12])
def test_all_pairs_find_no_more_than_the_index(seed: int) -> None:
    people, lines = world(seed)
    everyone = [known(person) for person in people]
    index = Index(everyone)
    for line in map(known, lines):
        slow = {number for number, person in enumerate(everyone) if points(line, person) >= ENOUGH}
        assert slow <= set(index.candidates(line)), line


def test_words_that_can_stand_for_one_another_share_a_key() -> None:
    people, lines = world(13)
    words = sorted({word.text for one in (*people, *lines) for word in known(one).name.tokens})
    tokens = [token(word) for word in Random(13).sample(words, 150)]
    vocabulary = Vocabulary(tokens, ())
    for one in tokens:
        found = {other for other, _ in vocabulary.like(one)}
        assert found == {other for other in tokens if grade(one, other) in FINDABLE}


def test_a_word_without_vowels_has_one_key() -> None:
    assert list(keys_of(token("mhmd", vowelless=True))) == ["skeleton mhmt"]


def test_the_same_lines_get_the_same_answers_whatever_the_order_of_the_people() -> None:
    people, lines = world(14)
    forward, backward = Screen(people), Screen(reversed(people))
    assert [forward.explain(line) for line in lines] == [backward.explain(line) for line in lines]
