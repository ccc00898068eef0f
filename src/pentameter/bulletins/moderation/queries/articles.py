"""Articles, and how each takes comments."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pentameter.bulletins.moderation.models import Case, Setting
from pentameter.bulletins.moderation.rules.acts import State
from pentameter.bulletins.moderation.rules.closing import Article, Chosen


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article, how it takes comments, who said so, when and why; how many comments stand, and wait."""

    article: Article
    chosen: Chosen
    version: int
    why: str
    by: str
    at: datetime | None
    published: int
    waiting: int

    def is_closed(self, today: date) -> bool:
        """Whether nothing can be written under it."""
        over = self.chosen.closes_on is not None and today >= self.chosen.closes_on
        return self.chosen.held or not self.chosen.is_open or over


def articles() -> tuple[ArticleLine, ...]:
    """Every article that ever took comments, latest decision first."""
    latest: dict[UUID, Setting] = {}
    for row in Setting.objects.order_by("version"):
        latest[row.bulletin] = row
    counted = Counter(Case.objects.values_list("bulletin", "state"))
    return tuple(_line(row, counted) for row in sorted(latest.values(), key=lambda one: one.at, reverse=True))


def article(bulletin_id: UUID) -> ArticleLine | None:
    """One article."""
    row = Setting.objects.filter(bulletin=bulletin_id).order_by("-version").first()
    counted = Counter(Case.objects.filter(bulletin=bulletin_id).values_list("bulletin", "state"))
    return None if row is None else _line(row, counted)


def history(bulletin_id: UUID) -> tuple[Setting, ...]:
    """Every setting of an article, latest first."""
    return tuple(Setting.objects.filter(bulletin=bulletin_id).order_by("-version"))


def _line(row: Setting, counted: Counter[tuple[UUID, str]]) -> ArticleLine:
    waiting = sum(counted[row.bulletin, state.value] for state in (State.WAITING, State.ESCALATED))
    return ArticleLine(
        Article(row.bulletin, row.slug, row.title),
        Chosen(row.is_open, row.closes_on, shows=row.shows, held=row.held, checked_first=row.checked_first),
        row.version,
        row.why,
        row.by,
        row.at,
        counted[row.bulletin, State.PUBLISHED.value],
        waiting,
    )
