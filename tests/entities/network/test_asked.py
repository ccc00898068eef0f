"""What is asked, as an address says it: written and read again, it is the same."""

from datetime import date
from uuid import UUID

import pytest
from django.http import QueryDict

from pentameter.entities.forms.network import read
from pentameter.entities.network.asked import Asked
from pentameter.intelligence.intake.relations import Relation

ALL = Asked(
    first=date(2026, 1, 2),
    last=date(2026, 3, 4),
    agency="durham",
    area="Durham",
    theme="forced_labour",
    scheme="3x5x2",
    source_grade="2",
    information_grade="B",
    kinds=("person", "phone"),
    relations=(Relation.USES, Relation.CONTROLS),
    things=(UUID(int=1), UUID(int=2)),
    start=UUID(int=3),
    end=UUID(int=4),
    most=500,
)


def _query(asked: Asked) -> QueryDict:
    given = QueryDict(mutable=True)
    for name, value in asked.parameters():
        given.appendlist(name, value)
    return given


@pytest.mark.parametrize("asked", [Asked(), ALL, Asked(scheme="5x5x5"), Asked(scheme="5x5x5", information_grade="2")])
def test_an_address_says_all_of_it(asked: Asked) -> None:
    assert read(_query(asked)) == asked


def test_how_many_filters_are_set() -> None:
    assert Asked().active == 0
    assert ALL.active == 9


def test_opening_a_thing_twice_opens_it_once() -> None:
    assert Asked().opened(UUID(int=1)).opened(UUID(int=1)).things == (UUID(int=1),)
