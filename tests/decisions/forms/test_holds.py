"""A reference is taken as it is kept, and what is none says what one looks like."""

from pentameter.decisions.forms.holds import HoldForm


def test_it_is_taken_as_it_is_kept() -> None:
    form = HoldForm({"reference": "h 7k2m 9qxd"})
    assert form.is_valid()
    assert form.cleaned_data["reference"] == "H-7K2M-9QXD"


def test_what_is_none_says_what_one_looks_like() -> None:
    form = HoldForm({"reference": "seven"})
    assert "like H-7K2M-9QXD" in str(form.errors["reference"])
