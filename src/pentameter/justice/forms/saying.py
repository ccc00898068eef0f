"""How a form says what a rule refused: at the field that the sentence names, with everything typed kept."""

from django import forms


class TellingForm(forms.Form):
    """A form that puts a refusal where it belongs. A sentence that begins with a field's label is that field's."""

    def say(self, reason: str) -> None:
        """Put a refusal at its field, or on top."""
        label, colon, rest = reason.partition(": ")
        named = next((name for name, one in self.fields.items() if colon and one.label == label), None)
        self.add_error(named, rest[:1].upper() + rest[1:] if named else reason)
