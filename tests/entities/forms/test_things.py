"""What narrows the list of things, and which interests were seen."""

import pytest
from django.http import QueryDict

from pentameter.entities.forms.things import SeenForm, ThingsForm


@pytest.mark.parametrize(
    ("asked", "kind", "reference", "active"),
    [
        ({}, "", "", 0),
        ({"kind": "phone", "reference": " DUR-1 "}, "phone", "DUR-1", 2),
        ({"kind": "dragon"}, "", "", 0),
        ({"reference": "x" * 81}, "", "", 0),
    ],
)
def test_what_is_not_known_narrows_nothing(asked: dict[str, str], kind: str, reference: str, active: int) -> None:
    form = ThingsForm(asked)
    assert (form.kind_chosen, form.reference_asked, form.active) == (kind, reference, active)


@pytest.mark.parametrize(("said", "valid"), [("6f1c2f0e-0000-4000-8000-0000000000ff", True), ("7", False), ("", False)])
def test_interests_are_named_by_their_identifiers(said: str, valid: bool) -> None:
    assert SeenForm(QueryDict(f"interests={said}")).is_valid() is valid
