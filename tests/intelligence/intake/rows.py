"""Rows and files that the tests of intake begin from. Everybody in them is invented."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date

from pentameter.intelligence.intake import interpret
from pentameter.intelligence.intake.columns import names
from pentameter.intelligence.intake.drafts import FileKind, Problem, RawRow, ReportDraft, ReturnDraft

TODAY = date(2007, 11, 1)

REPORT: Mapping[str, str] = {
    "agency": "durham",
    "report_ref": "DUR-1",
    "reported_on": "2007-10-05",
    "theme": "sexual_exploitation",
    "grade_scheme": "3x5x2",
    "source_grade": "2",
    "information_grade": "B",
    "handling_code": "P",
    "text": "A woman said that she may not leave the house.",
}
"""The least that a report needs."""

RETURN: Mapping[str, str] = {"agency": "durham", "week_starting": "2007-10-01", "looked": "nil"}


def report(number: int = 17, **cells: str) -> ReportDraft | tuple[Problem, ...]:
    """What a row of reports with these cells becomes."""
    return interpret.report(RawRow(number, {**REPORT, **cells}), agency="durham", today=TODAY)


def draft(*, agency: str = "durham", **cells: str) -> ReportDraft:
    """The draft of a row that is good."""
    made = interpret.report(RawRow(17, {**REPORT, "agency": agency, **cells}), agency=agency, today=TODAY)
    assert isinstance(made, ReportDraft), made
    return made


def problems(number: int = 17, **cells: str) -> dict[tuple[str, str], str]:
    """What is wrong with a row of reports: the sentence for each field and code."""
    return _by_field(report(number, **cells))


def week(**cells: str) -> ReturnDraft:
    """The draft of a row of returns that is good."""
    made = interpret.weekly_return(RawRow(2, {**RETURN, **cells}), agency="durham", today=TODAY)
    assert isinstance(made, ReturnDraft), made
    return made


def week_problems(**cells: str) -> dict[tuple[str, str], str]:
    """What is wrong with a row of returns."""
    return _by_field(interpret.weekly_return(RawRow(2, {**RETURN, **cells}), agency="durham", today=TODAY))


def _by_field(made: ReportDraft | ReturnDraft | tuple[Problem, ...]) -> dict[tuple[str, str], str]:
    assert isinstance(made, tuple), made
    return {(problem.field, problem.code): problem.sentence for problem in made}


def table(rows: Iterable[Mapping[str, str]], *, kind: FileKind = FileKind.REPORTS, delimiter: str = ",") -> str:
    """A table in the template's columns."""
    text = io.StringIO()
    writer = csv.DictWriter(text, names(kind), restval="", delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
