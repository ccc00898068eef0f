from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.intake import interpret
from pentameter.intelligence.intake.columns import COLUMNS, names
from pentameter.intelligence.intake.drafts import FileKind, Grade, Problem, RawRow, ReportDraft
from pentameter.intelligence.intake.limits import (
    LONGEST_CELL,
    LONGEST_LIST,
    LONGEST_PLACE,
    LONGEST_REFERENCE,
    LONGEST_SHORT_CELL,
)
from pentameter.intelligence.vocabulary import Act, Indicator, Means, Purpose, Scheme, Theme
from tests.intelligence.intake.rows import REPORT, TODAY, draft, problems, report


def test_the_least_that_is_a_report() -> None:
    assert draft() == ReportDraft(
        own_reference="DUR-1",
        reported_on=date(2007, 10, 5),
        grade=Grade(Scheme.THREE_FIVE_TWO, "2", "B", "P"),
        theme=Theme.SEXUAL_EXPLOITATION,
        text="A woman said that she may not leave the house.",
        area="Durham",
    )


def test_the_dictionary_s_examples_are_a_report() -> None:
    made = draft(**{column.name: column.example for column in COLUMNS[FileKind.REPORTS] if column.example})
    assert made.acts == (Act.RECRUITMENT, Act.HARBOURING)
    assert made.means == (Means.DECEPTION,)
    assert made.purposes == (Purpose.SEXUAL_EXPLOITATION,)
    assert made.indicators == (Indicator.DEBT_BONDAGE, Indicator.ISOLATION)
    assert (made.event_from, made.event_to) == (date(2007, 10, 1), date(2007, 10, 3))
    assert (made.price, made.currency, made.advertised) == (Decimal(60), "GBP", True)
    assert made.grade.recipients == ("cleveland", "northumbria")
    assert len(made.mentions) == 9


def test_compartments_stay_apart() -> None:
    made = draft(original_text="as taken", source_identity="who")
    assert (made.text, made.original_text, made.source_identity) == (REPORT["text"], "as taken", "who")


@pytest.mark.parametrize("field", [column.name for column in COLUMNS[FileKind.REPORTS] if column.required])
def test_what_must_be_filled(field: str) -> None:
    found = problems(**{field: "  "})
    assert list(found) == [(field, "required")]
    assert "Row 17, " in found[field, "required"]
    assert "it is empty. Write " in found[field, "required"]


@pytest.mark.parametrize(
    ("cells", "field", "code", "sentence"),
    [
        (
            {"person1_dob": "31/02/1989"},
            "person1_dob",
            "date",
            "Row 17, date of birth of person 1: 31/02/1989 is not a date. Write it as 1989-02-28, or leave it empty.",
        ),
        (
            {"reported_on": "soon"},
            "reported_on",
            "date",
            "Row 17, date of the report: soon is not a date. Write it as 2007-11-01.",
        ),
        (
            {"reported_on": "14/03/2099"},
            "reported_on",
            "future",
            "Row 17, date of the report: 14 March 2099 has not come yet. Write the day on which it was.",
        ),
        ({"event_from": "2007-11-02"}, "event_from", "future", "2 November 2007 has not come yet"),
        ({"event_from": "1/1/1875"}, "event_from", "too_early", "1 January 1875 is before 1900"),
        ({"event_from": "2007-10-06"}, "event_from", "order", "6 October 2007 is after the date of the report"),
        ({"event_to": "2007-10-06"}, "event_to", "order", "6 October 2007 is after the date of the report"),
        (
            {"event_from": "2007-10-03", "event_to": "2007-10-01"},
            "event_to",
            "order",
            "1 October 2007 is before the first day",
        ),
        ({"theme": "trafficking"}, "theme", "code", "trafficking is not one of the codes. Write sexual_exploitation, "),
        ({"acts": "recruitment; magic"}, "acts", "code", "magic is not one of the codes"),
        ({"force_area": "Atlantis"}, "force_area", "area", "Atlantis is no area of the map"),
        ({"postcode": "DH1 CXX"}, "postcode", "postcode", "DH1 CXX is not a postcode. Write one such as DH1 3XX"),
        ({"price": "sixty"}, "price", "price", "sixty is not a price. Write a number such as 60"),
        ({"price": "60"}, "currency", "required", "Write the currency of the price"),
        ({"price": "£60", "currency": "EUR"}, "currency", "conflict", "the price is in GBP, and here it says EUR"),
        ({"price": "60", "currency": "shells"}, "currency", "currency", "shells is no currency we know"),
        ({"advertised": "perhaps"}, "advertised", "code", "perhaps is not one of the codes. Write yes or no."),
        ({"agency": "cleveland"}, "agency", "agency", "the row is cleveland's, and the sender is durham"),
        ({"shoe_size": "38"}, "shoe_size", "unknown_field", "the template has no such column"),
        (
            {"report_ref": "x" * (LONGEST_REFERENCE + 1)},
            "report_ref",
            "too_long",
            f"{LONGEST_REFERENCE + 1} characters are too many. Write at most {LONGEST_REFERENCE}.",
        ),
        ({"place": "x" * (LONGEST_PLACE + 1)}, "place", "too_long", f"Write at most {LONGEST_PLACE}."),
        (
            {"person1_name": "x" * (LONGEST_SHORT_CELL + 1)},
            "person1_name",
            "too_long",
            f"Write at most {LONGEST_SHORT_CELL}.",
        ),
        (
            {"text": "x" * (LONGEST_CELL + 1)},
            "text",
            "too_long",
            "20,001 characters are too many. Write at most 20,000.",
        ),
        ({"place": "Dur\0ham"}, "place", "unreadable", "it holds a NUL, which is no text"),
        ({"place": "Dur\x07ham"}, "place", "unreadable", "it holds the character U+0007"),
        ({"place": "Dur\x1fham"}, "place", "unreadable", "it holds the character U+001F"),
        ({"place": "Dur\ud800ham"}, "place", "unreadable", "it holds the character U+D800"),
        ({"place": "=1+1"}, "place", "formula", "=1+1 begins as a formula does, and could run in a spreadsheet"),
        ({"text": "@SUM(A1)"}, "text", "formula", "Take away the @ at its beginning"),
        ({"place": "+cmd|' /C calc'!A0"}, "place", "formula", "could run in a spreadsheet"),
        ({"place": "-HYPERLINK(1)"}, "place", "formula", "could run in a spreadsheet"),
        ({"original_text": "=secret()"}, "original_text", "formula", "original text: begins as a formula does"),
    ],
)
def test_what_is_wrong_is_said_with_row_field_and_mend(
    cells: dict[str, str], field: str, code: str, sentence: str
) -> None:
    found = problems(**cells)
    assert list(found) == [(field, code)]
    assert found[field, code].startswith("Row 17, ")
    assert sentence in found[field, code]


def test_a_field_that_cannot_be_stored_is_shown_as_it_can() -> None:
    assert list(problems(**{"shoe\0size\ud800": "38"})) == [("shoe\ufffdsize\ufffd", "unknown_field")]


def test_a_list_too_long_is_read_no_further_than_it_may_be() -> None:
    found = problems(acts="receipt;" * 150)
    assert ("acts", "too_long") in found
    assert f"Write at most {LONGEST_LIST:,}." in found["acts", "too_long"]


def test_a_sentence_about_a_compartment_quotes_nothing_of_it() -> None:
    for field in ("original_text", "source_identity"):
        for spoilt in ("=SECRET()", "SECRET\0", "SECRET" * 4000):
            assert "SECRET" not in "".join(problems(**{field: spoilt}).values())


def test_all_that_is_wrong_is_said_at_once() -> None:
    found = problems(
        reported_on="",
        theme="trafficking",
        grade_scheme="",
        handling_code="",
        text="",
        price="sixty",
        phone1="12",
        person2_dob="31/02/1989",
        premises_postcode="x",
    )
    assert set(found) == {
        ("reported_on", "required"),
        ("theme", "code"),
        ("grade_scheme", "required"),
        ("handling_code", "required"),
        ("text", "required"),
        ("price", "price"),
        ("phone1", "phone"),
        ("person2_dob", "date"),
        ("premises_postcode", "postcode"),
    }


@pytest.mark.parametrize(
    "cell",
    [
        "-",
        "- said twice",
        "+44 7700 900417 rang",
        "-5 degrees",
        "a = b",
        "two\nlines",
        "tab\there",
        "non\u00a0breaking",
        "Ünïcode",
    ],
)
def test_what_is_no_formula_and_no_damage(cell: str) -> None:
    assert draft(text=f"{cell}").text == cell


@pytest.mark.parametrize(
    ("cells", "area"),
    [({}, "Durham"), ({"force_area": "cleveland police"}, "Cleveland"), ({"force_area": "n/k"}, "Durham")],
)
def test_the_area_is_the_sender_s_own_unless_another_is_written(cells: dict[str, str], area: str) -> None:
    assert draft(**cells).area == area


def test_a_national_agency_has_no_area_of_its_own() -> None:
    assert draft(agency="garda").area == ""


@pytest.mark.parametrize("column", ["theme", "acts", "means", "purposes", "indicators"])
def test_coded_cells_are_read_by_code_and_by_meaning_in_any_case(column: str) -> None:
    codes = next(one.codes for one in COLUMNS[FileKind.REPORTS] if one.name == column)
    for code, meaning in codes.items():
        for written in (code, code.upper(), meaning, meaning.title(), code.replace("_", "-")):
            read = getattr(draft(**{column: written}), column)
            assert (read if column == "theme" else read[0]) == code


def test_a_list_keeps_its_order_and_says_each_once() -> None:
    assert draft(acts="harbouring;recruitment ; Harbouring,receipt\ntransfer").acts == (
        Act.HARBOURING,
        Act.RECRUITMENT,
        Act.RECEIPT,
        Act.TRANSFER,
    )


def test_a_currency_without_price_and_a_price_with_its_sign() -> None:
    assert draft(currency="EUR").currency == "EUR"
    made = draft(price="€80")
    assert (made.price, made.currency) == (Decimal(80), "EUR")


def test_accents_written_in_two_parts_become_one() -> None:
    assert draft(place="Du\u0301n Laoghaire").place == "Dún Laoghaire"


def test_faults_of_the_reader_are_problems_too() -> None:
    fault = Problem("row", "encoding", "Row 17: it is not written in the encoding of the rest of the file.")
    row = RawRow(17, {**REPORT, "theme": "trafficking"}, (fault,))
    made = interpret.report(row, agency="durham", today=TODAY)
    assert isinstance(made, tuple)
    assert [problem.code for problem in made] == ["encoding", "code"]


@pytest.mark.parametrize("code", ["quote", "extra_cells", "record"])
def test_of_a_row_whose_cells_are_in_the_wrong_places_only_that_is_said(code: str) -> None:
    fault = Problem("row", code, "Row 17: broken.")
    made = interpret.report(RawRow(17, {"theme": "x"}, (fault,)), agency="durham", today=TODAY)
    assert made == (fault,)


def test_a_row_without_the_column_agency_is_the_sender_s() -> None:
    cells = {name: cell for name, cell in REPORT.items() if name != "agency"}
    assert isinstance(interpret.report(RawRow(1, cells), agency="a-charity", today=TODAY), ReportDraft)


CELLS = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(), max_size=30),
    st.sampled_from(
        ("", "-", "2007-10-05", "31/02/1989", "07700 900417", "3x5x2", "5x5x5", "C", "yes", "RO", "£60", "=1", "\0")
    ),
)


@given(
    st.dictionaries(st.sampled_from([*names(FileKind.REPORTS), "another"]), CELLS),
    st.integers(1, 2_000_000),
    st.sampled_from(("durham", "garda", "a-charity")),
)
def test_every_row_is_a_draft_or_says_why_not(cells: dict[str, str], number: int, agency: str) -> None:
    for start in ({}, REPORT):
        made = interpret.report(RawRow(number, {**start, **cells}), agency=agency, today=TODAY)
        if isinstance(made, tuple):
            assert made
            assert all(problem.field and problem.code for problem in made)
            assert all(problem.sentence.startswith(f"Row {number}, ") for problem in made)
            assert all(len(problem.field) <= 60 and len(problem.code) <= 32 for problem in made)
            "".join(problem.sentence for problem in made).encode()
        else:
            assert len(made.own_reference) <= LONGEST_REFERENCE
            made.text.encode()


def test_a_row_says_the_same_whatever_else_was_read_before() -> None:
    assert report(phone1="07700 900417") == report(phone1="07700 900417")
