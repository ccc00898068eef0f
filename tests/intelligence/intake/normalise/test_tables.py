import pytest

from pentameter.intelligence.intake.normalise.tables import rows


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("agencies.csv", {"agency", "area", "names"}),
        ("areas.csv", {"area", "other"}),
        ("countries.csv", {"alpha2", "alpha3", "name", "other"}),
    ],
)
def test_the_tables_are_whole(name: str, columns: set[str]) -> None:
    table = list(rows(name))
    assert table
    assert all(set(row) == columns and None not in row.values() for row in table)
