"""The files of the matrix: every word in them is known, every operation is somebody's, no grant lies behind a wall."""

import csv
from importlib.resources import files

import pytest

from pentameter.access.matrix import described, grants, read_grants, walls
from pentameter.access.operations import Compartment, Operation, Reach
from pentameter.kernel.actor import Role


def rows(name: str) -> list[dict[str, str]]:
    text = files("pentameter.access").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("operation", set(Operation)),
        ("compartment", set(Compartment)),
        ("role", set(Role) - {Role.SYSTEM}),
        ("reach", set(Reach)),
        ("purpose", {"yes", "no"}),
        ("second_factor", {"yes", "no"}),
    ],
)
def test_the_matrix_has_no_unknown_word(column: str, words: set[str]) -> None:
    assert {row[column] for row in rows("matrix.csv")} <= words


def test_every_grant_and_every_wall_says_why() -> None:
    assert all(row["why"].strip() for row in (*rows("matrix.csv"), *rows("firewall.csv")))


def test_no_line_is_read_twice_or_lost() -> None:
    assert len(rows("matrix.csv")) == len(grants())
    assert len(rows("firewall.csv")) == len(walls())


def test_a_line_that_stands_twice_is_refused() -> None:
    lines = rows("matrix.csv")
    with pytest.raises(ValueError, match="twice"):
        read_grants([*lines, lines[0]])


@pytest.mark.parametrize("column", ["purpose", "second_factor"])
def test_a_cell_that_says_neither_yes_nor_no_is_refused(column: str) -> None:
    with pytest.raises(ValueError, match="yes or no"):
        read_grants([rows("matrix.csv")[0] | {column: ""}])


def test_every_operation_has_a_role_or_says_why_none() -> None:
    granted = {operation for operation, _ in grants()}
    assert set(described()) == set(Operation)
    assert len(rows("operations.csv")) == len(Operation)
    for operation, one in described().items():
        assert (operation in granted) is not bool(one.nobody), operation
        assert one.words
        assert one.context


def test_no_grant_lies_behind_a_wall() -> None:
    assert [one for one in grants().values() if (one.role, one.compartment) in walls()] == []


def test_who_removes_people_is_walled_from_every_kind_of_case_knowledge() -> None:
    closed = {compartment for role, compartment in walls() if role is Role.REMOVALS_OFFICER}
    assert closed >= {Compartment.WHEREABOUTS, Compartment.SUPPORT, Compartment.IDENTITY, Compartment.INTELLIGENCE}


def test_every_person_has_a_first_page_and_keeps_their_own_account() -> None:
    people = set(Role) - {Role.SYSTEM, Role.AGENCY_SYSTEM}
    for operation in (Operation.VIEW_HOME, Operation.VIEW_MATRIX, Operation.MANAGE_OWN_ACCOUNT):
        assert {role for one, role in grants() if one is operation} == people


@pytest.mark.parametrize("word", list(Compartment) + list(Reach))
def test_every_compartment_and_reach_is_said_in_words(word: Compartment | Reach) -> None:
    assert word.words
    assert "_" not in word.words
