"""Words that bear on proceedings are found whatever stands between them; each has its reason."""

import csv
from importlib.resources import files

import pytest

from pentameter.releases.naming.contempt import bears_on_proceedings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He’s   obviously GUILTY!", True),
        ("Lock-them-up.", True),
        ("I was on the jury", True),
        ("guilty feelings", False),
        ("The police spoke of the law.", False),
    ],
)
def test_words(text: str, found: bool) -> None:
    assert bears_on_proceedings(text) is found


def test_every_row_finds_itself_and_says_why() -> None:
    text = (files("pentameter.releases.naming") / "data" / "contempt.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert rows
    assert all(bears_on_proceedings(f"I say {row['words']}, so there") and row["why"] for row in rows)
