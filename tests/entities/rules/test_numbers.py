"""Part of a number, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.entities.rules.numbers import compact, dialled, parts_of_phone, rare_runs, runs

NUMBER = "+447700900417"


@pytest.mark.parametrize(
    "typed",
    [
        "07700 900417",
        "07700900417",
        "+44 7700 900417",
        "+44 (0)7700 900417",
        "0044 7700 900417",
        "447700900417",
        "(07700) 900-417",
        "07700.900.417",
        "0770",
        "7700 9",
        "900417",
        "0417",
        "00 9004",
        "+44 7700",
    ],
)
def test_any_part_of_a_phone_in_any_form_is_part_of_it(typed: str) -> None:
    held = dialled(NUMBER)
    meant = [part for part in parts_of_phone(typed) if part in held]
    assert meant
    assert any(set(rare_runs(part)) <= runs(held) for part in meant)


@pytest.mark.parametrize(
    "typed", ["", "417", "+44", "07700 9004l7", "NK07 ABC", "Mira", "-" * 200, "12 Example Street"]
)
def test_what_is_no_part_of_a_phone(typed: str) -> None:
    assert not parts_of_phone(typed)


def test_a_number_of_the_other_state_and_one_that_no_plan_knows() -> None:
    assert dialled("+353209123456") == "0209123456"
    assert dialled("+9991234567") == "9991234567"
    assert "209123456" in parts_of_phone("+353 20 912 3456")


@given(st.text("abc0123456789", min_size=1, max_size=20), st.data())
def test_every_part_of_four_signs_or_more_has_its_runs_in_the_whole(whole: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(whole) - 4)))
    end = data.draw(st.integers(min(start + 4, len(whole)), len(whole)))
    part = whole[start:end] if len(whole) >= 4 else whole
    assert set(rare_runs(part)) <= runs(whole)


def test_nothing_has_no_runs_and_what_is_short_is_found_whole() -> None:
    assert runs("") == frozenset()
    assert runs("a1") == {"a1"}
    assert compact("nk07 ab-c") == compact("NK07ABC") == "nk07abc"
