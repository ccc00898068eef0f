"""Each mishap is one honest fault."""

from random import Random

import pytest

from pentameter.config.demo import pool
from pentameter.config.demo.mishaps import MISHAPS, cyrillic, short_names, slip, told
from pentameter.config.demo.people import invent
from pentameter.config.demo.reference import REFERENCE_DAY


@pytest.mark.parametrize("name", MISHAPS)
def test_a_mishap_changes_the_line_or_says_that_it_cannot(name: str) -> None:
    rng = Random(3)
    changed = 0
    for serial, nationality in enumerate(sorted(pool.nationalities()) * 5):
        person = invent(serial, rng, nationality=nationality, today=REFERENCE_DAY, sex="female", ages=(18, 40))
        line = told(person, document=True)
        found = MISHAPS[name](line, person, rng)
        changed += found is not None and found != line
    assert changed > 5


def test_a_slip_is_one_slip() -> None:
    rng = Random(3)
    assert all(abs(len(slip("Georgiana", rng)) - 9) <= 1 for _ in range(50))


def test_names_in_cyrillic() -> None:
    assert cyrillic("Zhukovskaya") == "Жуковская"


def test_short_names_are_of_the_pool() -> None:
    given = {
        word.spellings[0]
        for code in pool.nationalities()
        for sex in ("female", "male")
        for word in pool.given_names(code, sex)
    }
    assert set(short_names()) <= given
