"""Pictures of a story: each is made anew from what was sent, and described for those who do not see it."""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event, record
from pentameter.bulletins.editing.models import StoryPicture
from pentameter.bulletins.editing.picturing import Remade
from pentameter.bulletins.editing.rules.pictures import may_be_added
from pentameter.bulletins.editing.rules.states import State, Step
from pentameter.bulletins.editing.services.loading import NotYet, held_story, insist
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was


@transaction.atomic
def add_picture(*, story_id: UUID, picture: Remade, alternative: str, credit: str, version: int, by: Actor) -> str:
    """Add a picture to a story. Answers the name by which the text places it.

    Raises:
        NotYet: nothing is said for those who do not see it, or there are too many.
        StoryChangedMeanwhile: somebody else changed the story first.
    """
    here = held_story(story_id, Operation.WRITE_STORY, by)
    here.insist_on(version)
    state = here.step(Step.WRITE)
    if not alternative.strip():
        raise NotYet("Say what the picture shows, for those who do not see it.")
    earlier = here.row.pictures.count()
    insist(may_be_added(here.row.pictures.filter(removed_at=None).count()))
    made = StoryPicture.objects.create(
        story=here.row,
        name=f"picture-{earlier + 1}",
        alternative=alternative.strip(),
        credit=credit.strip(),
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        body=picture.body,
        added_at=clock.now(),
        added_by=by.id,
    )
    here.change(**_being_written(state))
    record(Event.STORY_PICTURE_ADDED, by=by, subject=("story", story_id), detail={"picture": str(made.pk)})
    return made.name


@transaction.atomic
def remove_picture(*, story_id: UUID, picture_id: UUID, version: int, by: Actor) -> None:
    """Take a picture away from a story. Where its text places it still, the story says so until that is mended."""
    here = held_story(story_id, Operation.WRITE_STORY, by)
    here.insist_on(version)
    state = here.step(Step.WRITE)
    if not here.row.pictures.filter(pk=picture_id, removed_at=None).update(removed_at=clock.now()):
        raise never_was()
    here.change(**_being_written(state))
    record(Event.STORY_PICTURE_REMOVED, by=by, subject=("story", story_id), detail={"picture": str(picture_id)})


def _being_written(state: State) -> dict[str, object]:
    return {"state": state.value, "read_by": "", "submitted_by": "", "publish_at": None}
