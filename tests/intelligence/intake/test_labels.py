"""What things are called."""

import pytest

from pentameter.intelligence.intake.labels import label


@pytest.mark.parametrize(
    ("kind", "values", "called"),
    [
        ("person", {"name": "Mira Testova", "document": "X1"}, "Mira Testova"),
        ("person", {"document": "X1"}, "holder of X1"),
        ("person", {"nationality": "RO"}, "person without a name, Romania"),
        ("person", {}, "person without a name"),
        ("phone", {"number": "+447700900417"}, "+44 7700 900417"),
        ("phone", {}, "a phone"),
        ("vehicle", {"registration": "AA00ABC", "description": "white van"}, "AA00ABC"),
        ("vehicle", {"description": "white van"}, "white van"),
        ("vehicle", {}, "a vehicle"),
        ("premises", {"address": "12 Example Street", "postcode": "DH1 3XX"}, "12 Example Street"),
        ("premises", {"postcode": "DH1 3XX"}, "DH1 3XX"),
        ("premises", {"kind": "flat"}, "flat"),
        ("premises", {}, "premises"),
        ("advert", {"site": "adverts.example", "reference": "A-1"}, "adverts.example A-1"),
        ("advert", {}, "an advert"),
        ("organisation", {"name": "Example Staff Ltd"}, "Example Staff Ltd"),
        ("organisation", {}, "organisation"),
    ],
)
def test_what_a_thing_is_called(kind: str, values: dict[str, str], called: str) -> None:
    assert label(kind, values) == called
