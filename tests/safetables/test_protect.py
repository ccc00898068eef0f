"""What is published withstands the attacker, and no more is hidden than has to be."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import flat, nested, table, tables

from safetables import BadInput, Protection, Refusal, Rules, Table, Zeros, attack, protect

RULES = st.builds(
    Rules,
    threshold=st.integers(3, 12),
    zeros=st.sampled_from(Zeros),
    protection=st.sampled_from([Protection.to_threshold(), Protection.share(0.5), Protection.width(4)]),
)


@settings(max_examples=60, deadline=None)
@given(tables(), RULES)
def test_every_protected_table_withstands_the_attacker_who_knows_the_truth(whole: Table, rules: Rules) -> None:
    try:
        safe = protect(whole, rules)
    except Refusal as refusal:
        assert str(refusal)  # noqa: PT017 - to refuse is an answer
        return
    found = attack(safe.published, rules, truths=[whole])
    assert found.safe, [one.sentence() for one in found.given_away]
    assert (safe.table.low <= whole.values).all()
    assert (whole.values <= safe.table.high).all()


@settings(max_examples=40, deadline=None)
@given(tables())
def test_what_is_shown_is_exact_and_what_is_small_is_not_shown(whole: Table) -> None:
    rules = Rules(threshold=5)
    safe = protect(whole, rules)
    hidden = safe.table.hidden
    assert (safe.table.low[~hidden] == whole.values[~hidden]).all()
    assert not (~hidden & (whole.values > 0) & (whole.values < 5)).any()
    assert not hidden[whole.values == 0].any()
    assert (safe.hidden, safe.cells) == (hidden.sum(), hidden.size)


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    safe = protect(table((nested(),), [30, 40, 0, 10]), Rules(threshold=10))
    assert (safe.hidden, safe.sensitive, safe.optimal) == (0, 0, True)


def test_noughts_are_hidden_where_they_are_a_secret() -> None:
    whole = table(flat(2, 2), [0, 20, 30, 40])
    assert protect(whole, Rules(zeros=Zeros.HIDDEN)).table.hidden[1, 1]
    assert not protect(whole, Rules(zeros=Zeros.SHOWN)).hidden


def test_linked_tables_hide_a_shared_cell_in_both() -> None:
    area = nested()
    first = table((area, *flat(2)), [3, 20, 30, 40, 21, 22, 50, 60])
    second = table((area,), [23, 70, 43, 110])
    safe = protect([first, second], Rules(threshold=10))
    shared = safe.published[0].hidden[:, 0]
    assert (shared == safe.published[1].hidden).all()
    assert attack(safe.published, truths=[first, second]).safe


def test_sums_are_protected_from_their_second_largest_contributor() -> None:
    dimensions = flat(2, 2)
    values = {("a0", "b0"): 100.0, ("a0", "b1"): 220.0, ("a1", "b0"): 310.0, ("a1", "b1"): 480.5}
    shares = {(a, b): (60.0, 50.0) for a in ("Total", "a0", "a1") for b in ("Total", "b0", "b1")}
    shares["a0", "b0"] = (90.0, 6.0)
    whole = Table.of(dimensions, values, whole=False, contributions=shares)
    rules = Rules(p_percent=10)
    safe = protect(whole, rules)
    assert safe.table.hidden[1, 1]
    assert attack(safe.published, rules, truths=[whole]).safe
    found = {bound.name: bound for bound in attack(safe.published, rules, truths=[whole]).bounds}["a a0, b b0"]
    assert found.low <= 95 < 105 <= found.high  # 10 % of 90, less the 4 that the others gave


def test_nothing_to_protect_is_bad_input() -> None:
    with pytest.raises(BadInput, match="no table"):
        protect([])


def test_a_table_of_one_small_count_is_hidden_wholly() -> None:
    safe = protect(table(flat(1), [3]), Rules(threshold=10))
    assert safe.hidden == 2
    assert np.isinf(safe.table.high).all()
