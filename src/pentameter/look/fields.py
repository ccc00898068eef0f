"""Form fields that the look adds, forms that say what a rule refused, and what the templates need to draw any field."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField, Field

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CHOSEN = frozenset({"select", "radioselect", "checkboxselectmultiple", "file", "clearablefile"})
_DRAWN_APART = frozenset({"class", "rows", "cols", "autocomplete", "inputmode", "spellcheck"})


class TellingForm(forms.Form):
    """A form that puts a refusal where it belongs. A sentence that begins with a field's label is that field's."""

    def say(self, reason: str) -> None:
        """Put a refusal at its field, or on top, with everything typed kept."""
        label, colon, rest = reason.partition(": ")
        named = next((name for name, one in self.fields.items() if colon and one.label == label), None)
        self.add_error(named, rest[:1].upper() + rest[1:] if named else reason)


class Day(forms.MultiWidget):
    """Three boxes: day, month, year. Named so that templates know it as `day`."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"day": forms.TextInput(), "month": forms.TextInput(), "year": forms.TextInput()}, attrs)

    def decompress(self, value: date | None) -> list[Any]:
        return [value.day, value.month, value.year] if value else ["", "", ""]


class DayField(forms.MultiValueField):
    """A date typed as day, month and year; the month may be a name."""

    widget = Day

    def __init__(self, **kwargs: Any) -> None:
        parts = tuple(forms.CharField(max_length=9) for _ in range(3))
        super().__init__(fields=parts, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> date | None:
        """The date, or a sentence that says what is missing or wrong."""
        parts = [str(part or "").strip() for part in (value or ["", "", ""])]
        if not any(parts):
            if self.required:
                raise ValidationError("Enter a date.", code="required")
            return None
        return _date(*parts)

    def compress(self, data_list: list[Any]) -> Any:
        """Not used: `clean` reads the three parts itself."""
        return data_list


def _date(day: str, month: str, year: str) -> date:
    for part, name in ((day, "day"), (month, "month"), (year, "year")):
        if not part:
            raise ValidationError(f"The date must include a {name}.", code="incomplete")
    named = month[:3].lower()
    number = str(_MONTHS.index(named) + 1) if named in _MONTHS else month
    try:
        return date(int(year), int(number), int(day))
    except (ValueError, OverflowError):
        typed = f"{day} {month} {year}"
        raise ValidationError(f"{typed} is not a date. Write it as 27 3 2008.", code="invalid") from None


def told(bound: BoundField) -> list[str]:
    """What is wrong with a field. Where it is empty, what to enter, since "this field" says nothing in a summary."""
    label = str(bound.label or "")
    name = label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label
    verb = "Choose" if bound.widget_type in _CHOSEN else "Enter"
    empty = Field.default_error_messages["required"]
    said = [f"{verb} {name}." if error == empty else str(error) for error in bound.errors]
    return [_of_which_date(one, label) for one in said] if isinstance(bound.field, DayField) else said


def _of_which_date(error: str, label: str) -> str:
    """The sentence with the name of its field: a form may ask for two dates."""
    named = error.replace("Enter a date.", f"Enter a date for “{label}”.")
    return named.replace("The date must", f"The date for “{label}” must")


def options(bound: BoundField) -> list[dict[str, Any]]:
    """The choices of a field, as GOV.UK's macros want them."""
    drawn = [part.data for part in bound.subwidgets]
    return [
        {"value": o["value"], "text": o["label"], "checked": o["selected"], "selected": o["selected"]} for o in drawn
    ]


def day_parts(bound: BoundField, error: object) -> list[dict[str, Any]]:
    """The three boxes of a `Day`, with what was typed."""
    value = bound.value()
    typed = value if isinstance(value, list | tuple) else Day().decompress(value)
    shade = " govuk-input--error" if error else ""
    return [
        {
            "name": f"{bound.html_name}_{name}",
            "id": f"{bound.auto_id}-{name}",
            "label": name.capitalize(),
            "classes": f"govuk-input--width-{4 if name == 'year' else 2}{shade}",
            "value": "" if part is None else str(part),
        }
        for name, part in zip(("day", "month", "year"), typed, strict=True)
    ]


def extra(attrs: dict[str, Any]) -> dict[str, Any]:
    """The widget's attributes that the macros do not draw by themselves."""
    return {key: value for key, value in attrs.items() if key not in _DRAWN_APART and value not in (False, None)}
