"""Days are said in the language of the page, as London counts them."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from pentameter.look.speaking import spoken_day, spoken_month


@pytest.mark.parametrize(
    ("language", "said"), [("en-gb", "5 October 2007"), ("cy", "5 Hydref 2007"), ("ga", "5 Deireadh Fómhair 2007")]
)
def test_a_day_is_said_in_each_language(language: str, said: str) -> None:
    with translation.override(language):
        assert spoken_day(date(2007, 10, 5)) == said
        assert spoken_month(date(2007, 10, 5)) in said


def test_a_moment_is_said_as_its_day_in_london() -> None:
    assert spoken_day(datetime(2007, 9, 30, 23, 30, tzinfo=UTC)) == "1 October 2007"
