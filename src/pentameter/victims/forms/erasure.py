"""Erasing a case, as typed."""

from django import forms

from pentameter.victims.rules.erasure import Why


class ErasureForm(forms.Form):
    """Why a case is erased, and what for it is opened."""

    why = forms.ChoiceField(
        label="Why it is erased",
        choices=[(one.value, one.words) for one in Why],
        widget=forms.RadioSelect,
    )
    was_told = forms.BooleanField(
        label="She was told that removal lists will no longer find her",
        required=False,
        help_text="In a language that she understands. Only then may it be erased while she is protected.",
    )
    purpose = forms.CharField(max_length=200, help_text="Kept in the record of who did what. Name nobody.")


class PurposeForm(forms.Form):
    """For what purpose a page is opened."""

    purpose = forms.CharField(max_length=200, help_text="Kept in the record of who did what. Name nobody.")
