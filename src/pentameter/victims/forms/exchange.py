"""Taking cases in from a file, and carrying cases away."""

from django import forms

from pentameter.intelligence.api import Arrived, SealedUpload
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.exchange import MOST_CASES, MOST_ROWS
from pentameter.victims.services.exports import Form, Leaving

_MISSING = "Choose a file first."


class ImportForm(forms.Form):
    """A file of HTCDS records."""

    file = forms.FileField(
        label="File",
        help_text=f"HTCDS 2.0 records as CSV, XLSX or JSON, at most {MOST_ROWS} rows. Each row opens a case.",
        error_messages={"required": _MISSING, "missing": _MISSING, "invalid": _MISSING, "empty": "The file is empty."},
    )
    age = forms.ChoiceField(
        label="Where no date of birth is given, the person is",
        choices=[(one.value, one.words) for one in (Age.MAYBE_CHILD, Age.ADULT, Age.CHILD)],
        initial=Age.MAYBE_CHILD.value,
        widget=forms.RadioSelect,
        help_text="Who may be under 18 counts as a child until she is assessed.",
        error_messages={"required": "Say how old they are.", "invalid_choice": "Choose one of the three."},
    )

    @property
    def arrived(self) -> Arrived:
        """The file, sealed as it came in."""
        sealed: SealedUpload = self.cleaned_data["file"]
        return sealed.arrived

    @property
    def age_unknown(self) -> Age:
        """How old those are of whom no date of birth is given."""
        return Age(self.cleaned_data["age"])


class ExportForm(forms.Form):
    """Which cases, to whom, for what, in which form."""

    references = forms.CharField(
        label="Cases",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"Their references, one a line, at most {MOST_CASES}.",
        error_messages={"required": "Say which cases: their references, one a line."},
    )
    recipient = forms.CharField(
        label="Who receives them",
        max_length=200,
        help_text="As it stands in her consent to sharing. Without that consent nothing leaves.",
        error_messages={"required": "Say who receives them."},
    )
    purpose = forms.CharField(
        label="For what purpose",
        max_length=500,
        help_text="Kept in the record, and shown to her when she asks who has seen hers.",
        error_messages={"required": "Say for what purpose they leave."},
    )
    form = forms.ChoiceField(
        label="Form",
        choices=[(Form.CSV.value, "CSV"), (Form.XLSX.value, "Workbook (XLSX)"), (Form.JSON.value, "JSON")],
        initial=Form.CSV.value,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a form.", "invalid_choice": "Choose one of the three."},
    )

    @property
    def leaving(self) -> Leaving:
        """What is to leave."""
        said = self.cleaned_data
        references = tuple(said["references"].replace(",", " ").split())
        return Leaving(references, said["recipient"].strip(), said["purpose"].strip(), Form(said["form"]))
