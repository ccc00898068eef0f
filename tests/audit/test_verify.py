"""Verification of rows without a database: what holds, what cannot be known, and that others may go on adding."""

from pentameter.audit.checkpoints import Book
from pentameter.audit.findings import Kind
from pentameter.audit.verify import Result, verify
from pentameter.audit.walk import End
from tests.audit.attacks import rechained
from tests.audit.records import book_of, end_of, rows_of


def _verify(rows: list, end: End | None = None, book: Book | None = None, later: End | None = None) -> Result:
    began = end or end_of(rows)
    return verify(rows, began=began, ended=lambda: later or began, book=book or Book())


def test_an_untouched_record_is_whole() -> None:
    rows = rows_of(50)
    result = _verify(rows, book=book_of(rows, 20, 40))
    assert result.whole
    assert (result.rows, result.checkpoints, result.covered) == (50, 2, 40)
    assert result.sentence.startswith("The record is whole: 50 rows up to 3 October 2007, 09:00:50 UTC; 2 signed")


def test_an_empty_record_is_whole() -> None:
    assert _verify([]).sentence == "The record is whole: it is empty."


def test_rows_that_are_added_meanwhile_do_no_harm() -> None:
    rows = rows_of(60)
    assert _verify(rows, end=end_of(rows[:50]), later=end_of(rows)).whole


def test_a_row_beyond_the_noted_end_was_put_in() -> None:
    rows = rows_of(60)
    finding = _verify(rows, end=end_of(rows[:50])).findings[0]
    assert (finding.kind, finding.row) == (Kind.INSERT, 51)


def test_without_a_later_checkpoint_a_chain_computed_anew_shows_only_against_the_noted_end() -> None:
    rows = rows_of(50)
    anew = rechained([*rows[:44], rows[44]._replace(purpose="another"), *rows[45:]])
    finding = _verify(anew, end=end_of(rows), book=book_of(rows, 40)).findings[0]
    assert (finding.kind, finding.row, finding.until, finding.since) == (Kind.EDIT, 41, 50, 1)


def test_what_nobody_can_know() -> None:
    """Rows after the last checkpoint, computed anew with the noted end: this is why checkpoints are written often."""
    rows = rows_of(50)
    anew = rechained([*rows[:44], rows[44]._replace(purpose="another"), *rows[45:]])
    assert _verify(anew, book=book_of(rows, 40)).whole


def test_a_chain_computed_anew_is_named_with_the_last_checkpoint_that_holds() -> None:
    rows = rows_of(50)
    anew = rechained([*rows[:29], *rows[30:]])
    finding = _verify(anew, book=book_of(rows, 20, 40)).findings[0]
    assert (finding.kind, finding.row, finding.until, finding.since) == (Kind.DELETE, 21, 40, 1)
    assert finding.words.startswith("Everything up to checkpoint 1 holds. Between rows 21 and 40 rows were deleted,")


def test_the_same_rows_in_another_order_are_told_from_changed_ones() -> None:
    rows = rows_of(50)
    anew = rechained([*rows[:24], rows[31], *rows[25:31], rows[24], *rows[32:]])
    assert _verify(anew, book=book_of(rows, 20, 40)).findings[0].kind is Kind.REORDER


def test_a_record_emptied_together_with_its_noted_end_is_caught_by_a_checkpoint() -> None:
    rows = rows_of(50)
    finding = _verify([], book=book_of(rows, 20)).findings[0]
    assert (finding.kind, finding.row) == (Kind.TRUNCATE, 1)


def test_a_checkpoint_that_the_record_speaks_of_must_be_there() -> None:
    rows = rows_of(30)
    announced = rechained([*rows[:20], rows[20]._replace(event="checkpoint_written", subject_id="2"), *rows[21:]])
    findings = _verify(announced, book=book_of(announced, 10)).findings
    assert [one.words for one in findings] == ["The record says that checkpoint 2 was written, and it is missing."]
