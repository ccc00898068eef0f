"""Whether a report may name somebody protected: doubt is a yes."""

import pytest

from pentameter.retention.rules.likeness import Told, is_nameless_victim, may_be, told, told_in_report

HER = told(["Ilinca Dobrescu"], ["1989-02-28"], ["+44 7700 900417", "RX 12-34"])


@pytest.mark.parametrize(
    ("kind", "values", "likely"),
    [
        ("person", {"name": "DOBRESCU, Ilinca"}, True),
        ("person", {"name": "Ilinca"}, True),
        ("person", {"name": "Ilinca Popa"}, False),
        ("person", {"name": "Someone Else", "dob": "1989-02-28"}, True),
        ("person", {"name": "Someone Else", "document": "rx1234"}, True),
        ("phone", {"number": "07700 900417"}, True),
        ("phone", {"number": "07700 900418"}, False),
        ("vehicle", {"registration": "NK07 ABC"}, False),
        ("person", {}, False),
    ],
)
def test_who_may_be_her(kind: str, values: dict[str, str], likely: bool) -> None:
    assert may_be(told_in_report(kind, values), HER) is likely
    assert may_be(HER, told_in_report(kind, values)) is likely


def test_nobody_is_like_nobody() -> None:
    assert not may_be(Told(), Told())


@pytest.mark.parametrize(
    ("kind", "values", "nameless"),
    [
        ("person", {"role": "victim"}, True),
        ("person", {}, True),
        ("person", {"role": "suspect"}, False),
        ("person", {"role": "victim", "name": "Ana"}, False),
        ("phone", {}, False),
    ],
)
def test_a_victim_without_a_name(kind: str, values: dict[str, str], nameless: bool) -> None:
    assert is_nameless_victim(kind, values) is nameless
