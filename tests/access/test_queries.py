"""What the page of rules shows is what the rules say."""

import pytest

from pentameter.access.matrix import grants, walls
from pentameter.access.operations import Operation
from pentameter.access.queries import ROLES, matrix_page, rules_page
from pentameter.kernel.actor import Role


def test_every_grant_stands_in_its_cell() -> None:
    page = matrix_page()
    shown = {
        (line.operation, role): grant
        for line in page.lines
        for role, grant in zip(page.roles, line.cells, strict=True)
        if grant
    }
    assert shown == grants()
    assert {line.operation for line in page.lines} == set(Operation)


@pytest.mark.parametrize("role", ROLES)
def test_the_page_of_a_role_says_all_it_may_and_never_may(role: Role) -> None:
    page = rules_page(role)
    assert {grant.operation for grant in page.may} == {operation for operation, one in grants() if one is role}
    said = {compartment for compartments, _ in page.wall.reasons for compartment in compartments}
    assert said == {compartment for one, compartment in walls() if one is role}


def test_the_parts_hold_every_operation_once_and_only_roles_that_may() -> None:
    page = rules_page(Role.AUDITOR)
    assert sorted(line.operation for part in page.sections for line in part.lines) == sorted(Operation)
    assert len({part.context for part in page.sections}) == len(page.sections)
    for part in page.sections:
        for index, role in enumerate(part.roles):
            assert any(line.cells[index] for line in part.lines), (part.context, role)
        assert set(part.roles) | set(part.others) == set(ROLES)


def test_the_firewall_is_shown_whole() -> None:
    page = rules_page(Role.AUDITOR)
    shown = {(wall.role, one) for wall in page.walls for compartments, _ in wall.reasons for one in compartments}
    assert shown == set(walls())
