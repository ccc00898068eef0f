"""The table of laws: read whole, and refused where it cannot mean what it says."""

import pytest

from pentameter.justice.rules import laws_table
from pentameter.justice.rules.offence import Mark
from pentameter.kernel.actor import Jurisdiction

ROW = {
    "code": "X",
    "jurisdiction": "scotland",
    "name": "An offence",
    "statute": "An Act 2004",
    "section": "s.4",
    "scope": "any",
    "trafficking": "yes",
    "from_on": "2004-12-01",
    "to_on": "",
    "in_force_already": "",
    "not_before": "",
    "max_penalty": "life",
    "to_confirm": "start;penalty",
    "note": "",
    "source": "made up",
    "verification": "none",
}


def test_rows_of_a_law_become_one() -> None:
    found = laws_table.read(iter([ROW, ROW | {"jurisdiction": "ireland", "section": "s.5", "to_confirm": ""}]))["X"]
    assert found.jurisdictions == (Jurisdiction.SCOTLAND, Jurisdiction.IRELAND)
    assert found.section == "s.4 in Scotland, s.5 in Ireland"
    assert found.to_confirm == {Mark.START, Mark.PENALTY}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({}, "twice in one jurisdiction"),
        ({"jurisdiction": "ireland", "statute": "Another Act"}, "contradicts itself in its statute"),
        ({"jurisdiction": "ireland", "to_on": "2004-11-30"}, "contradicts itself in its days"),
        ({"jurisdiction": "ireland", "in_force_already": "common law"}, "contradicts itself in its days"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(row: dict[str, str], fault: str) -> None:
    with pytest.raises(laws_table.TableError, match=fault):
        laws_table.read(iter([ROW, ROW | row]))


@pytest.mark.parametrize("column", ["jurisdiction", "scope", "to_confirm", "from_on"])
def test_a_word_that_it_does_not_know_is_refused(column: str) -> None:
    with pytest.raises(ValueError, match="nonsense"):
        laws_table.read(iter([ROW | {column: "nonsense"}]))
