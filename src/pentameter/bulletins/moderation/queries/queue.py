"""The queue of moderation, and one comment whole with what stands around it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from pentameter.bulletins.comments.models import Comment, Discussion, Report, Wording
from pentameter.bulletins.comments.queries.privilege import is_new
from pentameter.bulletins.comments.queries.reported import record_of
from pentameter.bulletins.comments.rules.reporting import Reason, ReporterRecord
from pentameter.bulletins.moderation.models import Case, Decision
from pentameter.bulletins.moderation.queries.readers import ReaderPage, reader_page
from pentameter.bulletins.moderation.rules.acts import ACTS, Act, State
from pentameter.bulletins.moderation.rules.scoring import Point, points

_ON_PAGE = 50
FOUND = {
    "protected_name": "It may identify somebody.",
    "telephone": "A telephone number.",
    "postcode": "A postcode.",
    "e_mail": "An e-mail address.",
    "plate": "A number plate.",
    "contempt": "Words about a trial or somebody accused.",
    "unreadable": "The check could not read it.",
}


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A comment in the queue."""

    id: UUID
    title: str
    name: str
    words: str
    since: datetime
    urgent: bool
    reports: int
    found: tuple[str, ...]
    escalated: bool


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """Something that was decided about a comment."""

    id: UUID
    comment: UUID
    act: Act
    rule: str
    words: str
    note: str
    by: str
    at: datetime
    undone: bool


@dataclass(frozen=True, slots=True)
class QueuePage:
    """What waits for a moderator, and what they decided last."""

    waiting: int
    lines: tuple[CaseLine, ...]
    lately: tuple[DecisionLine, ...]


def queue_page(by: str) -> QueuePage:
    """The first fifty comments that wait for a moderator: those that may harm somebody first, then the oldest."""
    rows = waiting_for(by)
    lately = Decision.objects.filter(by=by).order_by("-at")[:8]
    return QueuePage(rows.count(), _lines(list(rows[:_ON_PAGE])), tuple(_decision(row) for row in lately))


def waiting_for(by: str) -> QuerySet[Case]:
    """The cases that wait for a moderator, in order; not those that they passed on themselves."""
    rows = Case.objects.exclude(waiting_since=None).exclude(escalated_by=by)
    return rows.order_by("-urgent", "waiting_since", "comment")


def next_case(by: str, *, after: UUID | None = None) -> UUID | None:
    """The comment that comes next; `after`: the one that was just seen, which may be skipped."""
    ids = list(waiting_for(by).values_list("comment", flat=True)[: _ON_PAGE + 1])
    if after in ids:
        place = ids.index(after)
        ids = ids[place + 1 :] + ids[:place]
    return ids[0] if ids else None


def how_many_wait(by: str) -> tuple[int, int]:
    """How many comments wait for a moderator, and how many of them may harm somebody."""
    rows = waiting_for(by)
    return rows.count(), rows.filter(urgent=True).count()


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report of a comment, with how its reporter's earlier ones were answered."""

    reason: Reason
    rule: str
    words: str
    at: datetime
    counts: bool
    record: ReporterRecord


@dataclass(frozen=True, slots=True)
class CasePage:
    """One comment whole: its words, what it answers, what was found, who reported and wrote it, what was decided."""

    id: UUID
    version: int
    wording_version: int
    state: State
    bulletin: UUID
    slug: str
    title: str
    article_held: bool
    text: str
    written_at: datetime
    parent: str
    parent_name: str
    published: str
    found: tuple[str, ...]
    points: tuple[Point, ...]
    reports: tuple[ReportLine, ...]
    reader: ReaderPage | None
    history: tuple[DecisionLine, ...]
    acts: frozenset[Act]
    mine_to_decide: bool
    following: UUID | None
    waiting: int


def case_page(comment_id: UUID, by: str, *, today: date) -> CasePage | None:
    """One comment as it is now, for whoever decides."""
    case = Case.objects.filter(pk=comment_id).first()
    row = Comment.objects.select_related("reader", "discussion", "parent__standing").filter(pk=comment_id).first()
    if case is None or row is None:
        return None
    texts = dict(Wording.objects.filter(comment=row).values_list("version", "text"))
    text = texts.get(row.version, "")
    parent = getattr(row.parent, "standing", None)
    return CasePage(
        id=row.pk,
        version=case.version,
        wording_version=row.version,
        state=State(case.state),
        bulletin=row.discussion_id,
        slug=row.discussion.slug,
        title=row.discussion.title,
        article_held=row.discussion.held,
        text=text,
        written_at=row.written_at,
        parent=parent.text if parent else "",
        parent_name=parent.name if parent else "",
        published=texts.get(case.published_version, "") if case.published_version != row.version else "",
        found=found_words(case.reasons),
        points=points(text, alike=_alike(row), new_reader=row.reader_id is None or is_new(row.reader_id)),
        reports=_reports(comment_id),
        reader=reader_page(row.reader_id, by, today=today) if row.reader_id else None,
        history=tuple(_decision(one) for one in case.decisions.order_by("-number")),
        acts=frozenset(act for state, act in ACTS if state.value == case.state),
        mine_to_decide=case.escalated_by != by,
        following=next_case(by, after=comment_id),
        waiting=waiting_for(by).count(),
    )


def found_words(reasons: str) -> tuple[str, ...]:
    """What the detectors found, in words: kinds, and never of whom."""
    return tuple(FOUND.get(one, "The check found something.") for one in reasons.split(",") if one)


def _alike(row: Comment) -> int:
    others = Comment.objects.filter(digest=row.digest, taken_back_at=None).exclude(reader=row.reader)
    return others.count() if row.digest else 0


def _reports(comment_id: UUID) -> tuple[ReportLine, ...]:
    rows = list(Report.objects.filter(comment_id=comment_id, answered_at=None).order_by("at")[:_ON_PAGE])
    return tuple(
        ReportLine(Reason(row.reason), row.rule, row.words, row.at, row.counts, record_of(row.reporter)) for row in rows
    )


def _lines(cases: list[Case]) -> tuple[CaseLine, ...]:
    words = Wording.objects.filter(comment=OuterRef("pk"), version=OuterRef("version")).values("text")[:1]
    rows = Comment.objects.filter(pk__in=[case.pk for case in cases]).annotate(
        words=Subquery(words), who=F("reader__name")
    )
    found = {row.pk: row for row in rows}
    titles = dict(Discussion.objects.filter(pk__in={case.bulletin for case in cases}).values_list("pk", "title"))
    return tuple(_line(case, found.get(case.pk), titles.get(case.bulletin, "")) for case in cases)


def _line(case: Case, row: Comment | None, title: str) -> CaseLine:
    text, name = (getattr(row, "words", "") or "", getattr(row, "who", "") or "") if row else ("", "")
    return CaseLine(
        id=case.pk,
        title=title,
        name=name,
        words=text if len(text) <= 120 else f"{text[:117]}...",
        since=case.waiting_since or case.checked_at,
        urgent=case.urgent,
        reports=case.reports,
        found=found_words(case.reasons),
        escalated=case.state == State.ESCALATED.value,
    )


def _decision(row: Decision) -> DecisionLine:
    undone = row.undone_by.exists()
    return DecisionLine(row.pk, row.case_id, Act(row.act), row.rule, row.words, row.note, row.by, row.at, undone)
