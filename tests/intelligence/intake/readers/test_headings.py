import pytest

from pentameter.intelligence.intake.columns import names
from pentameter.intelligence.intake.drafts import FileKind, FileRefused
from pentameter.intelligence.intake.readers.headings import heading, known, recognise


@pytest.mark.parametrize("written", ["report_ref", "Report ref", " REPORT-REF * ", "report_ref*"])
def test_a_heading_in_any_spelling(written: str) -> None:
    assert heading(written) == "report_ref"


@pytest.mark.parametrize("kind", FileKind)
def test_each_template_is_known_by_its_headings(kind: FileKind) -> None:
    layout = recognise([*names(kind), "", ""], [], file="week.csv", format="csv")
    assert (layout.kind, layout.format, layout.names) == (kind, "csv", names(kind))
    assert known(names(kind)) == len(names(kind))


def test_htcds_is_known_by_the_names_of_its_fields() -> None:
    layout = recognise(["prs_First_Name", "PRS_SecondName", "grade_scheme"], [], file="week.csv", format="csv")
    assert (layout.kind, layout.format) == (FileKind.REPORTS, "htcds")
    assert layout.names == ("prs_FirstName", "prs_SecondName", "grade_scheme")


def test_many_columns_are_named_up_to_a_point() -> None:
    headings = [*names(FileKind.RETURNS), *(f"extra {n}" for n in range(12))]
    with pytest.raises(FileRefused) as refused:
        recognise(headings, [], file="week.csv", format="csv")
    assert "extra_0, " in refused.value.sentence
    assert "and 4 more" in refused.value.sentence


def test_two_spellings_of_one_htcds_field_are_one_too_many() -> None:
    with pytest.raises(FileRefused) as refused:
        recognise(["prs_FirstName", "prs_First_Name"], [], file="week.csv", format="csv")
    assert refused.value.code == "columns_twice"
