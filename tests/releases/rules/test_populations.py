"""Which people are a part of which."""

from pentameter.releases.rules.populations import REFERRED, WITH_A_CASE, counted_together, parts, registered

FIRST, SECOND = registered("first wave"), registered("second wave")


def test_every_wave_and_all_waves_are_taken_from_all_cases() -> None:
    found = parts([SECOND, FIRST, WITH_A_CASE, "arrests"])
    assert found == (((FIRST,), WITH_A_CASE), ((SECOND,), WITH_A_CASE), ((FIRST, SECOND), WITH_A_CASE))


def test_who_was_referred_has_a_case() -> None:
    assert parts([REFERRED, WITH_A_CASE]) == (((REFERRED,), WITH_A_CASE),)


def test_without_the_whole_nothing_is_left_over() -> None:
    assert parts([FIRST, SECOND, REFERRED]) == ()


def test_of_many_waves_not_every_choice_is_tried() -> None:
    waves = [registered(f"wave {number}") for number in range(9)]
    assert len(parts([*waves, WITH_A_CASE])) == 10


def test_people_with_a_case_are_counted_together() -> None:
    assert {counted_together(one) for one in (FIRST, REFERRED, WITH_A_CASE)} == {WITH_A_CASE}
    assert counted_together("arrests") == "arrests"
