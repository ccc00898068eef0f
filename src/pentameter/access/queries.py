"""What the pages of rules show."""

from dataclasses import dataclass
from itertools import groupby

from pentameter.access.matrix import Grant, Wall, described, grants, walls
from pentameter.access.operations import Compartment, Operation
from pentameter.kernel.actor import Role

ROLES = tuple(role for role in Role if role is not Role.SYSTEM)


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """An operation with the grant of each role, in the order of the roles above it."""

    operation: Operation
    cells: tuple[Grant | None, ...]

    @property
    def words(self) -> str:
        """What the operation is called."""
        return described()[self.operation].words

    @property
    def nobody(self) -> str:
        """Why no role may do it; empty if one may."""
        return described()[self.operation].nobody


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """The whole matrix and the firewall."""

    roles: tuple[Role, ...]
    lines: tuple[MatrixLine, ...]
    walls: tuple[Wall, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The operations of one part of the house, with only the roles that may do any of them."""

    context: str
    roles: tuple[Role, ...]
    lines: tuple[MatrixLine, ...]

    @property
    def others(self) -> tuple[Role, ...]:
        """The roles that may do none of it."""
        return tuple(role for role in ROLES if role not in self.roles)


@dataclass(frozen=True, slots=True)
class WallOfRole:
    """What one role never sees, reason by reason."""

    role: Role
    reasons: tuple[tuple[tuple[Compartment, ...], str], ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """The rules for people: what one role may do, what nobody may ever see, and the matrix in parts."""

    role: Role
    may: tuple[Grant, ...]
    wall: WallOfRole
    sections: tuple[Section, ...]
    walls: tuple[WallOfRole, ...]


def matrix_page() -> MatrixPage:
    """The matrix as a table of operations by roles."""
    lines = tuple(_line(operation, ROLES) for operation in Operation)
    return MatrixPage(roles=ROLES, lines=lines, walls=tuple(walls().values()))


def rules_page(role: Role) -> RulesPage:
    """The rules, read for one role first."""
    known = grants()
    own = tuple(known[operation, role] for operation in described() if (operation, role) in known)
    walled = tuple(dict.fromkeys(wall.role for wall in walls().values()))
    return RulesPage(
        role=role,
        may=own,
        wall=_wall(role),
        sections=tuple(_section(context, list(ops)) for context, ops in groupby(described(), _context)),
        walls=tuple(_wall(one) for one in walled),
    )


def _context(operation: Operation) -> str:
    return described()[operation].context


def _section(context: str, operations: list[Operation]) -> Section:
    roles = tuple(role for role in ROLES if any((operation, role) in grants() for operation in operations))
    return Section(context, roles, tuple(_line(operation, roles) for operation in operations))


def _line(operation: Operation, roles: tuple[Role, ...]) -> MatrixLine:
    return MatrixLine(operation, tuple(grants().get((operation, role)) for role in roles))


def _wall(role: Role) -> WallOfRole:
    reasons: dict[str, list[Compartment]] = {}
    for wall in walls().values():
        if wall.role is role:
            reasons.setdefault(wall.why, []).append(wall.compartment)
    return WallOfRole(role, tuple((tuple(compartments), why) for why, compartments in reasons.items()))
