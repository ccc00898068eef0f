"""A refusal is said at the form; what is hidden or changed meanwhile keeps its own page."""

import pytest
from django import forms

from pentameter.kernel.verdict import Refused
from pentameter.victims.views.refusing import told_at


def test_a_refusal_is_said_at_the_form() -> None:
    form = forms.Form({})
    with told_at(form):
        raise Refused("It has not come yet.")
    assert form.non_field_errors() == ["It has not come yet."]


@pytest.mark.parametrize("kind", [{"hidden": True}, {"conflict": True}])
def test_what_is_hidden_or_changed_goes_on(kind: dict[str, bool]) -> None:
    with pytest.raises(Refused), told_at(forms.Form({})):
        raise Refused("Not here.", **kind)
