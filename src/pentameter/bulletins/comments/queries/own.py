"""What is a reader's own: who is signed in, what they wrote, what they were told, and all of it to carry away."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.addresses import opened, secret_digest
from pentameter.bulletins.comments.models import (
    Agreement,
    Appeal,
    Comment,
    Letter,
    Measure,
    Reader,
    Report,
    SignIn,
    Wording,
)
from pentameter.bulletins.comments.queries.privilege import as_held, ruling_of, written_of
from pentameter.bulletins.comments.rules.ladder import Step, may_appeal
from pentameter.bulletins.comments.rules.life import State, may_edit, state
from pentameter.bulletins.comments.rules.limits import SIGN_IN_HOLDS
from pentameter.kernel.clock import day_of
from pentameter.kernel.verdict import Verdict

_ON_PAGE = 50


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is signed in, and whether they agreed to the rules as they stand."""

    id: UUID
    name: str
    agreed: bool
    has_password: bool


def signed_in(secret: str, *, now: datetime) -> SignedIn | None:
    """The reader whose cookie this is."""
    agreed = Agreement.objects.filter(reader=OuterRef("reader"), edition=our_rules.CURRENT.number)
    rows = SignIn.objects.filter(digest=secret_digest(secret), began_at__gt=now - SIGN_IN_HOLDS)
    row = rows.select_related("reader").annotate(agreement=Subquery(agreed.values("id")[:1])).first()
    if row is None:
        return None
    reader = row.reader
    return SignedIn(reader.pk, reader.name, row.agreement is not None, bool(reader.password))


@dataclass(frozen=True, slots=True)
class OwnComment:
    """A comment as its writer sees it: the latest words, where it stands, and what was decided of it and why."""

    id: UUID
    bulletin_id: UUID
    title: str
    text: str
    version: int
    written_at: datetime
    state: State
    rule: str
    words: str
    decision: UUID | None
    edit: Verdict
    appeal: Verdict


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """A step of the ladder that the reader was put on."""

    id: UUID
    step: Step
    rule: str
    words: str
    began_at: datetime
    until: datetime | None
    holds: bool
    appeal: Verdict


@dataclass(frozen=True, slots=True)
class OwnAppeal:
    """An appeal of the reader's, with its answer once there is one."""

    at: datetime
    words: str
    upheld: bool | None
    answer: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Everything that a reader sees of their own."""

    comments: tuple[OwnComment, ...]
    measures: tuple[OwnMeasure, ...]
    appeals: tuple[OwnAppeal, ...]
    letters: tuple[tuple[datetime, str, str], ...]


def own_page(reader_id: UUID, *, now: datetime) -> OwnPage:
    """A reader's own page: the fifty latest comments and letters, and all measures and appeals."""
    appeals = list(Appeal.objects.filter(reader_id=reader_id).select_related("answer").order_by("-at"))
    appealed = {one.decision for one in appeals}
    rows = _with_words(Comment.objects.filter(reader_id=reader_id)).order_by("-written_at")[:_ON_PAGE]
    measures = Measure.objects.filter(reader_id=reader_id).order_by("-began_at")
    letters = Letter.objects.filter(reader_id=reader_id).order_by("-written_at")[:_ON_PAGE]
    return OwnPage(
        comments=tuple(_own(row, appealed, now) for row in rows),
        measures=tuple(_measure(row, appealed, now) for row in measures),
        appeals=tuple(_appeal(row) for row in appeals),
        letters=tuple((one.written_at, one.subject, one.body) for one in letters),
    )


def own_comment(comment_id: UUID, reader_id: UUID, *, now: datetime) -> OwnComment | None:
    """One comment of a reader's own."""
    row = _with_words(Comment.objects.filter(pk=comment_id, reader_id=reader_id)).first()
    appealed = set(Appeal.objects.filter(reader_id=reader_id).values_list("decision", flat=True))
    return None if row is None else _own(row, appealed, now)


def everything_of(reader_id: UUID) -> dict[str, object]:
    """All that is kept of a reader, to carry away."""
    reader = Reader.objects.get(pk=reader_id)
    comments = Comment.objects.filter(reader=reader).order_by("written_at")
    wordings = Wording.objects.filter(comment__reader=reader).order_by("version")
    return {
        "name": reader.name,
        "address": opened(reader.address, reader.pk),
        "registered_at": reader.registered_at,
        "confirmed_at": reader.confirmed_at,
        "agreements": list(reader.agreements.values("edition", "agreed_at")),
        "comments": [
            {
                "id": one.pk,
                "article": one.discussion_id,
                "answers": one.parent_id,
                "written_at": one.written_at,
                "taken_back_at": one.taken_back_at,
                "wordings": [{"at": w.at, "text": w.text} for w in wordings if w.comment_id == one.pk],
            }
            for one in comments
        ],
        "decisions": list(
            comments.exclude(standing=None).values(
                "id", state=F("standing__state"), rule=F("standing__rule"), words=F("standing__words")
            )
        ),
        "measures": list(reader.measures.values("step", "rule", "words", "began_at", "until", "lifted_at")),
        "appeals": list(reader.appeals.values("at", "words", "answer__upheld", "answer__words")),
        "reports": list(Report.objects.filter(reader=reader).values("at", "reason", "words", "answer")),
        "letters": list(reader.letters.values("written_at", "subject", "body")),
    }


def _with_words(rows: QuerySet[Comment]) -> QuerySet[Comment]:
    words = Wording.objects.filter(comment=OuterRef("pk"), version=OuterRef("version")).values("text")[:1]
    return rows.select_related("standing", "discussion").annotate(words=Subquery(words))


def _own(row: Comment, appealed: set[UUID], now: datetime) -> OwnComment:
    standing, written, ruling = getattr(row, "standing", None), written_of(row), ruling_of(row)
    at = state(written, ruling, held=row.discussion.held)
    decided = standing is not None and at in (State.REMOVED, State.TO_EDIT, State.MOVED)
    appeal = (
        may_appeal(day_of(standing.decided_at), appealed=standing.decision in appealed, today=day_of(now))
        if standing is not None and decided
        else Verdict(False)
    )
    return OwnComment(
        id=row.pk,
        bulletin_id=row.discussion_id,
        title=row.discussion.title,
        text=vars(row)["words"] or "",
        version=row.version,
        written_at=row.written_at,
        state=at,
        rule=our_rules.told(standing.rule) if standing is not None and decided else "",
        words=standing.words if standing is not None and decided else "",
        decision=standing.decision if standing is not None and decided else None,
        edit=may_edit(written, ruling, now=now),
        appeal=appeal,
    )


def _measure(row: Measure, appealed: set[UUID], now: datetime) -> OwnMeasure:
    return OwnMeasure(
        id=row.pk,
        step=Step(row.step),
        rule=our_rules.told(row.rule),
        words=row.words,
        began_at=row.began_at,
        until=row.until,
        holds=as_held(row).holds(now),
        appeal=may_appeal(day_of(row.began_at), appealed=row.pk in appealed, today=day_of(now)),
    )


def _appeal(row: Appeal) -> OwnAppeal:
    answer = getattr(row, "answer", None)
    return OwnAppeal(row.at, row.words, answer.upheld if answer else None, answer.words if answer else "")
