import pytest

from pentameter.intelligence.intake.drafts import Grade
from pentameter.intelligence.vocabulary import HANDLING_CODES, INFORMATION_CODES, NEEDS_CONDITIONS, SOURCE_CODES, Scheme
from tests.intelligence.intake.rows import draft, problems

EVERY_GRADE = [
    (scheme, source, information, handling)
    for scheme in Scheme
    for source in SOURCE_CODES[scheme]
    for information in INFORMATION_CODES[scheme]
    for handling in HANDLING_CODES[scheme]
]


def grade(scheme: str, source: str, information: str, handling: str) -> dict[str, str]:
    return {
        "grade_scheme": scheme,
        "source_grade": source,
        "information_grade": information,
        "handling_code": handling,
    }


@pytest.mark.parametrize(("scheme", "source", "information", "handling"), EVERY_GRADE)
def test_every_grade_is_kept_as_it_is(scheme: Scheme, source: str, information: str, handling: str) -> None:
    conditions = "Speak to us first." if handling in NEEDS_CONDITIONS[scheme] else ""
    cells = grade(scheme.value, source, information, handling)
    assert draft(**cells, handling_conditions=conditions).grade == Grade(
        scheme, source, information, handling, conditions
    )


@pytest.mark.parametrize("scheme", ["3x5x2", "3X5X2", " 3 x 5 x 2 ", "3-x-5-x-2"])
def test_the_scheme_in_any_spelling(scheme: str) -> None:
    assert draft(grade_scheme=scheme).grade.scheme is Scheme.THREE_FIVE_TWO


def test_grades_by_their_meaning_and_in_any_case() -> None:
    made = draft(**grade("5x5x5", "mostly reliable", "Cannot be judged", "1")).grade
    assert (made.source, made.information) == ("B", "4")
    assert draft(information_grade="b").grade.information == "B"
    assert draft(source_grade="2.0").grade.source == "2"


@pytest.mark.parametrize(
    ("cells", "field", "sentence"),
    [
        ({"source_grade": "4"}, "source_grade", "3x5x2 has no source grade 4; use 1, 2 or 3."),
        ({"information_grade": "1"}, "information_grade", "3x5x2 has no information grade 1; use A, B, C, D or E."),
        ({"handling_code": "5"}, "handling_code", "3x5x2 has no handling code 5; use P or C."),
        (grade("5x5x5", "1", "1", "1"), "source_grade", "5x5x5 has no source grade 1; use A, B, C, D or E."),
        (grade("5x5x5", "A", "B", "1"), "information_grade", "5x5x5 has no information grade B; use 1, 2, 3, 4 or 5."),
        (grade("5x5x5", "A", "1", "P"), "handling_code", "5x5x5 has no handling code P; use 1, 2, 3, 4 or 5."),
    ],
)
def test_a_grade_that_its_scheme_does_not_have(cells: dict[str, str], field: str, sentence: str) -> None:
    assert problems(**cells)[field, "grade"].endswith(sentence)


def test_a_missing_scheme_is_never_guessed() -> None:
    found = problems(grade_scheme="", source_grade="B", information_grade="2", handling_code="1")
    assert list(found) == [("grade_scheme", "required")]
    assert "Write 3x5x2 or 5x5x5 in the column grade_scheme: it is never guessed." in found["grade_scheme", "required"]


def test_a_scheme_that_is_none() -> None:
    assert list(problems(grade_scheme="4x4")) == [("grade_scheme", "code")]


@pytest.mark.parametrize(("scheme", "handling"), [("3x5x2", "C"), ("5x5x5", "3"), ("5x5x5", "5")])
def test_a_handling_code_that_means_nothing_without_conditions(scheme: str, handling: str) -> None:
    source, information = ("1", "A") if scheme == "3x5x2" else ("A", "1")
    found = problems(**grade(scheme, source, information, handling))
    assert f"code {handling} of {scheme} means nothing without conditions" in found["handling_conditions", "conditions"]


def test_recipients_and_malice() -> None:
    made = draft(handling_recipients="Cleveland; North Yorkshire Police;cleveland", malicious="Y").grade
    assert made.recipients == ("cleveland", "north-yorkshire")
    assert made.malicious


def test_a_recipient_that_is_no_name() -> None:
    assert list(problems(handling_recipients="cleveland; the boss!")) == [("handling_recipients", "recipients")]
