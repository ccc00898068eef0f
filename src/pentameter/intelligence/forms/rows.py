"""Mending a row: what is wrong stands first, the rest below."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.forms import BoundField

from pentameter.intelligence.forms.cells import tell, typed
from pentameter.intelligence.intake.columns import COLUMNS, Column
from pentameter.intelligence.intake.drafts import FileKind, Problem
from pentameter.intelligence.intake.interpret.codes import GRADE_CODES

PREFIX = "cell"


class MendForm(forms.Form):
    """The cells of a row, each as it was sent until it is typed anew."""

    version = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, data: Mapping[str, Any], *, kind: FileKind, cells: Mapping[str, str]) -> None:
        super().__init__(data, prefix=PREFIX)
        self._columns, self._sent = columns_of(kind, cells), cells
        for name, column in self._columns.items():
            self.fields[name] = typed(column, as_sent=cells.get(column.name, ""))
        self.wrong: list[str] = []

    @classmethod
    def showing(cls, *, kind: FileKind, cells: Mapping[str, str], version: int) -> "MendForm":
        """The form before anything is typed."""
        named = {name: cells.get(column.name, "") for name, column in columns_of(kind, cells).items()}
        data = {f"{PREFIX}-{name}": value for name, value in {**named, "version": version}.items()}
        return cls(data, kind=kind, cells=cells)

    def cells(self) -> dict[str, str]:
        """What was typed, by column."""
        return {column.name: self.cleaned_data.get(name) or "" for name, column in self._columns.items()}

    def changes(self) -> list[tuple[str, str, str]]:
        """What was typed anew: label, what was typed, what was sent."""
        typed_anew = ((column, self.cleaned_data.get(name) or "") for name, column in self._columns.items())
        return [
            (column.label, value, self._sent.get(column.name, ""))
            for column, value in typed_anew
            if value != self._sent.get(column.name, "").strip()
        ]

    def tell(self, problems: Sequence[Problem]) -> None:
        """Say at each field what is wrong, and put those fields first."""
        known = {column.name: name for name, column in self._columns.items()}
        here = [Problem(known.get(one.field, one.field), one.code, one.sentence) for one in problems]
        self.wrong = list(dict.fromkeys(one.field for one in here if one.field in self.fields))
        tell(self, here)

    def first(self) -> list[BoundField]:
        """The fields that are wrong."""
        return [self[name] for name in self.wrong]

    def others(self) -> list[BoundField]:
        """The other fields, in the order of the template."""
        return [self[name] for name in self._columns if name not in self.wrong]


def columns_of(kind: FileKind, cells: Mapping[str, str]) -> dict[str, Column]:
    """The template's columns, and those that the file has and the template has not, by the names of their fields."""
    known = {column.name: _of_scheme(column, cells) for column in COLUMNS[kind]}
    strange = [name for name in cells if name not in known]
    meaning = "The template has no such column. Move what it says into another, and empty this one."
    extra = {f"other{number}": Column(name, f"“{name}”", meaning) for number, name in enumerate(strange)}
    return {**known, **extra}


def _of_scheme(column: Column, cells: Mapping[str, str]) -> Column:
    """A grade's column with the codes of the row's own scheme, where that is known."""
    codes = GRADE_CODES.get(column.name, {})
    scheme = next((one for one in codes if one.value == cells.get("grade_scheme", "").strip().lower()), None)
    return replace(column, codes=codes[scheme]) if scheme else column


class AsideForm(forms.Form):
    """Why a row is set aside."""

    reason = forms.CharField(
        label="Why it is set aside",
        help_text="For example: sent by mistake, or not a report of ours. The row stays counted and stays sealed.",
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say why the row is set aside."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput())
