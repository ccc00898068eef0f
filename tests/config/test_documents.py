"""The generated documents say what the code does, and the committed ones are current."""

from pathlib import Path

import pytest

from pentameter.access.api import grants
from pentameter.config import documents
from pentameter.intelligence.rules import RELEASES

COMMITTED = Path(__file__).parents[2] / "docs" / "generated"


@pytest.mark.parametrize("name", documents.all_documents())
def test_the_committed_document_is_current(name):
    assert (COMMITTED / name).read_text(encoding="utf-8") == documents.all_documents()[name]


def test_every_grant_is_in_the_matrix_page():
    text = documents.access_matrix()
    lines = [line for line in text.split("# The firewall")[0].splitlines() if line.startswith("| ")][2:]
    cells = sum(bool(cell.strip()) for line in lines for cell in line.strip("| ").split("|")[1:])
    assert cells == len(grants())


def test_every_handling_code_is_described():
    assert documents.handling().count("\n| 3x5x2") + documents.handling().count("\n| 5x5x5") == len(RELEASES)
