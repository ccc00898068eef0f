"""Publishing at once or at a set time, and withdrawing. What is decided here is then brought to the public database."""

from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event, record
from pentameter.bulletins.editing.composing import Composition, compose
from pentameter.bulletins.editing.models import Publication
from pentameter.bulletins.editing.queries.stories import due, story
from pentameter.bulletins.editing.rules.states import State, Step
from pentameter.bulletins.editing.rules.wording import may_be_withdrawn
from pentameter.bulletins.editing.services.bringing import bring_over
from pentameter.bulletins.editing.services.checking import insist_on_nobody_named, insist_on_publishable
from pentameter.bulletins.editing.services.loading import HeldStory, NotYet, held_story, insist
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.look.words import moment

LOOKED_AT = "It is being looked at again."
TAKEN_OFF = (
    "The check took it off the public pages: it may say by now who or where somebody protected is. "
    "Take that out and publish it as a correction, or withdraw it."
)
PUBLISHED, CORRECTED, WITHDRAWN = "published", "corrected", "withdrawn"


@transaction.atomic
def publish_story(*, story_id: UUID, version: int, by: Actor) -> None:
    """Publish a story, or its correction, that a second person has read.

    Raises:
        NotYet: what it stands on has changed, or its words would name somebody now.
        StoryChangedMeanwhile: somebody else changed it first.
    """
    here = held_story(story_id, Operation.PUBLISH_STORY, by)
    here.insist_on(version)
    _publish(here)


@transaction.atomic
def schedule_story(*, story_id: UUID, publish_at: datetime, version: int, by: Actor) -> None:
    """Set the time at which a story that was read is published by itself.

    Raises:
        NotYet: the time is over.
        StoryChangedMeanwhile: somebody else changed it first.
    """
    here = held_story(story_id, Operation.PUBLISH_STORY, by)
    here.insist_on(version)
    state = here.step(Step.SCHEDULE)
    if publish_at <= clock.now():
        raise NotYet("That time is over. Choose a later one, or publish it now.")
    here.change(state=state.value, publish_at=publish_at)
    record(Event.STORY_SCHEDULED, by=by, subject=("story", story_id), detail={"at": publish_at.isoformat()})


@transaction.atomic
def withdraw_story(*, story_id: UUID, because: str, version: int, by: Actor) -> None:
    """Take a published story off the public pages. Its address stays, and says why. One person may do it, at once.

    Raises:
        NotYet: no reason is given, or the reason itself would name somebody.
        StoryChangedMeanwhile: somebody else changed it first.
    """
    here = held_story(story_id, Operation.PUBLISH_STORY, by)
    here.insist_on(version)
    state = here.step(Step.WITHDRAW)
    insist(may_be_withdrawn(because))
    insist_on_nobody_named(because, by=by)
    frozen: dict[str, object] = {"slug": here.row.slug, "subject": here.row.subject}
    number = _decided(here, WITHDRAWN, frozen, because)
    here.change(state=state.value, published=number, publish_at=None, note=because)
    record(Event.STORY_WITHDRAWN, by=by, subject=("story", story_id), detail={"publication": number})


@transaction.atomic
def take_off(*, story_id: UUID, slug: str, by: Actor) -> None:
    """Take a published story off at once, because it would identify somebody by now; its editors decide what follows.

    Readers are told that it is looked at again, and not why. `slug` is its address from now on. What was being written
    of a correction stays, and has to be read anew.
    """
    here = held_story(story_id, Operation.PUBLISH_STORY, by)
    state = here.step(Step.TAKE_OFF)
    frozen: dict[str, object] = {"slug": slug, "subject": here.row.subject}
    number = _decided(here, WITHDRAWN, frozen, LOOKED_AT)
    unread = {"read_by": "", "submitted_by": "", "publish_at": None}
    here.change(state=state.value, slug=slug, published=number, note=TAKEN_OFF, **unread)
    record(Event.STORY_WITHDRAWN, by=by, subject=("story", story_id), detail={"publication": number, "checked": True})


def publish_due(*, by: Actor = SYSTEM) -> int:
    """Publish every story whose time has come. One that cannot be goes back to its writers. Answers how many were."""
    return sum(_published_in_time(story_id, by=by) for story_id in due(clock.now()))


@transaction.atomic
def _published_in_time(story_id: UUID, *, by: Actor) -> bool:
    here = held_story(story_id, Operation.PUBLISH_STORY, by)
    if here.state is not State.SCHEDULED or here.row.publish_at is None or here.row.publish_at > clock.now():
        return False
    try:
        with transaction.atomic():
            _publish(here)
    except NotYet as not_yet:
        note = f"It was not published at its time, {moment(here.row.publish_at)}. {not_yet.reason}"
        here.row.refresh_from_db()
        here.change(state=here.step(Step.HOLD).value, publish_at=None, read_by="", submitted_by="", note=note)
        record(Event.STORY_HELD, by=by, subject=("story", story_id))
        return False
    return True


def _publish(here: HeldStory) -> None:
    state, row = here.step(Step.PUBLISH), here.row
    card = story(row)
    composition = compose(card)
    insist_on_publishable(composition, row.correction, slug=row.slug, by=here.by)
    kind = CORRECTED if here.public else PUBLISHED
    number = _decided(here, kind, composition.frozen(card), row.correction)
    here.change(state=state.value, published=number, publish_at=None, correction="", note="", checked_at=None)
    detail = {"publication": number, "kind": kind, "read_by": row.read_by, "sources": _sources(composition)}
    record(Event.STORY_PUBLISHED, by=here.by, subject=("story", row.pk), detail=detail)


def _decided(here: HeldStory, kind: str, frozen: dict[str, object], note: str) -> int:
    """Keep what was decided, and bring it over as soon as that is certain. Until then the public sees what it saw."""
    number = here.row.published + 1
    Publication.objects.create(
        story=here.row,
        number=number,
        kind=kind,
        frozen=frozen,
        note=note,
        decided_at=clock.now(),
        decided_by=here.by.id,
        read_by=here.row.read_by,
    )
    transaction.on_commit(partial(bring_over, story_id=here.row.pk), robust=True)
    return number


def _sources(composition: Composition) -> list[str]:
    return [f"{one.release}/{one.number}/{one.table}" for one in composition.sources]
