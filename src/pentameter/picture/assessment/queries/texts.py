"""What people wrote for an assessment, with every earlier save."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.picture.assessment.rules.content import Written
from pentameter.picture.models import AssessmentText


@dataclass(frozen=True, slots=True)
class Save:
    """One save of a text."""

    version: int
    body: str
    author: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a section as it stands, and its earlier saves, latest first. `version` 0: nobody wrote anything."""

    section: str
    saves: tuple[Save, ...] = ()

    @property
    def version(self) -> int:
        """How often it was saved."""
        return self.saves[0].version if self.saves else 0

    @property
    def body(self) -> str:
        """What stands now."""
        return self.saves[0].body if self.saves else ""

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote it, in the order in which they first did."""
        return tuple(dict.fromkeys(save.author for save in reversed(self.saves)))


def drafts(wave_id: UUID) -> dict[str, Draft]:
    """The texts of a wave by section. One SQL query."""
    found: dict[str, list[Save]] = {}
    for row in AssessmentText.objects.filter(wave_id=wave_id).order_by("-version"):
        found.setdefault(row.section, []).append(Save(row.version, row.body, row.author, row.written_at))
    return {section: Draft(section, tuple(saves)) for section, saves in found.items()}


def written(wave_id: UUID) -> tuple[Written, ...]:
    """What stands now, ready to be frozen. One SQL query."""
    return tuple(
        Written(draft.section, draft.body, draft.authors, draft.saves[0].written_at, draft.version)
        for _, draft in sorted(drafts(wave_id).items())
        if draft.body
    )
