import pytest

from pentameter.entities.forms.exporting import ExportForm
from pentameter.entities.interchange.leaving import Format


@pytest.mark.parametrize("form", Format)
def test_every_format_can_be_chosen(form: Format) -> None:
    typed = ExportForm({"format": form.value, "purpose": "To brief the wave"})
    assert typed.is_valid()
    assert typed.chosen is form


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"purpose": "x"}, "format", "Choose a format."),
        ({"format": "pdf", "purpose": "x"}, "format", "Choose one of the formats."),
        ({"format": "csv", "purpose": "  "}, "purpose", "Say for what purpose you need it."),
    ],
)
def test_what_is_wrong_is_said(typed: dict[str, str], field: str, said: str) -> None:
    assert ExportForm(typed).errors[field] == [said]
