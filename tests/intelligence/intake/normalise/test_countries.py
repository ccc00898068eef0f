import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.intake.normalise import countries
from pentameter.intelligence.intake.normalise.tables import rows


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("RO", "RO"),
        ("ro", "RO"),
        ("ROU", "RO"),
        ("Romania", "RO"),
        ("romanian", "RO"),
        ("Albanian", "AL"),
        ("Chinese", "CN"),
        ("Thai", "TH"),
        ("Lithuanian", "LT"),
        ("Vietnamese", "VN"),
        ("Viet Nam", "VN"),
        ("Nigerian", "NG"),
        ("Slovak", "SK"),
        ("Brazilian", "BR"),
        ("Moldovan", "MD"),
        ("UK", "GB"),
        ("British", "GB"),
        ("Scottish", "GB"),
        ("Irish", "IE"),
        ("Éire", "IE"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Czech Republic", "CZ"),
        ("NA", "NA"),
        ("Nigerien", "NE"),
        ("NE", "NE"),
    ],
)
def test_nationalities(written: str, code: str) -> None:
    assert countries.code(written) == code


@pytest.mark.parametrize("written", ["", "XX", "Ruritanian", "European", "Asian"])
def test_what_is_no_country(written: str) -> None:
    assert countries.code(written) is None


def test_the_list_is_whole_and_no_name_means_two_countries() -> None:
    table = list(rows("countries.csv"))
    assert len({row["alpha2"] for row in table}) == len({row["alpha3"] for row in table}) == len(table) == 249
    for row in table:
        for name in (row["alpha2"], row["alpha3"], row["name"], *filter(None, row["other"].split("|"))):
            assert countries.code(name) == row["alpha2"], name


@given(st.text())
def test_no_text_raises(text: str) -> None:
    countries.code(text)
