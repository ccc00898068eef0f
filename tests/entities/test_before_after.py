"""The drawing of what an answer would make of a pair: as many dots as it says, and never more than can be counted."""

import re
from datetime import date

import pytest

from pentameter.entities.before_after import MOST_DOTS, before_and_after
from pentameter.entities.queries.neighbourhood import Neighbourhood, Size, Things
from tests.look.charts.drawing import faults, read

TODAY = date(2026, 3, 2)
NAMES = {"durham": "Durham Constabulary", "garda": "An Garda Síochána", "kent": "Kent Police"}


def size(*held: tuple[str, int]) -> Size:
    return Size(sum(count for _, count in held), tuple(sorted(dict(held))), (), held)


def two(left: Size, right: Size) -> Neighbourhood:
    """Two things that "same" makes one."""
    both = dict(left.held)
    for agency, count in right.held:
        both[agency] = both.get(agency, 0) + count
    before = Things(left, right)
    return Neighbourhood(before, Things(size(*both.items()), None), before, (), ())


def one(left: Size, right: Size) -> Neighbourhood:
    """One thing that "different" makes two."""
    joined = two(left, right)
    return Neighbourhood(joined.same, joined.same, joined.before, (), ())


def drawn(around: Neighbourhood) -> str:
    svg = str(before_and_after(around, NAMES, TODAY).svg())
    assert faults(read(svg)) == []
    return svg


def test_two_things_become_one_outline_about_the_same_dots() -> None:
    svg = drawn(two(size(("durham", 3), ("kent", 1)), size(("garda", 2))))
    assert svg.count("<circle") == 2 * 6
    assert svg.count("<rect") == 3
    assert svg.count("stroke-dasharray") == 1
    places = re.findall(r'<circle cx="([^"]+)"', svg)
    assert places[:6] == places[6:]
    label = read(svg).root.attrib["aria-label"]
    assert label == "Now: two things, of 4 mentions and of 2 mentions. After “same”: one thing of 6 mentions."


def test_one_thing_becomes_two() -> None:
    svg = drawn(one(size(("durham", 1)), size(("garda", 1))))
    assert "After “different”" in svg
    assert (svg.count("<circle"), svg.count("<rect"), svg.count("stroke-dasharray")) == (4, 3, 1)


def test_what_leaves_somebody_out_is_drawn_as_it_would_be() -> None:
    """A judgement elsewhere takes a mention of Kent's out of what they become."""
    before = Things(size(("durham", 1), ("kent", 1)), size(("garda", 1)))
    after = Things(size(("durham", 1), ("garda", 1)), None)
    svg = drawn(Neighbourhood(before, after, before, (), ()))
    assert svg.count("<circle") == 3 + 2
    assert "one thing of 2 mentions" in svg


@pytest.mark.parametrize("count", [16, 40, 10_000])
def test_many_are_told_in_words(count: int) -> None:
    many = size(*((f"agency-{number}", count) for number in range(12)))
    svg = drawn(two(many, size(("garda", 1))))
    assert svg.count("<circle") <= 2 * 2 * MOST_DOTS
    (more,) = set(re.findall(r"and ([\d,]+) more", svg))
    assert int(more.replace(",", "")) + MOST_DOTS == 12 * count


def test_who_is_many_leaves_room_for_the_next() -> None:
    svg = drawn(two(size(("durham", 300), ("kent", 2)), size(("garda", 1))))
    assert "Kent Police" in svg
    assert "Durham Constabulary" in svg


def test_its_table_says_the_same() -> None:
    table = before_and_after(two(size(("durham", 3)), size(("garda", 2))), NAMES, TODAY).table()
    assert table.rows == (
        ("Now", "the one", "Durham Constabulary", "3"),
        ("Now", "the other", "An Garda Síochána", "2"),
        ("After “same”", "the one", "Durham Constabulary", "3"),
        ("After “same”", "the one", "An Garda Síochána", "2"),
    )
