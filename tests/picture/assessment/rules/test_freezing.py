"""What is frozen thaws to the same, is the same text each time, and is not believed when it was altered."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.picture.assessment.rules.content import Missing
from pentameter.picture.assessment.rules.freezing import Altered, digest, freeze, thaw
from picture.assessment import sample

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
CELLS = st.one_of(
    WORDS, st.integers(0, 10**9), st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(Missing)
)


@given(st.lists(st.tuples(WORDS, CELLS), max_size=6), WORDS)
def test_what_was_frozen_thaws_to_the_same(rows: list[tuple[str, object]], body: str) -> None:
    made = sample.assessment(sample.table(*rows), texts=(sample.text(body),))
    frozen = freeze(made)
    assert thaw(frozen, digest(frozen)) == made
    assert freeze(thaw(frozen, digest(frozen))) == frozen


def test_a_withheld_cell_stays_withheld() -> None:
    frozen = freeze(sample.assessment())
    assert thaw(frozen, digest(frozen)).tables[0].rows[1][1] is Missing.WITHHELD


def test_one_changed_figure_is_found() -> None:
    frozen = freeze(sample.assessment())
    altered = frozen.replace('["Durham",61]', '["Durham",62]')
    assert altered != frozen
    with pytest.raises(Altered, match="not the one"):
        thaw(altered, digest(frozen))


def test_a_later_format_is_not_guessed() -> None:
    later = json.dumps(json.loads(freeze(sample.assessment())) | {"format": 2})
    with pytest.raises(Altered, match="format 2"):
        thaw(later, digest(later))
