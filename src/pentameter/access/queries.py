"""What the matrix page shows."""

from dataclasses import dataclass

from pentameter.access.matrix import Grant, Wall, grants, walls
from pentameter.access.operations import Operation
from pentameter.kernel.actor import Role


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """An operation with the grant of each role, in the order of `MatrixPage.roles`."""

    operation: Operation
    cells: tuple[Grant | None, ...]


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """The whole matrix and the firewall."""

    roles: tuple[Role, ...]
    lines: tuple[MatrixLine, ...]
    walls: tuple[Wall, ...]


def matrix_page() -> MatrixPage:
    """The matrix as a table of operations by roles."""
    roles = tuple(role for role in Role if role is not Role.SYSTEM)
    known = grants()
    lines = (MatrixLine(op, tuple(known.get((op, role)) for role in roles)) for op in Operation)
    return MatrixPage(roles=roles, lines=tuple(lines), walls=tuple(walls().values()))
