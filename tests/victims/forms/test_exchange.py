"""What may be typed where cases come in and go out."""

from pentameter.victims.forms.exchange import ExportForm, ImportForm
from pentameter.victims.rules.cases import Age
from pentameter.victims.services.exports import Form


def test_references_stand_one_a_line_or_with_commas_between() -> None:
    typed = {"references": "H-1\n h-2, H-3", "recipient": " A House ", "purpose": " why ", "form": "json"}
    form = ExportForm(typed)
    assert form.is_valid()
    assert form.leaving.references == ("H-1", "h-2", "H-3")
    assert (form.leaving.recipient, form.leaving.purpose, form.leaving.form) == ("A House", "why", Form.JSON)


def test_everything_is_asked_for_with_what_to_do() -> None:
    errors = ExportForm({}).errors
    assert set(errors) == {"references", "recipient", "purpose", "form"}
    assert errors["purpose"] == ["Say for what purpose they leave."]


def test_who_may_be_a_child_is_offered_first() -> None:
    form = ImportForm()
    assert form.fields["age"].initial == Age.MAYBE_CHILD.value
    assert ImportForm({}, {}).errors["file"] == ["Choose a file first."]
