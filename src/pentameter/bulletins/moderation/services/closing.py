"""Whether an article takes comments: opened when it appears, closed by day or by hand, held for legal reasons."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, record
from pentameter.bulletins.comments.models import Discussion
from pentameter.bulletins.comments.transactions import together
from pentameter.bulletins.moderation.models import Setting
from pentameter.bulletins.moderation.rules.closing import OPEN_FOR, Article, Chosen
from pentameter.bulletins.site.services import turn_edition
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require


@transaction.atomic
def set_discussion(*, article: Article, chosen: Chosen, version: int, why: str, by: Actor) -> int:
    """Say how an article takes comments. `version` is the one that was seen; 0 where there was none."""
    subject = Subject(kind="discussion", id=str(article.bulletin), compartment=Compartment.PUBLIC)
    require(decide(by, Operation.CLOSE_COMMENTS, subject))
    if not why.strip():
        raise Refused("Say why, in a sentence: colleagues read it.")
    last = Setting.objects.select_for_update().filter(bulletin=article.bulletin).order_by("-version").first()
    if (last.version if last else 0) != version:
        raise Refused("A colleague changed this meanwhile. This is how it stands now.", conflict=True)
    row = Setting.objects.create(
        **asdict(article), **asdict(chosen), version=version + 1, why=why.strip(), by=by.id, at=clock.now()
    )
    detail = {"version": row.version, "open": chosen.is_open, "held": chosen.held}
    record(Event.DISCUSSION_SET, by=by, subject=("bulletin", article.bulletin), detail=detail)
    transaction.on_commit(lambda: bring_setting(setting_id=row.pk), robust=True)
    return row.version


def open_discussion(*, article: Article, by: Actor, today: date) -> bool:
    """Open an article that appears, for 28 days. What was decided about it before stays as it is."""
    if Setting.objects.filter(bulletin=article.bulletin).exists():
        return False
    chosen = Chosen(is_open=True, closes_on=today + OPEN_FOR)
    set_discussion(article=article, chosen=chosen, version=0, why="It was published.", by=by)
    return True


def close_due(*, by: Actor, today: date) -> int:
    """Close the articles whose day has come, so that their pages say so. Gives how many."""
    due = Discussion.objects.filter(is_open=True, closes_on__lte=today)
    closed = 0
    for row in due:
        last = Setting.objects.filter(bulletin=row.pk).order_by("-version").first()
        if last is None or not last.is_open or last.closes_on is None or last.closes_on > today:
            continue
        chosen = Chosen(False, last.closes_on, shows=last.shows, held=last.held, checked_first=last.checked_first)
        article = Article(last.bulletin, last.slug, last.title)
        set_discussion(article=article, chosen=chosen, version=last.version, why="The day came.", by=by)
        closed += 1
    return closed


def bring_setting(*, setting_id: UUID) -> None:
    """Bring a setting to the public door; an older version never wins. How the article is called its editors say."""
    row = Setting.objects.filter(pk=setting_id, brought_at=None).first()
    if row is None:
        return
    fields = ("version", "is_open", "closes_on", "shows", "held", "checked_first")
    given = {field: getattr(row, field) for field in fields}
    called = {"slug": row.slug, "title": row.title}
    with together():
        if not Discussion.objects.get_or_create(pk=row.bulletin, defaults=given | called)[1]:
            Discussion.objects.filter(pk=row.bulletin, version__lt=row.version).update(**given)
        turn_edition()
    Setting.objects.filter(pk=setting_id).update(brought_at=clock.now())


def bring_settings() -> int:
    """Bring the settings that wait, oldest first."""
    waiting = list(Setting.objects.filter(brought_at=None).order_by("at").values_list("pk", flat=True)[:500])
    for setting_id in waiting:
        bring_setting(setting_id=setting_id)
    return len(waiting)
