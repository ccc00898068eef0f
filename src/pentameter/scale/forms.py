"""What may be typed to ask for a run, of what is known or of a table."""

from datetime import date
from typing import Any

from django import forms

from pentameter.intelligence.api import Theme
from pentameter.kernel.in_memory import in_memory
from pentameter.kernel.periods import Period
from pentameter.kernel.verdict import Refused
from pentameter.look.charts.areas import tiles
from pentameter.look.fields import DayField
from pentameter.scale.reading import read
from pentameter.scale.rules.asking import FEWEST_REPLICATES, MOST_DRAWS, MOST_REPLICATES, MOST_SEED, Question, may_ask
from pentameter.scale.rules.tables import Table

_MISSING = "Choose the table first."
_NARROW = {"class": "govuk-input--width-5", "inputmode": "numeric"}


def _themes() -> list[tuple[str, str]]:
    named = [(one.value, one.value.replace("_", " ").capitalize()) for one in Theme if one is not Theme.UNKNOWN]
    return [("", "All types together"), *named]


def _areas() -> list[tuple[str, str]]:
    return [("", "All areas"), *sorted((one.area, one.area) for one in tiles())]


class _Asking(forms.Form):
    """What every run has. `today` is the day on which it is asked."""

    title = forms.CharField(label="Title", max_length=120, error_messages={"required": "Give the run a title."})
    from_on = DayField(label="First day")
    to_on = DayField(label="Last day")
    theme = forms.ChoiceField(label="Type of exploitation", required=False, choices=_themes)
    seed = forms.IntegerField(
        label="Seed",
        min_value=0,
        max_value=MOST_SEED,
        widget=forms.TextInput(attrs=_NARROW),
        help_text="Any whole number. The same lists and seed give the same digits.",
    )
    replicates = forms.IntegerField(
        label="Replicates",
        min_value=FEWEST_REPLICATES,
        max_value=MOST_REPLICATES,
        widget=forms.TextInput(attrs=_NARROW),
        help_text="How often the bootstrap draws the table anew.",
    )
    thorough: tuple[str, ...] = ("seed", "replicates")
    """The fields for statisticians, folded away for others."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        first, last = date(today.year, 1, 1), date(today.year, 12, 31)
        self.initial = {"from_on": first, "to_on": last, "seed": 0, "draws": 40, "replicates": 1000}

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """The fields that everyone fills in."""
        return [one for one in self.visible_fields() if one.name not in self.thorough]

    @property
    def thorough_fields(self) -> list[forms.BoundField]:
        """The others, which have an answer already."""
        return [self[name] for name in self.thorough]

    @property
    def opened(self) -> bool:
        """Whether the others are to be seen: something is wrong with one of them."""
        return any(name in self.errors for name in self.thorough)

    def clean(self) -> dict[str, Any]:
        """The rules' own answer on the whole."""
        said = super().clean() or {}
        if not self.errors:
            verdict = may_ask(self.question, today=self._today)
            if not verdict.allowed:
                raise forms.ValidationError(verdict.reason)
        return said

    @property
    def question(self) -> Question:
        """For the service."""
        said = self.cleaned_data
        return Question(
            title=said["title"].strip(),
            period=Period(said["from_on"], said["to_on"]),
            area=said.get("area", ""),
            theme=said["theme"],
            seed=said["seed"],
            draws=said.get("draws", 0),
            replicates=said["replicates"],
        )


class FreezeForm(_Asking):
    """Lists that are frozen from what is known."""

    area = forms.ChoiceField(label="Place", required=False, choices=_areas)
    draws = forms.IntegerField(
        label="Linkings to draw",
        min_value=0,
        max_value=MOST_DRAWS,
        widget=forms.TextInput(attrs=_NARROW),
        help_text="How often the pairs that nobody has judged yet are drawn. 20 and more say how much they matter.",
    )
    field_order = ("title", "from_on", "to_on", "area", "theme", "draws", "replicates", "seed")
    thorough = ("draws", "replicates", "seed")


class SendTableForm(_Asking):
    """A table of capture histories."""

    file = forms.FileField(
        label="Table",
        help_text="CSV or XLSX: a column of 0 and 1 for each list, and a column count. Up to 1 MB.",
        error_messages={"required": _MISSING, "missing": _MISSING, "invalid": _MISSING, "empty": "The file is empty."},
    )
    field_order = ("file", "title", "from_on", "to_on", "theme", "replicates", "seed")

    def __init__(self, *args: Any, largest: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._largest = largest
        self.initial = {**self.initial, "from_on": None, "to_on": None}

    def clean_file(self) -> Any:
        """The table in it, or the sentence that says which row and field cannot be read."""
        sent = self.cleaned_data["file"]
        if sent.size > self._largest:
            raise forms.ValidationError(f"{sent.name} is larger than 1 MB. Write each combination of lists once.")
        try:
            with in_memory(sent.read()) as path:
                self.table: Table = read(path, name=sent.name)
        except Refused as problem:
            raise forms.ValidationError(problem.reason) from problem
        return sent
