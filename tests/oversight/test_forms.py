"""What may be typed, and what an error says."""

import pytest

from pentameter.oversight.forms import HomeForm, ReviewForm
from pentameter.oversight.rules.reviews import Outcome


def test_a_review_has_an_outcome_and_a_reason() -> None:
    form = ReviewForm({"outcome": "taken_further", "reason": "He was curious."})
    assert form.is_valid()
    assert form.found == {"outcome": Outcome.TAKEN_FURTHER, "reason": "He was curious."}
    assert ReviewForm({}).errors == {"outcome": ["Choose what you found."], "reason": ["Say why."]}


@pytest.mark.parametrize(("typed", "kept"), [("dh13xx", "DH1 3XX"), ("D02X285", "D02 X285"), ("DH1", ""), ("here", "")])
def test_a_whole_postcode(typed: str, kept: str) -> None:
    form = HomeForm({"postcode": typed})
    assert form.is_valid() is bool(kept)
    assert form.cleaned_data.get("postcode", "") == kept
