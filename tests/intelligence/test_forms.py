"""Forms: coded cells are chosen, sentences stand at their fields, nothing that was sent is hidden."""

import pytest
from django import forms

from intelligence import ground
from pentameter.intelligence.forms.cells import as_cells, chosen, sentence, typed
from pentameter.intelligence.forms.reports import GROUPS, FilterForm, ReportForm
from pentameter.intelligence.forms.rows import MendForm
from pentameter.intelligence.forms.uploads import UploadForm
from pentameter.intelligence.intake.columns import COLUMNS, names
from pentameter.intelligence.intake.drafts import FileKind, Problem
from pentameter.intelligence.queries.reports import EVERYTHING
from pentameter.intelligence.services.looks import waves_to_choose
from pentameter.kernel import clock

COLUMN = {column.name: column for column in COLUMNS[FileKind.REPORTS]}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Row 17, theme: it is empty.", "Theme: it is empty."),
        ("Row 3: it repeats the headings.", "Row 3: it repeats the headings."),
        ("It is empty.", "It is empty."),
    ],
)
def test_a_sentence_on_the_page_of_its_row(said: str, shown: str) -> None:
    assert sentence(Problem("x", "y", said)) == shown


@pytest.mark.parametrize(
    ("name", "widget"),
    [
        ("theme", forms.RadioSelect),
        ("acts", forms.CheckboxSelectMultiple),
        ("information_grade", forms.Select),
        ("text", forms.Textarea),
        ("place", forms.TextInput),
    ],
)
def test_how_a_column_is_asked_for(name: str, widget: type[forms.Widget]) -> None:
    assert isinstance(chosen(COLUMN[name]).widget, widget)


def test_a_code_that_is_none_can_still_be_seen() -> None:
    widget = typed(COLUMN["theme"], as_sent="none such").widget
    assert isinstance(widget, forms.Select)
    assert ("none such", "none such (as sent)") in widget.choices


def test_what_was_chosen_becomes_cells() -> None:
    assert as_cells({"acts": ["transfer", "receipt"], "place": None, "text": "x"}) == {
        "acts": "transfer; receipt",
        "place": "",
        "text": "x",
    }


def test_every_column_of_the_template_can_be_written_by_hand() -> None:
    asked = [name for _, group in GROUPS for name in group]
    assert sorted(asked) == sorted(set(names(FileKind.REPORTS)) - {"agency"})


def test_mending_shows_the_wrong_cells_first_and_every_cell_once() -> None:
    cells = {**ground.bad(1), "beyond the headings": "more"}
    form = MendForm.showing(kind=FileKind.REPORTS, cells=cells, version=3)
    form.tell([Problem("reported_on", "date", "Row 2, date: x."), Problem("row", "quote", "Row 2: y.")])
    assert [bound.name for bound in form.first()] == ["reported_on"]
    assert form.non_field_errors() == ["Row 2: y."]
    fields = [bound.name for bound in (*form.first(), *form.others())]
    assert sorted(fields) == sorted([*names(FileKind.REPORTS), "other0"])
    assert form.cells()["beyond the headings"] == "more"
    assert form.cleaned_data["version"] == 3


@pytest.mark.parametrize(
    ("scheme", "codes"), [("3x5x2", ["P", "C"]), ("5X5X5 ", list("12345")), ("?", list("PC12345"))]
)
def test_mending_offers_the_codes_of_the_row_s_scheme(scheme: str, codes: str) -> None:
    form = MendForm.showing(kind=FileKind.REPORTS, cells={"grade_scheme": scheme}, version=1)
    widget = form.fields["handling_code"].widget
    assert isinstance(widget, forms.Select)
    assert [code for code, _ in widget.choices if code] == list(codes)


@pytest.mark.django_db(transaction=False)
def test_a_single_wave_is_not_asked_for() -> None:
    ground.wave()
    one = UploadForm(waves=waves_to_choose(clock.today()))
    assert one.fields["wave"].widget.is_hidden
    ground.wave(begun_days_ago=10)
    two = waves_to_choose(clock.today())
    assert not UploadForm(waves=two).fields["wave"].widget.is_hidden
    assert [wave.number for wave in two] == [2, 1]
    assert not ReportForm({"wave": "x"}, waves=two).is_valid()


@pytest.mark.django_db(transaction=False)
def test_filters_that_make_no_sense_are_left_out() -> None:
    ground.wave()
    form = FilterForm({"wave": "x", "week": "y", "theme": "z", "source": "9x9/1"}, waves=waves_to_choose(clock.today()))
    assert form.filter() == EVERYTHING
