"""Two records side by side: what agrees, what nearly does, what differs, and what only one of them says."""

import pytest

from pentameter.entities.rules.comparing import Likeness, compare

SAME, NEAR, DIFFERENT, ASIDE, ONE_SIDED = Likeness


@pytest.mark.parametrize(
    ("name", "left", "right", "likeness", "words"),
    [
        ("name", "Mira Testova", "Mira Testova", SAME, "the same"),
        ("name", "Mira Testová", "MIRA TESTOVA", SAME, "the same, written otherwise"),
        ("name", "Мира Тестова", "Mira Testova", SAME, "the same, written otherwise"),
        ("name", "Testova Mira", "Mira Testova", NEAR, "the same words in another order"),
        ("name", "Mira", "Mira Testova", NEAR, "one report gives only part of it"),
        ("name", "Elira Hoxha", "Hodja Elira", NEAR, "part of it is the same"),
        ("name", "Elira Testova", "Elira Testowa", NEAR, "spelled otherwise"),
        ("name", "Mira Testova", "Jana Novak", DIFFERENT, "different"),
        ("dob", "1989-02-28", "1989-02-28", SAME, "the same"),
        ("dob", "1989", "1989-02-28", NEAR, "the same year; one report knows no day"),
        ("dob", "1989-02-03", "1989-03-02", NEAR, "day and month are exchanged"),
        ("dob", "1989-02-28", "1989-06-01", NEAR, "the same year, another day"),
        ("dob", "1989-02-28", "1990-02-28", NEAR, "the same day, one year apart"),
        ("dob", "1989-02-28", "1979-02-28", NEAR, "the same day of another year"),
        ("dob", "1989", "1990-05-01", NEAR, "one year apart"),
        ("dob", "1989-02-28", "1970-01-05", DIFFERENT, "another year"),
        ("sex", "female", "male", DIFFERENT, "different"),
        ("nationality", "AL", "RO", DIFFERENT, "different"),
        ("document", "AB 123456", "ab123456", SAME, "the same, written otherwise"),
        ("document", "AB123456", "AB123457", NEAR, "one character differs"),
        ("document", "AB123456", "AB123465", NEAR, "two characters are exchanged"),
        ("document", "123456", "AB123456", NEAR, "one report gives only part of it"),
        ("document", "AB123456", "CD999999", DIFFERENT, "different"),
        ("role", "victim", "witness", ASIDE, "seen in another role"),
        ("place", "Middlesbrough", "MIDDLESBROUGH", SAME, "the same"),
        ("theme", "forced_labour", "unknown", ASIDE, "in another connection"),
        ("place", "Middlesbrough", "Drogheda", ASIDE, "not the same; people and things move"),
        ("name", "Mira Testova", "", ONE_SIDED, "only one report says"),
    ],
)
def test_a_fact_of_both(name: str, left: str, right: str, likeness: Likeness, words: str) -> None:
    for one, other in ((left, right), (right, left)):
        found = compare("person", {name: one}, {name: other})[0]
        assert (found.likeness, found.words) == (likeness, words)


def test_what_tells_most_comes_first_and_what_nobody_tells_is_left_out() -> None:
    left = {"place": "Seaham", "role": "victim", "name": "Mira", "eyes": "brown", "dob": ""}
    assert [one.name for one in compare("person", left, {"dob": ""})] == ["name", "role", "eyes", "place"]


def test_letters_that_differ_are_marked_and_the_order_of_words_is_not() -> None:
    found = compare("person", {"name": "Elira Testova"}, {"name": "Testowa Elira"})[0]
    assert found.left_parts == (("Elira Testo", False), ("v", True), ("a", False))
    assert found.right_parts == (("Testo", False), ("w", True), ("a Elira", False))


def test_of_codes_and_dates_no_letters_are_marked() -> None:
    for name, left, right in (("dob", "1989-02-28", "1970-01-05"), ("nationality", "AL", "RO")):
        assert compare("person", {name: left}, {name: right})[0].left_parts == ()
