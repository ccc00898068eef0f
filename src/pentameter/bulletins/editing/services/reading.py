"""Sending a story to a second reader, and what that reader says. Nobody reads what they wrote themselves."""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event, record
from pentameter.bulletins.editing.composing import compose
from pentameter.bulletins.editing.queries.stories import story
from pentameter.bulletins.editing.rules.states import Step, may_read
from pentameter.bulletins.editing.rules.wording import may_be_sent
from pentameter.bulletins.editing.services.checking import insist_on_publishable
from pentameter.bulletins.editing.services.loading import held_story, insist
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused


@transaction.atomic
def submit_story(*, story_id: UUID, version: int, by: Actor) -> None:
    """Send a story to a second reader.

    Raises:
        NotYet: something is missing, a directive stands for nothing, or its words would name somebody.
        StoryChangedMeanwhile: somebody else changed it first.
    """
    here = held_story(story_id, Operation.WRITE_STORY, by)
    here.insist_on(version)
    state, row = here.step(Step.SUBMIT), here.row
    said = {"title": row.title, "summary": row.summary, "text": row.text, "correction": row.correction}
    insist(may_be_sent(**said, public=here.public))
    insist_on_publishable(compose(story(row)), row.correction, slug=row.slug, by=by)
    here.change(state=state.value, submitted_by=by.id, note="")
    record(Event.STORY_SUBMITTED, by=by, subject=("story", story_id))


@transaction.atomic
def approve_story(*, story_id: UUID, version: int, by: Actor) -> None:
    """Say, as a second reader, that it may be published as it is.

    Raises:
        Refused: this person wrote some of it.
        NotYet: what it stands on has changed since it was sent.
        StoryChangedMeanwhile: somebody else changed it first.
    """
    here = held_story(story_id, Operation.APPROVE_STORY, by)
    here.insist_on(version)
    state = here.step(Step.APPROVE)
    insist(may_read(by.id, writers=here.writers(), submitted_by=here.row.submitted_by))
    insist_on_publishable(compose(story(here.row)), here.row.correction, slug=here.row.slug, by=by)
    here.change(state=state.value, read_by=by.id, note="")
    record(Event.STORY_APPROVED, by=by, subject=("story", story_id))


@transaction.atomic
def send_back(*, story_id: UUID, note: str, version: int, by: Actor) -> None:
    """Let it be written on: as a reader, with what should change; as its writer, because it is not ready after all."""
    here = held_story(story_id, Operation.APPROVE_STORY, by)
    here.insist_on(version)
    state = here.step(Step.SEND_BACK)
    if by.id != here.row.submitted_by and not note.strip():
        raise Refused("Say what should change before it is read again.")
    here.change(state=state.value, submitted_by="", read_by="", publish_at=None, note=note)
    record(Event.STORY_SENT_BACK, by=by, subject=("story", story_id))
