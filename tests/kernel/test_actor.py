"""Who acts, and how roles are said."""

import pytest

from pentameter.kernel.actor import SYSTEM, Actor, Role


@pytest.mark.parametrize(("role", "label"), [(Role.FORCE_OFFICER, "force officer"), (Role.AUDITOR, "auditor")])
def test_roles_are_said_in_words(role: Role, label: str) -> None:
    assert role.label == label


def test_pentameter_itself_acts_as_such() -> None:
    assert (SYSTEM.id, SYSTEM.role, SYSTEM.name) == ("system", Role.SYSTEM, "Pentameter")


def test_an_actor_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        SYSTEM.role = Role.AUDITOR  # type: ignore[misc]  # the point of the test


def test_nobody_has_a_second_factor_by_default() -> None:
    assert not Actor(id="a", role=Role.AUDITOR).second_factor
