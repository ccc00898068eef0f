"""Small counts are withheld, and an attacker who knows the rule, the total and all that is shown cannot get them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pytest

from pentameter.picture.rules.withholding import FEWEST, Grouped, as_they_are, finest, grouped

NATIONS = ("AL", "CN", "MD", "NG", "RO", "TH")
AGES = ("adult", "child", "maybe")


@pytest.mark.parametrize(
    ("counts", "shown", "others"),
    [
        ({}, (), None),
        ({"RO": 0}, (), None),
        ({"RO": 31, "AL": 12}, (("RO", 31), ("AL", 12)), None),
        ({"RO": 31, "AL": 12, "CN": 6, "NG": 4}, (("RO", 31), ("AL", 12)), 10),
        ({"RO": 31, "AL": 12, "CN": 3}, (("RO", 31),), 15),
        ({"RO": 31, "AL": 10, "MD": 10, "CN": 9}, (("RO", 31), ("AL", 10)), 19),
        ({"RO": 3, "AL": 2}, (), 5),
        ({"RO": 10, "CN": 1}, (), 11),
        ({"": 40, "RO": 9}, (), 49),
    ],
)
def test_what_is_small_is_put_together(counts: dict[str, int], shown: object, others: int | None) -> None:
    assert grouped(counts) == Grouped(shown, others)


def test_nothing_is_lost() -> None:
    counts = {"RO": 31, "AL": 12, "CN": 3}
    told = grouped(counts)
    assert sum(count for _, count in told.shown) + (told.others or 0) == sum(counts.values())
    assert as_they_are(counts | {"NG": 0}).shown == (("RO", 31), ("AL", 12), ("CN", 3))


@pytest.mark.parametrize(
    ("adult", "child", "maybe", "told"),
    [
        (30, 12, 11, {"adult": 30, "child": 12, "maybe": 11}),
        (30, 12, 3, {"adult": 30, "young": 15}),
        (30, 10, 0, {"adult": 30, "young": 10}),
        (30, 5, 4, None),
        (9, 30, 30, None),
        (0, 0, 0, None),
    ],
)
def test_a_fixed_table_is_shown_as_finely_as_it_may(adult: int, child: int, maybe: int, told: object) -> None:
    assert finest(_groupings({"adult": adult, "child": child, "maybe": maybe})) == told


@pytest.mark.parametrize("fewest", [2, 3, 4])
def test_no_withheld_nationality_can_be_told_closer_than_the_threshold(fewest: int) -> None:
    """Every table of up to thirteen people: for each page that it could be, what a kind that is not shown may be.

    Six kinds stand for some two hundred and forty countries, so pages are left out on which nearly all kinds that are
    not shown would have to be as large as a small one can be: no wave is of thousands of people of small nationalities.
    """
    pages: dict[object, list[Mapping[str, int]]] = defaultdict(list)
    for total in range(14):
        for table in _tables(NATIONS, total):
            told = grouped(table, fewest=fewest)
            pages[total, told.shown, told.others].append(table)
    attacked = 0
    for (total, shown, others), tables in pages.items():  # type: ignore[misc]
        hidden = set(NATIONS) - {name for name, _ in shown}
        if others is None or others > (len(hidden) - 1) * (fewest - 1):
            continue
        attacked += 1
        for name in hidden:
            assert len({table[name] for table in tables}) >= min(fewest, total + 1), (shown, others, name)
    assert attacked > 20


@pytest.mark.parametrize("fewest", [2, 3, 5])
def test_no_withheld_age_can_be_told_closer_than_the_threshold(fewest: int) -> None:
    pages: dict[object, list[Mapping[str, int]]] = defaultdict(list)
    for total in range(30):
        for table in _tables(AGES, total):
            told = finest(_groupings(table), fewest=fewest)
            pages[total, tuple(told.items()) if told else None].append(table)
    for (total, told), tables in pages.items():  # type: ignore[misc]
        shown = {name for name, _ in told or ()}
        for name in set(AGES) - shown:
            assert len({table[name] for table in tables}) >= min(fewest, total + 1), (told, name)


def test_the_threshold_is_the_one_of_the_routes() -> None:
    from pentameter.entities.network.routes import FEWEST as OF_ROUTES

    assert FEWEST == OF_ROUTES


def _groupings(counts: Mapping[str, int]) -> tuple[Mapping[str, int], ...]:
    return (counts, {"adult": counts["adult"], "young": counts["child"] + counts["maybe"]})


def _tables(names: tuple[str, ...], total: int) -> Iterator[dict[str, int]]:
    """Every way to share so many people among the kinds."""
    if len(names) == 1:
        yield {names[0]: total}
        return
    for first in range(total + 1):
        for rest in _tables(names[1:], total - first):
            yield {names[0]: first, **rest}
