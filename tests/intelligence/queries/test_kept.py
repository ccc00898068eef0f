"""Which table answers which question. What the tables hold is tested with the services that keep them."""

import pytest

from pentameter.intelligence.models import CountByGrade, CountByWeek, Report
from pentameter.intelligence.queries.kept import TABLES, table_for, ways


@pytest.mark.parametrize(
    ("asked", "table"),
    [
        ({"wave_id", "theme", "week"}, CountByWeek),
        ({"wave_id", "agency_id", "area"}, CountByWeek),
        ({"wave_id", "scheme", "source_grade", "information_grade"}, CountByGrade),
        ({"wave_id", "source_grade", "area", "advertised"}, CountByGrade),
        ({"source_grade", "week"}, None),
        ({"wave_id", "text"}, None),
        ({"price"}, None),
        (set(), CountByWeek),
    ],
)
def test_the_first_table_that_knows_all_that_is_asked_by(asked: set[str], table: type | None) -> None:
    assert table_for(asked) is table


@pytest.mark.parametrize("table", TABLES)
def test_a_table_counts_by_columns_that_reports_have(table) -> None:
    assert set(ways(table)) <= {field.attname for field in Report._meta.concrete_fields}
