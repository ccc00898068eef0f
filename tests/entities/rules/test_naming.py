"""What mentions are called."""

import pytest

from pentameter.entities.rules.naming import called, fact_label


@pytest.mark.parametrize(
    ("kind", "facts", "name"),
    [
        ("person", {"name": "Mira Testova", "dob": "1989"}, "Mira Testova"),
        ("person", {"sex": "female", "dob": "1989-02-28"}, "A woman or girl without a name, born 1989"),
        ("person", {}, "A person without a name"),
        ("phone", {"number": "+447700900417"}, "+447700900417"),
        ("vehicle", {"registration": "", "description": "silver estate"}, "silver estate"),
        ("advert", {}, "Advert without a name"),
    ],
)
def test_it_is_called_by_what_names_it(kind: str, facts: dict[str, str], name: str) -> None:
    assert called(kind, facts) == name


@pytest.mark.parametrize(("name", "label"), [("dob", "Born"), ("nationality", "Nationality")])
def test_facts_have_names_that_people_say(name: str, label: str) -> None:
    assert fact_label(name) == label
