"""Looks of moderators, each with its row in the record: the queue, a comment, a reader, appeals, articles."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, looked
from pentameter.bulletins.moderation.queries import appeals, articles, queue, readers
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require


@transaction.atomic
def show_queue(*, by: Actor) -> queue.QueuePage:
    """What waits, and what was decided lately."""
    require(decide(by, Operation.MODERATE_COMMENTS))
    page = queue.queue_page(by.id)
    looked(Event.MODERATION_SHOWN, by=by, kind="comment", ids=[line.id for line in page.lines])
    return page


@transaction.atomic
def show_comment(*, comment_id: UUID, by: Actor, today: date) -> queue.CasePage:
    """One comment whole, with what stands around it."""
    require(decide(by, Operation.MODERATE_COMMENTS))
    page = queue.case_page(comment_id, by.id, today=today)
    if page is None:
        raise never_was()
    looked(Event.COMMENT_READ, by=by, kind="comment", ids=[comment_id])
    return page


@transaction.atomic
def show_reader(*, reader_id: UUID, by: Actor, today: date) -> readers.ReaderPage:
    """A reader's history and steps. Never the address."""
    require(decide(by, Operation.DISCIPLINE_READERS))
    page = readers.reader_page(reader_id, by.id, today=today)
    if page is None:
        raise never_was()
    looked(Event.READER_SHOWN, by=by, kind="reader", ids=[reader_id])
    return page


@dataclass(frozen=True, slots=True)
class AppealsPage:
    """Appeals that wait, and withdrawals that wait for a second moderator."""

    waiting: tuple[appeals.AppealLine, ...]
    withdrawals: tuple[readers.StepLine, ...]


@transaction.atomic
def show_appeals(*, by: Actor) -> AppealsPage:
    """What waits for another moderator's look."""
    require(decide(by, Operation.ANSWER_APPEALS))
    page = AppealsPage(appeals.waiting_appeals(by.id), readers.waiting_withdrawals(by.id))
    looked(Event.APPEALS_SHOWN, by=by, kind="appeal", ids=[line.id for line in page.waiting])
    return page


@transaction.atomic
def show_appeal(*, appeal_id: UUID, by: Actor) -> appeals.AppealPage:
    """One appeal, with what it is against."""
    require(decide(by, Operation.ANSWER_APPEALS))
    page = appeals.appeal_page(appeal_id, by.id)
    if page is None:
        raise never_was()
    looked(Event.APPEALS_SHOWN, by=by, kind="appeal", ids=[appeal_id])
    return page


@transaction.atomic
def show_articles(*, by: Actor) -> tuple[articles.ArticleLine, ...]:
    """Every article and how it takes comments."""
    require(decide(by, Operation.CLOSE_COMMENTS))
    lines = articles.articles()
    looked(Event.DISCUSSIONS_SHOWN, by=by, kind="bulletin", ids=[line.article.bulletin for line in lines])
    return lines


@transaction.atomic
def show_article(*, bulletin_id: UUID, by: Actor) -> articles.ArticleLine:
    """One article and how it takes comments."""
    require(decide(by, Operation.CLOSE_COMMENTS))
    line = articles.article(bulletin_id)
    if line is None:
        raise never_was()
    looked(Event.DISCUSSIONS_SHOWN, by=by, kind="bulletin", ids=[bulletin_id])
    return line
