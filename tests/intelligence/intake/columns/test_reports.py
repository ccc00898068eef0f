from pentameter.intelligence.intake.columns import names, required
from pentameter.intelligence.intake.columns.reports import REPORTS
from pentameter.intelligence.intake.drafts import FileKind


def test_a_grade_is_always_wanted_whole() -> None:
    assert {"grade_scheme", "source_grade", "information_grade", "handling_code"} <= set(required(FileKind.REPORTS))


def test_the_codes_of_both_schemes_say_which_they_belong_to() -> None:
    codes = {column.name: column.codes for column in REPORTS}
    assert codes["source_grade"]["1"] == "3x5x2: reliable"
    assert codes["handling_code"]["C"] == "3x5x2: lawful sharing permitted with conditions"
    assert set(codes["information_grade"]) == set("ABCDE12345")


def test_three_people_and_two_phones_fit_in_a_row() -> None:
    columns = names(FileKind.REPORTS)
    assert [name for name in columns if name.endswith("_dob")] == ["person1_dob", "person2_dob", "person3_dob"]
    assert [name for name in columns if name.startswith("phone")] == ["phone1", "phone2"]
