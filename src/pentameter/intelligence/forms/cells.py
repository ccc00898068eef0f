"""Fields for the columns of a template: what is coded is chosen, the rest is typed."""

from collections.abc import Iterable, Mapping

from django import forms

from pentameter.intelligence.intake.columns import Column
from pentameter.intelligence.intake.drafts import Problem

LONG = frozenset({"text", "original_text", "source_identity", "handling_conditions"})
_FEW = 6


def sentence(problem: Problem) -> str:
    """A problem's sentence on the page of its row, where the row's number need not be said again."""
    said = problem.sentence
    if said.startswith("Row ") and ", " in said:
        said = said.partition(", ")[2]
    return said[:1].upper() + said[1:]


def typed(column: Column, *, as_sent: str = "") -> forms.CharField:
    """A field for one cell, with its codes to choose from, and with what was sent where that is no code."""
    widget: forms.Widget = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    if column.codes and not column.many:
        strange = [(as_sent, f"{as_sent} (as sent)")] if as_sent and as_sent not in column.codes else []
        widget = forms.Select(choices=[("", ""), *strange, *coded(column)])
    elif column.name in LONG or len(as_sent) > 120:
        widget = forms.Textarea(attrs={"rows": 5})
    return _field(column, widget, _hint(column))


def chosen(column: Column) -> forms.Field:
    """A field for a new report: radios for few codes, a list for many, boxes where several may be chosen."""
    if column.codes and column.many:
        boxes = forms.CheckboxSelectMultiple()
        return forms.MultipleChoiceField(
            label=_label(column), help_text=column.meaning, required=False, choices=coded(column), widget=boxes
        )
    if column.codes and len(column.codes) <= _FEW:
        radios = forms.RadioSelect(choices=coded(column))
        return _field(column, radios, column.meaning)
    return typed(column)


def coded(column: Column) -> list[tuple[str, str]]:
    """The codes of a column with their meanings."""
    return [(code, _choice(code, meaning)) for code, meaning in column.codes.items()]


def as_cells(data: Mapping[str, object]) -> dict[str, str]:
    """What was chosen and typed, as cells of the template."""
    return {name: "; ".join(value) if isinstance(value, list) else str(value or "") for name, value in data.items()}


def tell(form: forms.Form, problems: Iterable[Problem]) -> None:
    """Say at each field what is wrong with it; what concerns no field of the form is said on top."""
    for problem in problems:
        form.add_error(problem.field if problem.field in form.fields else None, sentence(problem))


def _field(column: Column, widget: forms.Widget, hint: str) -> forms.CharField:
    # Nothing is demanded here: the interpreter says everything that is wrong at once, in its own words.
    field = forms.CharField(label=_label(column), help_text=hint, required=False, strip=False, widget=widget)
    field.widget.is_required = False
    return field


def _hint(column: Column) -> str:
    if column.many and column.codes:
        return f"{column.meaning} Codes: {', '.join(column.codes)}."
    example = column.example and not column.codes and column.name not in LONG
    return f"{column.meaning} For example: {column.example}" if example else column.meaning


def _label(column: Column) -> str:
    return column.label[:1].upper() + column.label[1:]


def _choice(code: str, meaning: str) -> str:
    words = meaning[:1].upper() + meaning[1:]
    return words if meaning.replace(" ", "_").casefold() == code.casefold() else f"{code}: {meaning}"
