import pytest

from pentameter.intelligence.intake.columns import COLUMNS, LABELS, names, required
from pentameter.intelligence.intake.columns.column import Column, codes_of
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.vocabulary import Theme


@pytest.mark.parametrize("kind", FileKind)
def test_every_column_is_explained_and_named_once(kind: FileKind) -> None:
    assert len(set(names(kind))) == len(COLUMNS[kind])
    assert set(required(kind)) < set(names(kind))
    for column in COLUMNS[kind]:
        assert column.meaning.endswith(".")
        assert LABELS[column.name] == column.label
        assert not column.required or column.example
        assert set(filter(None, map(str.strip, column.example.split(";")))) <= column.codes.keys() or not column.codes


def test_codes_mean_themselves_in_words() -> None:
    assert codes_of(Theme)["forced_labour"] == "forced labour"


def test_a_column_has_no_codes_unless_it_says_so() -> None:
    assert not Column("a", "a", "A.").codes
