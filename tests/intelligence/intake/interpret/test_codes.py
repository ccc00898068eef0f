import pytest

from pentameter.intelligence.intake.columns import COLUMNS, Column
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.intake.interpret import codes
from pentameter.intelligence.vocabulary import Scheme

CODED = [
    column for kind in FileKind for column in COLUMNS[kind] if column.codes and column.name not in codes.GRADE_CODES
]


@pytest.mark.parametrize("column", CODED, ids=lambda column: column.name)
def test_every_code_is_read_as_itself(column: Column) -> None:
    for code in column.codes:
        assert codes.one(column.name, code) == code


@pytest.mark.parametrize(
    ("name", "written", "code"),
    [
        ("theme", "Labour exploitation", "forced_labour"),
        ("means", "Threat or use of force", "force"),
        ("purposes", "removal of organs", "organ_removal"),
        ("person2_sex", "Woman", "female"),
        ("person3_role", "potential victim", "possible_victim"),
        ("malicious", "TRUE", "yes"),
        ("looked", "Nil return", "nil"),
        ("theme", "anything", None),
    ],
)
def test_words_that_people_write(name: str, written: str, code: str | None) -> None:
    assert codes.one(name, written) == code


def test_several() -> None:
    assert codes.many("acts", "receipt; nonsense, Transfer;;receipt") == (("receipt", "transfer"), ("nonsense",))


def test_a_grade_belongs_to_its_scheme() -> None:
    assert codes.grade("source_grade", Scheme.THREE_FIVE_TWO, "reliable") == "1"
    assert codes.grade("source_grade", Scheme.FIVE_FIVE_FIVE, "reliable") is None


@pytest.mark.parametrize(("words", "sentence"), [(("a",), "a"), (("a", "b"), "a or b"), (("a", "b", "c"), "a, b or c")])
def test_a_choice(words: tuple[str, ...], sentence: str) -> None:
    assert codes.alternatives(words) == sentence
