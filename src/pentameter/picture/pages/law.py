"""The pages of outcomes, of the law, and of how many are not seen."""

from dataclasses import dataclass

from django.urls import reverse

from pentameter.access.api import Operation, decide
from pentameter.intelligence.api import Theme
from pentameter.justice.api import LawLine
from pentameter.look import words
from pentameter.picture.pages.frame import FramePage
from pentameter.picture.queries.law import Estimates, Laws, Recorded
from pentameter.picture.themes import THEMES
from pentameter.scale.api import EstimateLine

Stage = tuple[str, int, int, int]


@dataclass(frozen=True)
class OutcomesPage(FramePage):
    """What stands of the wave's investigations."""

    part: Recorded

    @property
    def scope(self) -> str:
        """Of what these are counts."""
        return "What stands of the investigations of this wave: what was struck out or quashed does not count."

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Arrests, charges, convictions: how many, of how many people, and how many for trafficking."""
        one = self.part.shown
        return (
            ("Arrests", one.arrests, one.people_arrested, one.arrested_for_trafficking),
            ("Charges", one.charges, one.people_charged, one.charged_with_trafficking),
            ("Convictions", one.convictions, one.people_convicted, one.convicted_of_trafficking),
        )

    @property
    def returned(self) -> int:
        """The arrests that forces say in their weekly returns: another count of the same, never added."""
        return self.picture.sums.arrests

    @property
    def investigations_url(self) -> str:
        """The investigations, for those who may see some."""
        may = bool(self.address) and decide(self.reader, Operation.VIEW_INVESTIGATIONS).allowed
        return reverse("justice:investigations") if may else ""


@dataclass(frozen=True)
class LawPage(FramePage):
    """The laws that are used and those that stand out."""

    part: Laws

    @property
    def scope(self) -> str:
        """Of what these are counts."""
        return "Everything that was recorded here under each law, in all waves. It cannot be narrowed."

    @property
    def not_narrowed(self) -> str:
        """That is said already."""
        return ""

    @property
    def register_url(self) -> str:
        """The register itself."""
        return reverse("justice:laws") if self.address else ""

    def to_law(self, line: LawLine) -> str:
        """A law's own page."""
        return reverse("justice:law", args=[line.code]) if self.address else ""


@dataclass(frozen=True)
class EstimatesPage(FramePage):
    """How many there are, with those who were not seen."""

    part: Estimates

    @property
    def scope(self) -> str:
        """Of what these are estimates."""
        return "Each estimate is of its own period, place and kind. They cannot be narrowed here, and are never added."

    @property
    def not_narrowed(self) -> str:
        """That is said already."""
        return ""

    def about(self, line: EstimateLine) -> str:
        """Its period, place and kind of exploitation in words."""
        theme = THEMES.get(line.theme, THEMES[Theme.UNKNOWN]) if line.theme else "all themes"
        return ", ".join((words.span(line.period.start, line.period.end), line.area or "all areas", theme))

    def told(self, line: EstimateLine) -> str:
        """The range, or why there is none."""
        if line.low is None or line.high is None:
            return f"No estimate. {line.refused}".strip()
        return f"{line.low:,} to {line.high:,}"

    def to_run(self, line: EstimateLine) -> str:
        """A run's own page."""
        return reverse("scale:run", args=[line.run]) if self.address else ""

    @property
    def runs_url(self) -> str:
        """All runs."""
        return reverse("scale:runs") if self.address else ""
