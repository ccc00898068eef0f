"""The access matrix and the firewall, read once from the files that people read too."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pentameter.access.operations import Compartment, Operation, Reach
from pentameter.kernel.actor import Role


@dataclass(frozen=True, slots=True)
class Grant:
    """One line of the matrix: this role may do this, so far, under these conditions."""

    operation: Operation
    compartment: Compartment
    role: Role
    reach: Reach
    needs_purpose: bool
    needs_second_factor: bool
    why: str


@dataclass(frozen=True, slots=True)
class Wall:
    """One line of the firewall: this role never sees this compartment, whatever anyone grants."""

    role: Role
    compartment: Compartment
    why: str


@cache
def grants() -> dict[tuple[Operation, Role], Grant]:
    """Every grant, by operation and role. What is not here is refused."""
    return read_grants(_rows("matrix.csv"))


def read_grants(rows: Iterable[dict[str, str]]) -> dict[tuple[Operation, Role], Grant]:
    """The grants that lines of the matrix say.

    Raises:
        ValueError: if a line stands twice, or holds a word that is not known.
    """
    found: dict[tuple[Operation, Role], Grant] = {}
    for row in rows:
        grant = Grant(
            operation=Operation(row["operation"]),
            compartment=Compartment(row["compartment"]),
            role=Role(row["role"]),
            reach=Reach(row["reach"]),
            needs_purpose=_yes(row["purpose"]),
            needs_second_factor=_yes(row["second_factor"]),
            why=row["why"],
        )
        if found.setdefault((grant.operation, grant.role), grant) is not grant:
            raise ValueError(f"matrix.csv grants {grant.operation} to {grant.role} twice")
    return found


@dataclass(frozen=True, slots=True)
class Described:
    """What an operation is called on the page of rules, and which part of the house it belongs to.

    `nobody` says why no role may do it, where that is so.
    """

    operation: Operation
    context: str
    words: str
    nobody: str


@cache
def described() -> dict[Operation, Described]:
    """Every operation in words, in the order of the page."""
    read = (
        Described(Operation(row["operation"]), row["context"], row["words"], row["nobody"])
        for row in _rows("operations.csv")
    )
    return {one.operation: one for one in read}


@cache
def walls() -> dict[tuple[Role, Compartment], Wall]:
    """The firewall, by role and compartment."""
    read = (Wall(Role(row["role"]), Compartment(row["compartment"]), row["why"]) for row in _rows("firewall.csv"))
    return {(wall.role, wall.compartment): wall for wall in read}


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("pentameter.access").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _yes(cell: str) -> bool:
    if cell not in ("yes", "no"):
        raise ValueError(f"The matrix says {cell!r} where it must say yes or no")
    return cell == "yes"
