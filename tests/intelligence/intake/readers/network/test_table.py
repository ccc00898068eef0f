from pathlib import Path

import pytest

from pentameter.intelligence.intake.drafts import ReportDraft
from pentameter.intelligence.intake.readers.network.table import is_network
from pentameter.intelligence.intake.relations import Relation
from tests.intelligence.intake.readers.network.reading import drafts, rows, said

BOTH = """Id,Kind,Name,Number,Source,Target,Relation,Weight
a,person,Mira Testova,,,,,1
b,telephone,,'+44 7700 900417,,,,2
l,,,,a,b,uses,3
"""


def test_things_and_links_in_one_table(tmp_path: Path) -> None:
    person, phone, link = drafts(BOTH.encode(), tmp_path, "network.csv")
    assert isinstance(person, ReportDraft)
    assert isinstance(phone, ReportDraft)
    assert isinstance(link, ReportDraft)
    assert phone.mentions[0].identifier == "+447700900417"
    assert [one.relation for one in link.links] == [Relation.USES]
    assert (link.text, link.own_reference) == ("Record of another tool (table, link: uses).", "ext:l")
    assert "weight: 3" in link.original_text


def test_a_bare_table_of_gephi_is_known_by_its_labels(tmp_path: Path) -> None:
    (made,) = drafts(b"Id;Label;Type\n1;Mira Testova;Person\n", tmp_path, "nodes.csv")
    assert isinstance(made, ReportDraft)
    assert made.mentions[0].values == {"name": "Mira Testova"}


def test_links_whose_ends_are_not_in_the_file_wait(tmp_path: Path) -> None:
    (made,) = drafts(b"source,target,relation\na,b,uses\n", tmp_path, "edges.csv")
    assert "Row 2, source: no person or thing in the file has the id a." in said(made)


def test_a_link_without_an_id_has_the_same_one_every_time(tmp_path: Path) -> None:
    content = b"source,target\na,b\na,c\na,b\n"
    first, second, third = (row.cells["report_ref"] for row in rows(content, tmp_path, "edges.csv"))
    assert first == third != second


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("1,ship,x,", "ship is no kind of thing. Write one of person, phone"),
        ("1,,x,", "nothing is no kind of thing"),
        (",person,x,", "id: it is empty"),
        ("1,person,'=cmd(),", "begins as a formula does"),
        ("1,premises,,DH1 3XX,extra", "more cells than the file has headings"),
    ],
)
def test_what_is_wrong_says_row_field_and_mend(line: str, sentence: str, tmp_path: Path) -> None:
    (made,) = drafts(f"id,kind,name,address\n{line}\n".encode(), tmp_path, "nodes.csv")
    assert sentence in said(made)
    assert "Row 2" in said(made)


def test_whatever_stands_under_conditions_binds(tmp_path: Path) -> None:
    (made,) = drafts(b"id,kind,name,handling_conditions\n1,person,Mira,Ask Kent.\n", tmp_path, "nodes.csv")
    assert isinstance(made, ReportDraft)
    assert (made.grade.handling, made.grade.conditions) == ("C", "Ask Kent.")


def test_a_heading_that_stands_twice_loses_nothing(tmp_path: Path) -> None:
    (row,) = rows(b"id,kind,name,note,note\n1,person,Mira,one,two\n", tmp_path, "nodes.csv")
    assert "note: one" in row.cells["original_text"]
    assert "note_4: two" in row.cells["original_text"]


@pytest.mark.parametrize(
    ("headings", "network"),
    [
        (("id", "type"), True),
        (("from", "to"), True),
        (("source", "weight"), False),
        (("agency", "report_ref", "text"), False),
        (("id",), False),
    ],
)
def test_which_headings_are_a_networks(headings: tuple[str, ...], network: bool) -> None:
    assert is_network(headings) is network
