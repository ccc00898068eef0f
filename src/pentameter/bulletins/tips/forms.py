"""What may be typed: a tip-off, something to add, and a receipt code."""

import re
import secrets
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pentameter.bulletins.tips.rules import codes
from pentameter.bulletins.tips.rules.letters import LONGEST, MOST_PICTURES, Letter
from pentameter.bulletins.tips.rules.pictures import NotTaken, cleaned

_FORM_KEY = re.compile(r"[A-Za-z0-9_-]{43}")
_TOO_MANY = f"Send at most {MOST_PICTURES} pictures at once. You can add more with your code."
_WRONG_CODE = "This is not a whole code. It has five groups of five letters and figures; compare it with your note."


class File(forms.FileInput):
    """Several files in one field. Templates know it as `file`."""

    allow_multiple_selected = True


class PicturesField(forms.FileField):
    """Pictures, with nothing left but the picture."""

    widget = File(attrs={"accept": "image/jpeg,image/png,image/webp"})

    def clean(self, data: Any, initial: Any = None) -> tuple[bytes, ...]:
        """The pictures, or a sentence that says what to do."""
        files = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if len(files) > MOST_PICTURES:
            raise ValidationError(_TOO_MANY)
        try:
            return tuple(cleaned(one.read()) for one in files)
        except NotTaken as not_taken:
            raise ValidationError(str(not_taken)) from None


class FormKeyed(forms.Form):
    """A form with a random key of its own, so that what is sent twice is there once."""

    form_key = forms.CharField(widget=forms.HiddenInput(), required=False)

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"form_key": secrets.token_urlsafe(32)})

    def clean_form_key(self) -> str:
        """The key; a form whose key was lost gets a new one, and is sent once more."""
        found = str(self.cleaned_data["form_key"])
        if not _FORM_KEY.fullmatch(found):
            self.data = {**dict(self.data.items()), "form_key": secrets.token_urlsafe(32)}
            raise ValidationError("This page is too old to send. Send it once more: what you typed is still there.")
        return found


class WordsForm(FormKeyed):
    """Words and pictures."""

    what = forms.CharField(
        label="What do you want to tell us?",
        help_text=f"What you saw or know, in any language. At most {LONGEST:,} characters.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Write what you want to tell us."},
    )
    pictures = PicturesField(
        label="Pictures",
        help_text=(
            f"Up to {MOST_PICTURES}, JPEG, PNG or WebP, at most 5 MB each. What a picture file says of where, when and "
            "with which camera is taken out. What the picture shows stays."
        ),
        required=False,
    )

    @property
    def letter(self) -> Letter:
        """What was told."""
        said = self.cleaned_data
        plain = {name: said.get(name, "") for name in ("what", "where", "when", "contact")}
        return Letter(**plain, pictures=said["pictures"])


class TellForm(WordsForm):
    """A tip-off."""

    where = forms.CharField(
        label="Where?",
        help_text="A town, a street, a website: as exactly as you know.",
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    when = forms.CharField(
        label="When?",
        help_text="A day and a time, or “every night”, or “in summer”.",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    may_contact = forms.ChoiceField(
        label="May we contact you?",
        help_text="You need not. With the code that you get, you can read a reply here without telling us who you are.",
        choices=[("no", "No"), ("yes", "Yes")],
        initial="no",
        required=False,
        widget=forms.RadioSelect(),
    )
    contact = forms.CharField(
        label="If yes: how, and when is it safe?",
        help_text="For example a number, and “never before noon”.",
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = ("what", "where", "when", "pictures", "may_contact", "contact", "form_key")

    def clean(self) -> dict[str, Any]:
        """A yes needs a way; with a no nothing is kept of it."""
        said = super().clean() or self.cleaned_data
        if said.get("may_contact") != "yes":
            said["contact"] = ""
        elif not said.get("contact"):
            self.add_error("contact", "Write how we may contact you, or choose no.")
        return said


class CodeForm(forms.Form):
    """A receipt code."""

    code = forms.CharField(
        label="Your code",
        help_text="Five groups of five letters and figures. Capitals, spaces and hyphens do not matter.",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-20"}),
        error_messages={"required": "Enter your code."},
    )

    def clean_code(self) -> str:
        """The code as it was meant."""
        found = codes.read(self.cleaned_data["code"])
        if found is None:
            raise ValidationError(_WRONG_CODE)
        return found


class AddForm(WordsForm):
    """Something to add, with the code that was typed before."""

    code = forms.CharField(widget=forms.HiddenInput(), max_length=100)
    field_order = ("what", "pictures", "code", "form_key")

    def clean_code(self) -> str:
        """The code as it was meant."""
        found = codes.read(self.cleaned_data["code"])
        if found is None:
            raise ValidationError(_WRONG_CODE)
        return found
