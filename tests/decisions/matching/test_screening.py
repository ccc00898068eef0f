"""Every line is answered, and what cannot be told apart is held."""

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.decisions import matching as api
from pentameter.decisions.matching import Answer, Birth, Screen, weights
from pentameter.decisions.matching.evidence import known
from pentameter.decisions.matching.screening import LETTERS_LOST, TOO_LITTLE, UNREADABLE, best
from pentameter.decisions.matching.subjects import Subject
from pentameter.kernel.names.letters import words
from tests.decisions.matching.people import asked, born, person

PROTECTED = (
    person("Georgiana|Munteanu", nationality="RO", id="P1"),
    person("Thị Hương|Nguyễn", "1988-11-02", nationality="VN", id="P2"),
    person("Mirela Hoxhallari", "1995", nationality="AL", id="P3"),
    person("Екатерина|Жуковская", "1992-07-14", nationality="RU", id="P4"),
)
NAMES = st.sampled_from(["Georgiana Munteanu", "Nguyen Thi Huong", "Hoxhallari Mirela", "Kelly Hargreave", "Ana", ""])
BIRTHS = st.none() | st.builds(Birth, st.integers(1985, 1996), st.integers(1, 12), st.integers(1, 28))
LINES = st.builds(Subject, id=st.just("L1"), name=st.text(max_size=30) | NAMES, born=BIRTHS)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (Subject("L1"), TOO_LITTLE),
        (Subject("L1", born=Birth(1990, 3, 25)), TOO_LITTLE),
        (Subject("L1", name="Mirela"), TOO_LITTLE),
        (Subject("L1", name="12345 ???", born=Birth(1990, 3, 25)), TOO_LITTLE),
        (Subject("L1", name="Nguyen Thi"), TOO_LITTLE),
        (Subject("L1", name="K\ufffdlly Hargreave", born=Birth(1970, 5, 6)), LETTERS_LOST),
        (Subject("L1", name="Kelly Hargreave", born=Birth(1970, 5, 6), is_whole=False), UNREADABLE),
    ],
)
def test_nobody_is_ruled_out_by_a_line_that_says_too_little(line: Subject, reason: str) -> None:
    found = asked(line, *PROTECTED)
    assert found.answer == Answer("L1", held=True)
    assert reason in found.doubts


def test_a_whole_line_of_somebody_else_is_answered_none() -> None:
    found = asked(person("Kelly|Hargreave", "1970-05-06", id="L1", nationality="GB"), *PROTECTED)
    assert found == type(found)(Answer("L1", held=False))


def test_immigration_is_told_the_line_and_whether_it_is_held() -> None:
    assert [field.name for field in fields(api.Answer)] == ["id", "held"]


def test_the_desk_reads_why() -> None:
    line = person("Munteanu|Goergiana", "1990-01-01", id="L1", nationality="RO")
    assert asked(line, *PROTECTED).evidence[0].reasons == (
        "munteanu: the same word",
        "goergiana and georgiana: a slip of the hand",
        "the same year of birth, the day not told or the first of January",
        "the same nationality",
        "the same sex",
    )


def test_a_person_of_whom_too_little_is_told_is_named_as_such() -> None:
    thin = Subject("P9", name="Mirela", document="DM7654321")
    assert Screen([*PROTECTED, thin]).thin == ("P9",)
    assert best(known(thin)) < weights.ENOUGH


def test_a_person_with_two_names_on_the_register_is_named_once() -> None:
    twice = (PROTECTED[0], replace(PROTECTED[0], given="Gina"))
    assert asked(person("Georgiana|Munteanu", id="L1"), *twice).people == ("P1",)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_every_line_is_answered_in_the_same_form(line: Subject) -> None:
    found = Screen(PROTECTED).explain(line)
    assert found.answer.id == line.id
    assert found.answer.held == bool(found.evidence or found.doubts)


@settings(max_examples=150, deadline=None)
@given(LINES, NAMES, BIRTHS)
def test_another_protected_person_removes_no_match(line: Subject, name: str, birth: Birth | None) -> None:
    before = Screen(PROTECTED).explain(line)
    after = Screen([*PROTECTED, Subject("P9", name=name, born=birth)]).explain(line)
    assert set(before.people) <= set(after.people)
    assert before.answer.held <= after.answer.held


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PROTECTED[:3]), st.randoms(use_true_random=False), st.sampled_from([str.upper, str.lower, str]))
def test_order_case_and_marks_lose_nobody(protected: Subject, rng, case) -> None:
    pieces = f"{protected.name} {protected.given} {protected.surname}".split()
    rng.shuffle(pieces)
    bare = " ".join(word.text for word in words(" ".join(pieces)))
    for written in (case(" ".join(pieces)), case(bare)):
        line = Subject("L1", name=written, born=protected.born, nationality=protected.nationality)
        assert protected.id in asked(line, *PROTECTED).people


def test_the_year_alone_is_a_date_in_part() -> None:
    assert asked(person("Mirela|Hoxhallari", "1995-06-07", id="L1"), *PROTECTED).people == ("P3",)
    assert born("1995") == Birth(1995)
