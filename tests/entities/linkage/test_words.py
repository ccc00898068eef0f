"""Names as words without order."""

import pytest

from pentameter.entities.linkage.words import MOST, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thị Hương", "HUONG, Nguyen Thi"),
        ("Жуковская Екатерина", "Ekaterina Zhukovskaya"),
        ("Ershov Ivan", "Ivan Yershov"),
        ("Mr John Fairweather", "fairweather john"),
        ("J Fairweather", "Fairweather"),
    ],
)
def test_order_script_and_spelling_do_not_matter(one: str, other: str) -> None:
    assert words(one).key == words(other).key != ""


def test_the_first_word_told_is_the_head() -> None:
    assert words("Imogen Ashdown").head == "imogen"
    assert words("Halloway, Imogen").head == words("Halloway").head != "imogen"


@pytest.mark.parametrize("name", ["", "?", "X", "J. K.", "unknown", "Mr"])
def test_what_tells_nobody_apart_is_no_name(name: str) -> None:
    assert words(name).plain == ()


def test_of_many_words_the_longest_are_kept() -> None:
    found = words("Ana Maria Ruxandra Elena Constantinescu")
    assert len(found.plain) == len(found.forms) == MOST
    assert any("onstantin" in word for word in found.plain)


def test_a_missing_space_leaves_the_letters_the_same() -> None:
    assert words("Xiaoling Zheng").letters == words("Xiao Ling Zheng").letters
