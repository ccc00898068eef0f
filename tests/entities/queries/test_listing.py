"""Lists of things: what most hold first, by kind, and nothing counted that the reader may not read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from entities.ground import Ground, judged
from pentameter.entities.queries.listing import PAGE, things_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> Ground:
    return Ground()


def test_what_most_agencies_hold_comes_first(ground: Ground) -> None:
    three = [ground.mention("durham") for _ in range(3)]
    two = [ground.mention("durham"), ground.mention("cleveland")]
    for group in (three, two):
        for one in group[1:]:
            judged(group[0], one)
    ground.mention("durham")
    lines = things_page(cast.durham_constable()).lines
    assert [(line.id, line.mentions, line.agencies) for line in lines] == [
        (min(two), 2, ("cleveland", "durham")),
        (min(three), 3, ("durham",)),
    ]


def test_one_kind_alone(ground: Ground) -> None:
    judged(ground.mention(), ground.mention())
    judged(ground.mention(kind="phone"), ground.mention(kind="phone"))
    assert [line.kind for line in things_page(cast.durham_constable(), kind="phone").lines] == ["phone"]


def test_what_may_not_be_read_is_not_counted(ground: Ground) -> None:
    mine = [ground.mention("durham"), ground.mention("durham")]
    hidden = ground.mention("cleveland", scheme="5x5x5", handling="4")
    judged(*mine)
    judged(mine[0], hidden, by=cast.cleveland_sergeant())
    (line,) = things_page(cast.durham_constable()).lines
    assert (line.mentions, line.agencies) == (2, ("durham",))
    (whole,) = things_page(cast.cleveland_sergeant()).lines
    assert whole.mentions == 3


def test_what_only_a_hidden_report_joins_is_no_thing_for_the_reader(ground: Ground) -> None:
    hidden = ground.mention("cleveland", scheme="5x5x5", handling="4")
    for _ in range(2):
        judged(ground.mention("durham"), hidden, by=cast.cleveland_sergeant())
    assert things_page(cast.durham_constable()).lines == ()


def test_pages(ground: Ground) -> None:
    for _ in range(PAGE + 1):
        judged(ground.mention(), ground.mention())
    first, second = (things_page(cast.durham_constable(), number=number) for number in (1, 2))
    assert (len(first.lines), first.more) == (PAGE, True)
    assert (len(second.lines), second.more) == (1, False)
    assert not {line.id for line in first.lines} & {line.id for line in second.lines}


def test_however_many_the_queries_are_as_many(ground: Ground) -> None:
    def queries() -> int:
        judged(ground.mention(), ground.mention())
        with CaptureQueriesContext(connection) as caught:
            things_page(cast.durham_constable())
        return len(caught)

    assert queries() == queries()
