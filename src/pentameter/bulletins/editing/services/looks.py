"""Looking at stories: the list, one of them, its preview, and its pictures. Each look leaves its row."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, looked, record
from pentameter.bulletins.editing.composing import Composition, compose
from pentameter.bulletins.editing.models import Story
from pentameter.bulletins.editing.queries.stories import Stories, StoryCard, pixels, row_of, stories, story
from pentameter.bulletins.editing.rules.states import State, Step, may_read, may_step
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Verdict, never_was, require


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story, how far it is fit to be published, and what this person may do with it now."""

    card: StoryCard
    composition: Composition
    may: dict[str, Verdict]


@transaction.atomic
def show_stories(*, state: State | None, page: int, by: Actor) -> Stories:
    """Stories, those that changed last first."""
    require(decide(by, Operation.VIEW_STORIES))
    found = stories(state, page)
    looked(Event.STORIES_LISTED, by=by, kind="story", ids=[one.id for one in found.lines])
    return found


@transaction.atomic
def show_story(*, story_id: UUID, by: Actor) -> StoryPage:
    """One story with its history."""
    card = _card(story_id, by)
    record(Event.STORY_SHOWN, by=by, subject=("story", story_id))
    return StoryPage(card, compose(card), _may(card, by))


@transaction.atomic
def preview(*, story_id: UUID, address: Callable[[UUID], str], by: Actor) -> tuple[StoryCard, Composition]:
    """The story as the public will see it. `address` says where its pictures are shown meanwhile."""
    card = _card(story_id, by)
    record(Event.STORY_PREVIEWED, by=by, subject=("story", story_id), detail={"version": card.version})
    return card, compose(card, address)


@transaction.atomic
def show_picture(*, story_id: UUID, picture_id: UUID, by: Actor) -> tuple[str, bytes]:
    """A picture of a story: its media type and its bytes."""
    require(decide(by, Operation.VIEW_STORIES))
    found = pixels(story_id, picture_id)
    if found is None:
        raise never_was()
    record(Event.STORY_SHOWN, by=by, subject=("story", story_id), detail={"picture": str(picture_id)})
    return found


def as_it_stands(row: Story) -> StoryCard:
    """The story that somebody else changed meanwhile, for the page that shows both."""
    return story(row)


def _card(story_id: UUID, by: Actor) -> StoryCard:
    require(decide(by, Operation.VIEW_STORIES))
    row = row_of(story_id)
    if row is None:
        raise never_was()
    return story(row)


_STEPS = {
    Step.WRITE: Operation.WRITE_STORY,
    Step.SUBMIT: Operation.WRITE_STORY,
    Step.DROP: Operation.WRITE_STORY,
    Step.APPROVE: Operation.APPROVE_STORY,
    Step.SEND_BACK: Operation.APPROVE_STORY,
    Step.PUBLISH: Operation.PUBLISH_STORY,
    Step.SCHEDULE: Operation.PUBLISH_STORY,
    Step.WITHDRAW: Operation.PUBLISH_STORY,
}


def _may(card: StoryCard, by: Actor) -> dict[str, Verdict]:
    """For each step whether this person may take it now, or the sentence that says why not."""
    found = {step.value: _may_step(card, step, operation, by) for step, operation in _STEPS.items()}
    if found[Step.APPROVE.value].allowed:
        found[Step.APPROVE.value] = may_read(by.id, writers=card.writers, submitted_by=card.submitted_by)
    return found


def _may_step(card: StoryCard, step: Step, operation: Operation, by: Actor) -> Verdict:
    verdict = decide(by, operation)
    return may_step(card.line.state, step, public=card.public) if verdict.allowed else verdict
