import pytest

from pentameter.config.demo import pool
from pentameter.config.demo.networks import THEMES
from pentameter.intelligence import vocabulary
from pentameter.operations.rules.involvement import Involvement


@pytest.mark.parametrize("nationality", pool.nationalities())
def test_every_nationality_has_names_for_women_and_men(nationality: str) -> None:
    for sex in ("female", "male"):
        assert len(pool.given_names(nationality, sex)) >= 5
        assert len(pool.surnames(nationality, sex)) >= 6


def test_sentences_carry_codes_that_exist() -> None:
    for theme in THEMES:
        for part in ("observation", "detail"):
            for sentence in pool.sentences(part, theme):
                assert not sentence.act or vocabulary.Act(sentence.act)
                assert not sentence.means or vocabulary.Means(sentence.means)
                assert all(vocabulary.Indicator(one) for one in sentence.indicators)


def test_every_theme_has_something_to_say_whatever_was_seen() -> None:
    for theme in THEMES:
        assert vocabulary.Theme(theme)
        assert any(not sentence.needs for sentence in pool.sentences("observation", theme))
        assert any(business.theme == theme for business in pool.businesses())


def test_no_postcode_district_is_given_to_two_towns() -> None:
    codes = [town.postcode for town in pool.towns()]
    assert len(set(codes)) == len(codes)


def test_participants_take_part_once_and_at_a_level_that_exists() -> None:
    agencies = [one.agency for one in pool.participants()]
    assert len(set(agencies)) == len(agencies)
    levels = {level for one in pool.participants() for level in one.levels}
    assert levels - {""} == set(Involvement)


def test_only_those_who_take_part_send_returns() -> None:
    for one in pool.participants():
        assert all(level or not pattern for level, pattern in zip(one.levels, one.returns, strict=True))
