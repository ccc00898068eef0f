"""What changed between two versions: figures by the names of their rows, and nothing else."""

from dataclasses import replace

from pentameter.picture.assessment.rules.comparing import Change, compare
from pentameter.picture.assessment.rules.content import Missing
from picture.assessment.sample import assessment, table


def test_the_same_figures_changed_in_nothing() -> None:
    assert compare(assessment(), assessment(number=2)) == ()


def test_a_figure_that_differs_is_named_by_row_and_column() -> None:
    before = assessment(table(("Durham", 61), ("Kent", Missing.WITHHELD)))
    after = assessment(table(("Kent", 12), ("Durham", 61), ("Fife", 3)))
    (found,) = compare(before, after)
    assert found.changes == (
        Change("Kent", "Reports", Missing.WITHHELD, 12),
        Change("Fife", "Reports", None, 3),
    )


def test_a_row_that_is_gone_is_told() -> None:
    (found,) = compare(assessment(table(("Durham", 61))), assessment(table(("Kent", 1))))
    assert found.changes == (Change("Kent", "Reports", None, 1), Change("Durham", "Reports", 61, None))


def test_the_order_of_rows_and_the_words_of_a_title_are_no_change() -> None:
    before, after = table(("Durham", 61), ("Kent", 2)), table(("Kent", 2), ("Durham", 61))
    assert compare(assessment(before), assessment(replace(after, title="Reports by force area"))) == ()


def test_a_table_that_stands_in_one_of_the_two_alone() -> None:
    found = compare(assessment(table(key="old")), assessment(table(key="new")))
    assert [one.only for one in found] == ["It is not in the earlier one.", "It is not in the later one."]
