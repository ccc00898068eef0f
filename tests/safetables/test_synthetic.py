"""Synthetic records: nobody real, alike in number; refused where they would say nothing."""

import sys
from collections import Counter
from itertools import product
from typing import Any

import pytest

from safetables import BadInput, Noise, Records, Refusal, Synthetic, synthesise

COLUMNS = ("gender", "age", "form")
VALUES = (("F", "M"), ("18 to 20", "0", ""), ("labour", "sexual"))
MANY = Records(COLUMNS, tuple(product(*VALUES)) * 100)
RARE = ("X", "91", "an only case")


def test_records_of_nobody_are_alike_in_number() -> None:
    made = synthesise(MANY, Noise(epsilon=4.0))
    assert made.records.columns == COLUMNS
    for column, known in zip(zip(*made.records.rows, strict=True), VALUES, strict=True):
        assert set(column) <= {*known, ""}  # blank where none was drawn
    assert 600 < made.people < 1800  # the noise may be large, though seldom
    women = Counter(row[0] for row in made.records.rows)["F"]
    assert women == pytest.approx(len(made.records.rows) / 2, rel=0.3)
    assert f"Nobody in these {len(made.records.rows):,} records is real." in made.statement
    assert "epsilon 4, delta 1 / (n ln n)" in made.statement


def test_who_is_alone_in_the_records_does_not_come_out() -> None:
    made = _unless_refused(Records(COLUMNS, (*MANY.rows, RARE)), Noise(epsilon=0.5, delta=1e-9))
    assert not {value for row in made.records.rows for value in row} & set(RARE)
    assert "delta 1e-09" in made.statement


def _unless_refused(records: Records, noise: Noise) -> Synthetic:
    """What comes of them. The noise on their number leaves nothing of them about once in sixteen times."""
    for _ in range(30):
        try:
            return synthesise(records, noise)
        except Refusal:
            continue
    raise AssertionError("Thirty times nothing was left of them.")


def test_too_few_say_nothing() -> None:
    with pytest.raises(Refusal, match="fewer than 100"):
        synthesise(Records(COLUMNS, MANY.rows[:99]))
    with pytest.raises(Refusal, match="nothing is left"):
        synthesise(Records(("name",), tuple((f"Person {n}",) for n in range(200))), Noise(epsilon=0.1, delta=1e-12))


@pytest.mark.parametrize("given", [{"epsilon": 0}, {"epsilon": float("nan")}, {"delta": 1.0}, {"longest": 0}])
def test_noise_that_is_none_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match=f"{next(iter(given))} is"):
        Noise(**given)


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(BadInput, match="one name"):
        synthesise(Records(("age", "age"), (("1", "2"),) * 100))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pacsynth", None)
    with pytest.raises(BadInput, match="pip install pac-synth"):
        synthesise(MANY)
