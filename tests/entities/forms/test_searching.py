"""What may be typed to search, and what makes no sense among the filters."""

import pytest

from intelligence import ground
from pentameter.entities.forms.searching import NarrowForm, SearchForm
from pentameter.entities.rules.asking import Narrowed

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.mark.parametrize(
    ("words", "purpose", "errors"),
    [
        ("mira", "to find her", {}),
        ("", "to find her", {"words": ["Type a word, a name, or part of a number."]}),
        ("mira", " ", {"purpose": ["Say for what purpose you need it."]}),
        ("mira", "x" * 501, {"purpose": ["Say it in at most 500 characters."]}),
        (
            "x" * 10_000,
            "to find her",
            {"words": ["That is longer than 200 characters. Look for a few words of it."]},
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_field(words: str, purpose: str, errors: dict[str, list[str]]) -> None:
    assert SearchForm({"words": words, "purpose": purpose}).errors == errors


def test_a_filter_that_makes_no_sense_is_left_out() -> None:
    ground.agencies()
    given = {"kind": "person", "agency": "nobody", "theme": "' OR 1=1"}
    assert NarrowForm(given).narrowed() == Narrowed(kind="person")
    assert NarrowForm({}).narrowed() == Narrowed()
