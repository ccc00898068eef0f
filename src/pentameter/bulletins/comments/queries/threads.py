"""Threads as everyone reads them: the words that were checked, and no others. A fixed number of queries a page.

One page is the same for every reader, so that it can be kept in a cache, and needs no cookie.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, Window
from django.db.models.functions import Coalesce, RowNumber

from pentameter.bulletins.comments.models import Comment, Discussion
from pentameter.bulletins.comments.queries.privilege import as_taking, ruling_of, written_of
from pentameter.bulletins.comments.rules.closing import CLOSED, are_shown, may_be_commented
from pentameter.bulletins.comments.rules.life import Decided, State, state

PAGE = 20
ANSWERS_AT_ONCE = 20
SHOWN = Q(standing__state=Decided.PUBLISHED.value, taken_back_at=None, hidden_at=None) & ~Q(standing__text="")
"""What everyone may read; `rules.life.is_shown` says the same, and a test compares the two."""


class Order(StrEnum):
    """How a thread is read."""

    NEWEST = "newest"
    DISCUSSED = "discussed"


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment in a thread. `gone`: what stands in the place of one that can no longer be read, but was answered."""

    id: UUID
    name: str
    paragraphs: tuple[tuple[str, ...], ...]
    written_at: datetime
    edited_at: datetime | None
    gone: str = ""
    answers: int = 0
    shown_answers: tuple["CommentLine", ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """A page of what was written under an article. `closed`: why nothing can be written; empty where it can."""

    bulletin_id: UUID
    slug: str
    title: str
    closed: str
    shows: bool
    order: Order
    page: int
    pages: int
    comments: int
    lines: tuple[CommentLine, ...]


_GONE = {
    State.TAKEN_BACK: "The writer took this comment back.",
    State.HIDDEN: "This comment was reported. It is hidden until somebody has looked.",
    State.REMOVED: "This comment was removed by a moderator.",
}
_NO_LONGER = "This comment can no longer be read."


def thread(bulletin_id: UUID, *, order: Order, page: int, today: date) -> ThreadPage:
    """A page of a thread; the last where `page` is beyond it. An unknown article takes no comments."""
    row = Discussion.objects.filter(pk=bulletin_id).first()
    taking = None if row is None else as_taking(row)
    verdict, shows = may_be_commented(taking, today=today), are_shown(taking, today=today)
    closed = "" if verdict.allowed else verdict.reason or CLOSED
    slug, title = (row.slug, row.title) if row else ("", "")
    if not shows:
        return ThreadPage(bulletin_id, slug, title, closed, shows, order, 1, 1, 0, ())
    of_article = Comment.objects.filter(discussion_id=bulletin_id)
    tops = _with_answers(of_article.filter(parent=None)).filter(SHOWN | Q(answer_count__gt=0))
    count = tops.count()
    pages = max(1, -(-count // PAGE))
    number = min(max(1, page), pages)
    rows = tops.select_related("standing").order_by(*_orders(order))[(number - 1) * PAGE : number * PAGE]
    comments = of_article.filter(SHOWN).count()
    return ThreadPage(bulletin_id, slug, title, closed, shows, order, number, pages, comments, _lines(list(rows)))


@dataclass(frozen=True, slots=True)
class OnePage:
    """A comment by its permanent link: where it stands, and the answers to it, oldest first."""

    bulletin_id: UUID
    slug: str
    title: str
    closed: str
    line: CommentLine
    parent: UUID | None
    page: int
    pages: int


def one(comment_id: UUID, *, page: int, today: date) -> OnePage | None:
    """One comment, if it can be read, or could be and was answered or removed. What never appeared never was."""
    row = _with_answers(Comment.objects.filter(pk=comment_id)).select_related("standing", "discussion").first()
    if row is None or getattr(row, "standing", None) is None or row.standing.first_shown_at is None:
        return None
    taking = as_taking(row.discussion)
    if not are_shown(taking, today=today):
        return None
    answers = (
        Comment.objects.filter(SHOWN, parent_id=comment_id).select_related("standing").order_by("written_at", "id")
    )
    count = _count(row)
    pages = max(1, -(-count // PAGE))
    number = min(max(1, page), pages)
    shown = tuple(_line(one, (), 0) for one in answers[(number - 1) * PAGE : number * PAGE])
    verdict = may_be_commented(taking, today=today)
    closed = "" if verdict.allowed else verdict.reason
    discussion, line = row.discussion, _line(row, shown, count)
    return OnePage(discussion.pk, discussion.slug, discussion.title, closed, line, row.parent_id, number, pages)


def latest(bulletin_id: UUID | None, *, number: int, today: date) -> tuple[tuple[CommentLine, str], ...]:
    """The comments that appeared last, under one article or all, each with its article's title."""
    discussions = Discussion.objects.filter(pk=bulletin_id) if bulletin_id else Discussion.objects.all()
    titles = {row.pk: row.title for row in discussions if are_shown(as_taking(row), today=today)}
    rows = Comment.objects.filter(SHOWN, discussion_id__in=titles).select_related("standing")
    newest = rows.order_by("-standing__first_shown_at", "-id")[:number]
    return tuple((_line(row, (), 0), titles[row.discussion_id]) for row in newest)


def _with_answers(rows: QuerySet[Comment]) -> "QuerySet[Comment]":
    answers = Comment.objects.filter(SHOWN, parent=OuterRef("pk")).order_by().values("parent")
    counted = Subquery(answers.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    return rows.annotate(answer_count=Coalesce(counted, Value(0)))


def _count(row: Comment) -> int:
    """How many answers a comment has that can be read, as `_with_answers` counted them."""
    return int(vars(row)["answer_count"])


def _orders(order: Order) -> tuple[str, ...]:
    return ("-answer_count", "-written_at", "-id") if order is Order.DISCUSSED else ("-written_at", "-id")


def _lines(rows: list[Comment]) -> tuple[CommentLine, ...]:
    place = Window(RowNumber(), partition_by=F("parent_id"), order_by=(F("written_at").asc(), F("id").asc()))
    answers = Comment.objects.filter(SHOWN, parent_id__in=[row.pk for row in rows]).select_related("standing")
    first = answers.annotate(place=place).filter(place__lte=ANSWERS_AT_ONCE).order_by("written_at", "id")
    under: dict[UUID | None, list[CommentLine]] = {}
    for answer in first:
        under.setdefault(answer.parent_id, []).append(_line(answer, (), 0))
    return tuple(_line(row, tuple(under.get(row.pk, ())), _count(row)) for row in rows)


def _line(row: Comment, answers: tuple[CommentLine, ...], count: int) -> CommentLine:
    at = state(written_of(row), ruling_of(row))
    readable = at in (State.PUBLISHED, State.CHANGED) and row.standing.text
    gone = "" if readable else _GONE.get(at, _NO_LONGER)
    paragraphs = paragraphs_of(row.standing.text) if readable else ()
    name, edited_at = (row.standing.name, row.standing.edited_at) if readable else ("", None)
    return CommentLine(row.pk, name, paragraphs, row.written_at, edited_at, gone, count, answers)


def paragraphs_of(text: str) -> tuple[tuple[str, ...], ...]:
    """A text as paragraphs of lines."""
    return tuple(tuple(part.split("\n")) for part in text.split("\n\n") if part)
