"""Any script in plain letters."""

import pytest

from pentameter.kernel.names import letters
from pentameter.kernel.names.letters import Word


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
