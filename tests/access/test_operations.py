"""Operations, compartments and reaches have names that a person can read."""

import pytest

from pentameter.access.operations import Compartment, Operation, Reach


@pytest.mark.parametrize("word", [*Operation, *Compartment, *Reach])
def test_a_name_is_its_value(word: Operation | Compartment | Reach) -> None:
    assert word.value == word.name.lower()


def test_reaches_are_said_apart() -> None:
    assert len({reach.words for reach in Reach}) == len(Reach)
    assert len({compartment.words for compartment in Compartment}) == len(Compartment)
