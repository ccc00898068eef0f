"""Tables: counted, told apart, and with the digest that darkfigure gives them."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from darkfigure import CaptureHistories, examples
from pentameter.scale.rules.tables import Table, canonical, digest_of
from scale import scene

NAMES = ("LA", "NG", "PF", "GO")
people = st.lists(st.frozensets(st.sampled_from(NAMES), min_size=1), max_size=40)


def test_the_published_table_has_the_digest_of_darkfigures_own() -> None:
    assert scene.uk().digest == examples.load("UKdat").digest
    assert (scene.uk().people, scene.uk().on_several) == (2744, 252)


@given(people, st.permutations(NAMES))
def test_the_digest_is_darkfigures_whatever_the_order(histories: list[frozenset[str]], order: list[str]) -> None:
    table, other = Table.of(NAMES, histories), Table.of(order, histories)
    assert table.digest == other.digest
    assert table.people == len(histories)
    if len(table.lists) > 1:
        rows = [[*row, count] for row, count in table.rows()]
        assert CaptureHistories.from_counts(rows, table.lists).digest == table.digest


@given(people)
def test_overlaps_are_counted_person_by_person(histories: list[frozenset[str]]) -> None:
    table = Table.of(NAMES, histories)
    for one, other in combinations(table.lists, 2):
        assert table.on(one, other) == sum(one in lists and other in lists for lists in histories)
    assert table.on_several == sum(len(lists) > 1 for lists in histories)
    assert Table.from_json(table.as_json()) == table


def test_lists_that_nobody_is_on_are_left_out() -> None:
    assert Table.of(NAMES, [{"NG"}, {"GO", "NG"}]) == Table(("NG", "GO"), ((1, 1), (3, 1)))
    assert Table.of(NAMES, []) == Table((), ())


def test_one_form_of_json() -> None:
    assert canonical({"b": 1, "a": [0.1]}) == '{"a":[0.1],"b":1}'
    assert digest_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
