"""The versions of a wave's assessment."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pentameter.kernel.verdict import Refused, never_was
from pentameter.picture.assessment.rules.content import Assessment
from pentameter.picture.assessment.rules.freezing import Altered, thaw
from pentameter.picture.models import AssessmentVersion

_CARD = ("id", "wave_id", "number", "as_of", "made_at", "maker", "code", "digest")


@dataclass(frozen=True, slots=True)
class VersionCard:
    """A version in a list. `maker` is who made it, as it stands in the document."""

    id: UUID
    wave: UUID
    number: int
    as_of: date
    made_at: datetime
    maker: str
    code: str
    digest: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version with everything that it says."""

    card: VersionCard
    assessment: Assessment


def versions(wave_id: UUID) -> tuple[VersionCard, ...]:
    """The versions of a wave, latest first. One SQL query."""
    rows = AssessmentVersion.objects.filter(wave_id=wave_id).order_by("-number").values_list(*_CARD)
    return tuple(VersionCard(*row) for row in rows)


def version(version_id: UUID) -> Version:
    """A version as it was frozen. One SQL query.

    Raises:
        Refused: there is none; or what is kept of it is not what was frozen, and is therefore not shown.
    """
    row = AssessmentVersion.objects.filter(pk=version_id).values_list(*_CARD, "frozen").first()
    if row is None:
        raise never_was()
    card = VersionCard(*row[:-1])
    try:
        return Version(card, thaw(row[-1], card.digest))
    except Altered as altered:
        raise Refused(f"{altered} It is not shown. Tell the administrator.") from altered
