"""Names and their words: which can stand for one another."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.decisions.matching import letters, sounds, tables, weights
from pentameter.decisions.matching.letters import Word
from pentameter.decisions.matching.names import agreement, name, worth
from pentameter.decisions.matching.tokens import Grade, deletions, grade, token

WORDS = st.text("abcdeghijklmnoprstuvxyz", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Nguyễn Thị Hương", "nguyen thi huong"),
        ("O'Mearain", "omearain"),
        ("Okonjo-Ade", "okonjo ade"),
        ("王小明", "wang xiao ming"),
        ("Жуковская", "zhukovskaya"),
        ("M?d?lina", "mdlina"),
        ("Ｍａｒｉａ 2", "maria"),
        ("???", ""),
    ],
)
def test_any_script_in_plain_letters(written: str, plain: str) -> None:
    assert " ".join(word.text for word in letters.words(written)) == plain


def test_arabic_is_marked_as_without_vowels_and_its_article_stands_alone() -> None:
    found = letters.words("محمد الرحماني")
    assert found[0] == Word("mhmd", vowelless=True)
    assert len(found) == 3
    assert all(word.vowelless for word in found)


def test_letters_that_were_lost_are_noticed() -> None:
    assert not letters.is_whole("M?d?lina")
    assert letters.is_whole("Mădălina")
    assert not letters.is_whole("\u202eavotseT ariM")  # shown as "Mira Testova"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("maria", "maria", Grade.SAME),
        ("yershov", "ershov", Grade.SPELLING),
        ("petrova", "petrov", Grade.SPELLING),
        ("gosia", "malgorzata", Grade.OTHER_FORM),
        ("munteanu", "muntaenu", Grade.SLIP),
        ("gjokaj", "djokaj", Grade.SLIP),
        ("zhelyazkov", "jeliazkov", Grade.SOUND),
        ("georg", "georgescu", Grade.SHORTENED),
        ("m", "munteanu", Grade.INITIAL),
        ("hoxhallari", "munteanu", Grade.APART),
        ("lan", "mai", Grade.APART),
    ],
)
def test_words_and_how_they_stand_to_each_other(one: str, other: str, expected: Grade) -> None:
    assert grade(token(one), token(other)) is expected


@settings(max_examples=300, deadline=None)
@given(WORDS, WORDS)
def test_the_order_of_two_words_does_not_matter(one: str, other: str) -> None:
    assert grade(token(one), token(other)) is grade(token(other), token(one))
    assert worth(token(one), token(other)) == worth(token(other), token(one))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, min_size=1, max_size=3))
def test_the_order_of_two_names_does_not_matter(one: list[str], other: list[str]) -> None:
    left, right = name(" ".join(one)), name(" ".join(other))
    assert agreement(left, right).points == pytest.approx(agreement(right, left).points)


def test_the_order_of_the_words_of_a_name_does_not_matter() -> None:
    whole = name("Thi Huong", "Nguyen")
    found = {agreement(name(" ".join(order)), whole).points for order in permutations(["Nguyen", "Thi", "Huong"])}
    assert len(found) == 1


def test_two_words_of_the_given_name_are_not_two_agreements() -> None:
    one = agreement(name("Quang Huy", "Tran"), name("Quang Huy", "Bui"))
    assert one.points < weights.ENOUGH
    assert "a word of the name that the other has nothing like" in one.reasons


def test_common_words_are_worth_little() -> None:
    assert worth(token("nguyen"), token("nguyen")) < worth(token("lan"), token("lan")) < weights.WORD
    assert tables.particles() >= {"bin", "al"}
    assert tables.empty_words() >= {"ms", "unknown"}


def test_spellings_share_a_reading() -> None:
    assert sounds.fine("yershov") == sounds.fine("ershov")
    assert sounds.coarse("zhiqiang") & sounds.coarse("chihchiang")
    assert sounds.skeleton("mohammed") == sounds.skeleton("mhmd")
    assert sounds.stem("petrauskiene") == sounds.stem("petrauskaite")


def test_words_a_slip_apart_share_a_deletion() -> None:
    assert deletions("maria", 1) & deletions("amria", 1)
    assert not deletions("maria", 1) & deletions("ioana", 1)
