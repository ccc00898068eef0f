"""The door for other contexts."""

from collections.abc import Iterator
from uuid import UUID

from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.picture.assessment.files import FileKind
from pentameter.picture.assessment.services.looks import copy_version
from pentameter.picture.assessment.services.making import make_assessment
from pentameter.picture.forms import Asked
from pentameter.picture.queries.totals import Totals, totals
from pentameter.picture.services import export_picture


def export(wave_id: UUID, *, by: Actor) -> str:
    """The picture of a wave as a single self-contained HTML file."""
    return export_picture(asked=Asked(wave=wave_id), by=by, at=clock.now(), today=clock.today())


def assessment_files(wave_id: UUID, *, by: Actor) -> Iterator[tuple[str, bytes]]:
    """Make the next version of a wave's assessment; its files by their names."""
    version = make_assessment(wave_id=wave_id, by=by, at=clock.now(), today=clock.today())
    for kind in FileKind:
        made = copy_version(version_id=version, kind=kind, by=by)
        yield made.name, made.body


__all__ = ["Totals", "assessment_files", "export", "make_assessment", "totals"]
