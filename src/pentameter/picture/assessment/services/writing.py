"""Writing the texts between the figures: each save is kept, and none is written over."""

from uuid import UUID

from django.db import IntegrityError, transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.operations.api import wave
from pentameter.picture.assessment.queries.texts import Draft, drafts
from pentameter.picture.assessment.rules.texts import may_be_written
from pentameter.picture.assessment.titles import TITLES
from pentameter.picture.models import AssessmentText


class TextChangedMeanwhile(Refused):
    """Somebody saved this text after this person had opened it. `current` is how it stands now."""

    def __init__(self, current: Draft) -> None:
        super().__init__("Somebody saved this text after you opened it. Nothing of yours was saved.", conflict=True)
        self.current = current


@transaction.atomic
def write_text(*, wave_id: UUID, section: str, body: str, version: int, by: Actor) -> None:
    """Keep what was written for a section. `version` is the save that the person had opened; 0 for none.

    Raises:
        TextChangedMeanwhile: if somebody else saved it first.
        Refused: the text cannot be kept as it is.
    """
    require(decide(by, Operation.MAKE_ASSESSMENT))
    of = wave(wave_id)
    if of is None or of.is_history or section not in TITLES:
        raise never_was()
    require(may_be_written(body))
    current = drafts(wave_id).get(section, Draft(section))
    if current.version != version:
        raise TextChangedMeanwhile(current)
    try:
        with transaction.atomic():
            AssessmentText.objects.create(
                wave_id=wave_id,
                section=section,
                version=version + 1,
                body=body.strip(),
                written_at=clock.now(),
                written_by=by.id,
                author=by.name or by.role.label,
            )
    except IntegrityError as error:
        raise TextChangedMeanwhile(drafts(wave_id).get(section, current)) from error
    record(
        Event.ASSESSMENT_WRITTEN,
        by=by,
        subject=("wave", wave_id),
        detail={"section": section, "version": version + 1},
    )
