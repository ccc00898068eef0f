"""The door for other contexts."""

from pentameter.access.matrix import Grant, Wall, grants, walls
from pentameter.access.operations import Compartment, Operation, Reach
from pentameter.access.rules import NOTHING, Subject, decide, reach

__all__ = [
    "NOTHING",
    "Compartment",
    "Grant",
    "Operation",
    "Reach",
    "Subject",
    "Wall",
    "decide",
    "grants",
    "reach",
    "walls",
]
