"""Some random releases of demo data, where `proofs.releases` makes two hundred; and both attackers do find things."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pentameter.releases.rules.days import Known
from pentameter.releases.rules.populations import WITH_A_CASE, registered
from pentameter.releases.safety import attack
from pentameter.releases.shelf.content import Table
from public_door import BOTH
from releases.attack import BAD, open_demo, sequences
from releases.pencil import worked_out
from releases.scene import DAY, THRESHOLD, table

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.django_db(databases=BOTH)
def test_random_releases_of_demo_data_give_nothing_away() -> None:
    open_demo(EXAMPLES, most=4)
    counts = sequences(2007, 12, 6)
    assert not [name for name in BAD if counts[name]], counts
    assert counts["releases"] == 12
    assert counts["published"] + counts["refused"] + counts["refused as contradicting earlier ones"] == 12
    assert min(counts["published"], counts["tables attacked"], counts["cells withheld"]) > 0, counts


def _naked(*tables: Table) -> list[Known]:
    return [Known(one, one, THRESHOLD) for one in tables]


def _without(of: Table, *codes: tuple[str, str]) -> Known:
    values = tuple(None if cell in codes else count for cell, count in of.cells.items())
    return Known(replace(of, values=values), of, THRESHOLD)


GROWN = table(32, 12, 40, 25, 31, 18, as_of=DAY + timedelta(days=7))
FELL = table(28, 12, 40, 25, 31, 18, as_of=DAY + timedelta(days=7))
SETS = {
    "a small count": _naked(table(3, 12, 40, 25, 31, 18)),
    "what is left of a row": [_without(table(3, 12, 40, 25, 31, 18), ("Durham", "Female"))],
    "a small rise": _naked(table(30, 12, 40, 25, 31, 18), GROWN),
    "a small fall": _naked(table(30, 12, 40, 25, 31, 18), FELL),
    "who is left over": _naked(
        table(33, 29, 0, 0, 0, 0, population=WITH_A_CASE), table(30, 29, 0, 0, 0, 0, population=registered("wave"))
    ),
}


@pytest.mark.parametrize("name", list(SETS))
def test_both_attackers_find_what_is_given_away(name: str) -> None:
    assert attack(SETS[name], []).given_away
    assert worked_out(SETS[name], THRESHOLD)


def test_where_nothing_is_given_away_both_find_nothing() -> None:
    safe = _without(
        table(3, 12, 40, 25, 31, 18), *((area, sex) for area in ("Durham", "Kent") for sex in ("Female", "Male"))
    )
    assert not attack([safe], []).given_away
    assert not worked_out([safe], THRESHOLD)
