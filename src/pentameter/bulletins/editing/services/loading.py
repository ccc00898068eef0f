"""A story held for an act: locked, with the version that the person had opened, and the step that they ask for."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.bulletins.editing.models import Save, Story
from pentameter.bulletins.editing.rules.states import State, Step, after, may_step
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, Verdict, never_was, require


class NotYet(Refused):
    """Something is missing that the person can mend on the page."""


class StoryChangedMeanwhile(Refused):
    """Somebody changed the story after this person had opened it. Nothing of theirs was saved."""

    def __init__(self, story: Story) -> None:
        super().__init__("Somebody changed this story after you opened it. Nothing of yours was saved.", conflict=True)
        self.story = story


@dataclass(frozen=True, slots=True)
class HeldStory:
    """A story that nobody else can change until this act has ended."""

    row: Story
    by: Actor

    @property
    def state(self) -> State:
        """How it stands."""
        return State(self.row.state)

    @property
    def public(self) -> bool:
        """Whether readers see it, or saw it, in some version."""
        return self.row.published > 0

    def insist_on(self, version: int) -> None:
        """Go on only if the person has seen the latest version.

        Raises:
            StoryChangedMeanwhile: they have not.
        """
        if self.row.version != version:
            raise StoryChangedMeanwhile(self.row)

    def step(self, step: Step) -> State:
        """The state that the step leads to.

        Raises:
            Refused: it cannot be taken now.
        """
        require(may_step(self.state, step, public=self.public))
        return after(self.state, step, public=self.public) or self.state

    def change(self, **values: Any) -> None:
        """Write new values, as the next version."""
        said = {"changed_at": clock.now(), "changed_by": self.by.id, **values, "version": F("version") + 1}
        Story.objects.filter(pk=self.row.pk).update(**said)
        self.row.refresh_from_db()

    def writers(self) -> frozenset[str]:
        """Who wrote any of it, in any language, or added a picture to it."""
        saved = Save.objects.filter(story=self.row).values_list("saved_by", flat=True)
        return frozenset((self.row.started_by, *saved, *self.row.pictures.values_list("added_by", flat=True)))


def held_story(story_id: UUID, operation: Operation, by: Actor) -> HeldStory:
    """The story, locked until the transaction ends.

    Raises:
        Refused: the person may not do this, or there is no such story.
    """
    require(decide(by, operation))
    row = Story.objects.select_for_update().filter(pk=story_id).first()
    if row is None:
        raise never_was()
    subject = Subject(kind="story", id=str(story_id), compartment=Compartment.PUBLIC)
    require(decide(by, operation, subject))
    return HeldStory(row, by)


def insist(verdict: Verdict) -> None:
    """Go on only if allowed; what is missing can be mended.

    Raises:
        NotYet: carrying the verdict's reason.
    """
    if not verdict.allowed:
        raise NotYet(verdict.reason)
