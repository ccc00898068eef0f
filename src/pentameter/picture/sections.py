"""The pages of the picture, in the order of their navigation: each a bookmarkable address of its own."""

from enum import StrEnum

from pentameter.access.api import Operation, decide
from pentameter.kernel.actor import Actor


class Section(StrEnum):
    """A page of the picture. Its value is its address and its name among Django's."""

    OVERVIEW = "overview"
    MAP = "map"
    TRENDS = "trends"
    THEMES = "themes"
    ROUTES = "routes"
    NETWORKS = "networks"
    COVERAGE = "coverage"
    DEMAND = "demand"
    PEOPLE = "people"
    PROTECTION = "protection"
    OUTCOMES = "outcomes"
    LAW = "law"
    ESTIMATES = "estimates"

    @property
    def label(self) -> str:
        """What the navigation calls it."""
        return _LABELS.get(self, self.value.capitalize())

    @property
    def operation(self) -> Operation:
        """What a reader must be allowed, besides seeing the picture at all."""
        return _OPERATIONS.get(self, Operation.VIEW_PICTURE)


_LABELS = {
    Section.THEMES: "Themes and grades",
    Section.COVERAGE: "Who has looked",
    Section.ESTIMATES: "Not seen",
}
_OPERATIONS = {
    Section.PROTECTION: Operation.COUNT_PROTECTION,
    Section.OUTCOMES: Operation.VIEW_OUTCOMES,
    Section.LAW: Operation.VIEW_LAWS,
    Section.ESTIMATES: Operation.VIEW_ESTIMATES,
}

COUNTED = frozenset({Section.OVERVIEW, Section.MAP, Section.TRENDS, Section.THEMES, Section.COVERAGE, Section.DEMAND})
"""The pages that count reports."""


def open_to(by: Actor) -> tuple[Section, ...]:
    """The pages that the actor may open."""
    return tuple(one for one in Section if decide(by, one.operation).allowed)
