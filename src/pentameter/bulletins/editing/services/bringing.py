"""Bringing what was decided to the public database. It can be done twice, and in any order.

A bulletin there carries the number of the publication that it stands for; an older one never overwrites a newer one.
"""

from datetime import datetime
from uuid import UUID

from django.db import router, transaction

from pentameter.audit.api import Event, record
from pentameter.bulletins.comments.services.articles import call_article
from pentameter.bulletins.editing.card import card
from pentameter.bulletins.editing.models import Publication, StoryPicture
from pentameter.bulletins.editing.queries.stories import waiting_to_be_brought
from pentameter.bulletins.site.models import Bulletin, Correction, Picture, Words
from pentameter.bulletins.site.services import turn_edition
from pentameter.bulletins.site.vocabulary import Language
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.look.words import day

GONE = "A bulletin that was withdrawn"


def bring_over(*, story_id: UUID, by: Actor = SYSTEM) -> None:
    """Let the public see what was decided last of a story."""
    decided = list(Publication.objects.filter(story_id=story_id).order_by("number"))
    if not decided:
        return
    with transaction.atomic(using=router.db_for_write(Bulletin)):
        _stand(decided)
    with transaction.atomic():
        waiting = Publication.objects.filter(story_id=story_id, number__lte=decided[-1].number, brought_at=None)
        if waiting.update(brought_at=clock.now()):
            detail = {"publication": decided[-1].number}
            record(Event.STORY_BROUGHT_OVER, by=by, subject=("story", story_id), detail=detail)


def bring_waiting(*, by: Actor = SYSTEM) -> None:
    """Bring over whatever waits."""
    for story_id in waiting_to_be_brought():
        bring_over(story_id=story_id, by=by)


def bring_again(*, since: datetime, by: Actor = SYSTEM) -> None:
    """Bring over whatever was brought since a moment: the public database may have lost it."""
    Publication.objects.filter(brought_at__gte=since).update(brought_at=None)
    bring_waiting(by=by)


def _stand(decided: list[Publication]) -> None:
    last = decided[-1]
    row = Bulletin.objects.select_for_update().filter(pk=last.story_id).first()
    if row is not None and row.version >= last.number:
        return
    gone = last.kind == "withdrawn"
    bulletin, _ = Bulletin.objects.update_or_create(
        pk=last.story_id,
        defaults={
            "slug": last.frozen["slug"],
            "version": last.number,
            "state": "withdrawn" if gone else "published",
            "subject": last.frozen["subject"],
            "published_at": decided[0].decided_at,
            "changed_at": last.decided_at,
            "withdrawn_because": last.note if gone else "",
            "sources": last.frozen.get("sources", []),
            "card": None if gone else _card(decided),
        },
    )
    _replace_words(bulletin, last)
    _replace_corrections(bulletin, decided)
    _replace_pictures(bulletin, last)
    title = GONE if gone else last.frozen["words"][Language.ENGLISH.value]["title"]
    call_article(bulletin_id=last.story_id, slug=last.frozen["slug"], title=title)
    turn_edition()


def _card(decided: list[Publication]) -> bytes:
    title = decided[-1].frozen["words"][Language.ENGLISH.value]["title"]
    return card(title, f"Bulletin of {day(decided[0].decided_at)}")


def _replace_words(bulletin: Bulletin, last: Publication) -> None:
    """Of a withdrawn bulletin no word stays here."""
    bulletin.words.all().delete()
    Words.objects.bulk_create(
        Words(
            bulletin=bulletin,
            language=language,
            **{name: said[name] for name in ("title", "summary", "body", "plain")},
            checked=language == Language.ENGLISH or bool(said["checked_by"]),
        )
        for language, said in last.frozen.get("words", {}).items()
    )


def _replace_corrections(bulletin: Bulletin, decided: list[Publication]) -> None:
    """Those of what stands: a withdrawal takes the notes along with the words."""
    bulletin.corrections.all().delete()
    since = max((one.number for one in decided if one.kind == "withdrawn"), default=0)
    Correction.objects.bulk_create(
        Correction(bulletin=bulletin, number=number, corrected_at=one.decided_at, note=one.note)
        for number, one in enumerate((one for one in decided if one.kind == "corrected"), start=1)
        if one.number > since
    )


def _replace_pictures(bulletin: Bulletin, last: Publication) -> None:
    bulletin.pictures.all().delete()
    used = StoryPicture.objects.filter(story_id=last.story_id, pk__in=last.frozen.get("pictures", []))
    Picture.objects.bulk_create(
        Picture(pk=one.pk, bulletin=bulletin, media_type=one.media_type, body=bytes(one.body)) for one in used
    )
