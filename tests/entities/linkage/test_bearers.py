"""How many others bear a name."""

import pytest

from pentameter.entities.linkage.batch.engine import engine
from pentameter.entities.linkage.bearers import FEWEST, MENTIONS_A_PERSON, Population, others, others_sql


@pytest.mark.parametrize(("told", "expected", "seen"), [(0, 0.01, 2), (1, 3.0, 2), (4, 3.5, 9), (120, 80.0, 300)])
def test_sql_and_python_agree(told: float, expected: float, seen: float) -> None:
    with engine() as connection:
        ((found,),) = connection.execute(f"SELECT {others_sql(str(told), str(expected), str(seen))}").fetchall()
    assert others(told, expected, seen) == pytest.approx(found)


def test_a_rare_name_seen_often_is_still_one_persons() -> None:
    assert others(1, 0.01, 6) < others(1, 5.0, 6) < others(3, 5.0, 6)


def test_nobody_is_alone_with_a_name_for_certain() -> None:
    assert Population(1_000).frequency(0.0) == FEWEST * MENTIONS_A_PERSON / 1_000
