"""Names that readers may have."""

import pytest

from pentameter.bulletins.comments.rules.names import as_shown, key, may_be_called


@pytest.mark.parametrize("name", ["Heather Moor", "Ó Briain", "Łucja", "محمد", "王伟", "Reader 7"])
def test_names_in_many_scripts(name: str) -> None:
    assert may_be_called(as_shown(name)).allowed


@pytest.mark.parametrize(
    "name", ["", "a", "77", "x" * 41, "me@example.org", "www.example.org", "Moderator", "P0lice Officer", "Pentаmeter"]
)
def test_no_address_no_office_nothing_unreadable(name: str) -> None:
    verdict = may_be_called(as_shown(name))
    assert not verdict.allowed
    assert verdict.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [("Heather Moor", "heather  MOOR"), ("Heather", "Неather"), ("Łucja", "Lucja"), ("Anna", "An\u200bna")],
)
def test_names_that_look_alike_are_one(one: str, other: str) -> None:
    assert key(as_shown(one)) == key(as_shown(other))


def test_names_with_other_figures_are_two() -> None:
    assert key("Reader 7") != key("Reader 8")
