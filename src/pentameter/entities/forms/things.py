"""What narrows the list of things, and which interests were seen."""

from typing import Any

from django import forms

from pentameter.entities.rules.naming import KINDS


class ThingsForm(forms.Form):
    """The list of things by kind, or what a report mentions by the report's own reference."""

    kind = forms.ChoiceField(label="Kind", required=False, choices=[("", "All"), *KINDS.items()])
    reference = forms.CharField(
        label="Reference of a report",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    @property
    def kind_chosen(self) -> str:
        """The kind, or "" for all."""
        return self._said("kind")

    @property
    def reference_asked(self) -> str:
        """The reference that was asked for, or ""."""
        return self._said("reference")

    @property
    def active(self) -> int:
        """How many filters are set."""
        return sum(map(bool, (self.kind_chosen, self.reference_asked)))

    def _said(self, name: str) -> str:
        self.is_valid()
        return str(self.cleaned_data.get(name, "")).strip()


class _Chosen(forms.MultipleChoiceField):
    """Identifiers that were ticked; which there are, the service knows."""

    def valid_value(self, value: Any) -> bool:
        """Whether it looks like an identifier."""
        try:
            return bool(forms.UUIDField().clean(value))
        except forms.ValidationError:
            return False


class SeenForm(forms.Form):
    """The interests that were seen."""

    interests = _Chosen()
