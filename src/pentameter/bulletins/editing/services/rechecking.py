"""Checking again what is published: somebody may have become protected since, or known by another name.

A bulletin that would identify her by now is taken off at once, and goes back to its editors, who are told of which kind
the reason is. Where not everyone protected can be asked about, what was checked before stands and stays due.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from pentameter.bulletins.editing.composing import addresses_in
from pentameter.bulletins.editing.models import Publication, Story, StoryPicture
from pentameter.bulletins.editing.services.checking import read_aloud
from pentameter.bulletins.editing.services.publishing import WITHDRAWN, take_off
from pentameter.bulletins.editing.services.writing import free_slug
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.releases.api import naming_of, protected_since

EVERY = timedelta(hours=6)


def recheck(*, by: Actor) -> int:
    """Check the published bulletins again that are due. Gives how many were taken off."""
    due = _due(max(protected_since(), clock.now() - EVERY))
    at = clock.now()
    if not due:
        return 0
    said = [(place, text) for place, last in enumerate(due) for text in _texts(last)]
    answers = naming_of([text for _, text in said], by=by)
    wrong = {place for (place, _), answer in zip(said, answers, strict=True) if answer.identifies}
    for place in sorted(wrong):
        _take_off(due[place], by=by)
    if all(one.whole for one in answers):
        Story.objects.filter(pk__in=[one.story_id for one in due]).update(checked_at=at)
    return len(wrong)


def _due(before: datetime) -> Sequence[Publication]:
    """What the public sees of the stories that were not checked since `before`."""
    stories = Story.objects.filter(Q(checked_at=None) | Q(checked_at__lte=before), published__gt=0)
    latest = Publication.objects.filter(story__in=stories).order_by("story", "-number")
    last: dict[UUID, Publication] = {}
    for one in latest:
        last.setdefault(one.story_id, one)
    return tuple(one for one in last.values() if one.kind != WITHDRAWN)


def _texts(last: Publication) -> Iterator[str]:
    """Everything that anybody can read of it: in every language, with its corrections, pictures and addresses."""
    for one in last.frozen["words"].values():
        yield "\n".join((one["title"], one["summary"], one["plain"]))
        yield from read_aloud(addresses_in(one["body"]))
    yield from read_aloud([last.frozen["slug"]])
    yield "\n\n".join(Publication.objects.filter(story=last.story_id).exclude(note="").values_list("note", flat=True))
    pictures = StoryPicture.objects.filter(pk__in=last.frozen.get("pictures", []))
    yield "\n\n".join(f"{one.alternative} {one.credit}" for one in pictures.defer("body"))


def _take_off(last: Publication, *, by: Actor) -> None:
    """The address stays, unless it is what names her."""
    (address,) = naming_of(read_aloud([last.frozen["slug"]]), by=by)
    slug = free_slug("bulletin") if address.identifies else last.frozen["slug"]
    take_off(story_id=last.story_id, slug=slug, by=by)
