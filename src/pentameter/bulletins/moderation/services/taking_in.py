"""Taking in what readers wrote, changed, took back and reported: rows are pulled; nobody at the public door calls."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Min, Q

from pentameter.audit.api import Event, record
from pentameter.bulletins.comments.models import Comment, Report
from pentameter.bulletins.comments.queries.privilege import goes_first_to_moderators
from pentameter.bulletins.comments.rules.reporting import Reason
from pentameter.bulletins.moderation.models import Case
from pentameter.bulletins.moderation.queries.said_before import says_nothing_new
from pentameter.bulletins.moderation.rules.acts import COMES, Act, Came, State
from pentameter.bulletins.moderation.services.checking import Checked, check_wordings
from pentameter.bulletins.moderation.services.deciding import Judgement, decide
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor

LOOKS_BACK = timedelta(days=2)
_AT_ONCE = 200
_URGENT = (Reason.IDENTIFIES.value, Reason.ILLEGAL.value, Reason.TIP.value)


def take_in(*, by: Actor, everything: bool = False) -> int:
    """Take in what changed at the public door lately, or ever. Twice does no harm."""
    rows = Comment.objects.select_related("reader", "discussion").order_by("changed_at")
    if not everything:
        rows = rows.filter(changed_at__gt=clock.now() - LOOKS_BACK)
    taken = 0
    for batch in _batches(rows):
        known = {case.comment: case for case in Case.objects.filter(pk__in=[row.pk for row in batch])}
        new = [row for row in batch if _has_new_words(row, known.get(row.pk))]
        at = clock.now()
        checked = dict(zip((row.pk for row in new), check_wordings([(row, row.version) for row in new]), strict=True))
        taken += sum(_take(row, known.get(row.pk), _News(checked.get(row.pk), at), by) for row in batch)
    return taken + _take_reports(by)


@dataclass(frozen=True, slots=True)
class _News:
    """What the detectors found in new words, if there are any, and a moment before which they had not looked."""

    checked: Checked | None
    at: datetime


def _is_gone(row: Comment) -> bool:
    return row.taken_back_at is not None or row.reader_id is None


def _has_new_words(row: Comment, case: Case | None) -> bool:
    return not _is_gone(row) and (case is None or case.wording_version < row.version)


def _batches(rows: "Iterable[Comment]") -> Iterable[list[Comment]]:
    batch: list[Comment] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _take(row: Comment, case: Case | None, news: _News, by: Actor) -> bool:
    if _is_gone(row):
        return case is not None and case.state != State.GONE.value and _came(case.pk, Came.TAKEN_BACK, row, news, by)
    if news.checked is None or row.reader_id is None:
        return False
    if case is not None:
        return _came(case.pk, Came.NEW_WORDS, row, news, by)
    return _opened(row, row.reader_id, news.checked, news.at, by)


@transaction.atomic
def _opened(row: Comment, reader: UUID, checked: Checked, at: datetime, by: Actor) -> bool:
    case, made = Case.objects.get_or_create(
        comment=row.pk,
        defaults={
            "bulletin": row.discussion_id,
            "reader": reader,
            "wording_version": row.version,
            "state": State.WAITING.value,
            "waiting_since": row.written_at,
            "checked_at": at,
            "held": checked.held,
            "reasons": ",".join(sorted(checked.found)),
            "score": checked.score,
        },
    )
    if made:
        record(Event.COMMENT_TAKEN_IN, by=by, subject=("comment", row.pk), detail={"held": checked.held})
        _publish_if_it_may(case, row, checked)
    return made


@transaction.atomic
def _came(comment: UUID, came: Came, row: Comment, news: _News, by: Actor) -> bool:
    case, checked = Case.objects.select_for_update().get(pk=comment), news.checked
    state = COMES[State(case.state), came]
    case.state = state.value
    if checked is None:
        case.waiting_since = None
    elif state in (State.WAITING, State.ESCALATED):
        case.wording_version = row.version
        case.held, case.reasons, case.score = checked.held, ",".join(sorted(checked.found)), checked.score
        case.waiting_since = case.waiting_since or row.changed_at
    else:
        case.wording_version = row.version
    case.save()
    record(Event.COMMENT_TAKEN_IN, by=by, subject=("comment", row.pk), detail={"came": came.value})
    if checked is not None and state is State.WAITING:
        _publish_if_it_may(case, row, checked)
    return True


def _publish_if_it_may(case: Case, row: Comment, checked: Checked) -> None:
    """Under articles where comments appear first, those of readers who are known appear when no detector holds them.

    And only if they say no word that is not public: what waits then tells nobody whom the detectors know.
    """
    waits = row.discussion.checked_first or row.discussion.held or checked.held or row.hidden_at or case.reports
    if waits or row.reader_id is None or goes_first_to_moderators(row.reader_id, now=clock.now()):
        return
    if not says_nothing_new(_said(row)):
        return
    judgement = Judgement(row.pk, Act.APPROVE, version=case.version, wording_version=row.version)
    decide(judgement=judgement, by=SYSTEM)


def _said(row: Comment) -> str:
    words = row.wordings.filter(version=row.version).values_list("text", flat=True).first() or ""
    return f"{row.reader.name if row.reader else ''}\n{words}"


def _take_reports(by: Actor) -> int:
    """Bring comments that were reported into the queue."""
    rows = (
        Report.objects.filter(answered_at=None)
        .values("comment")
        .annotate(number=Count("id"), first=Min("at"), urgent=Count("id", filter=Q(reason__in=_URGENT, counts=True)))
    )
    waiting = {row["comment"]: row for row in rows}
    changed = 0
    for case in Case.objects.filter(pk__in=waiting):
        row = waiting[case.pk]
        changed += _reported(case, row["number"], bool(row["urgent"]), row["first"], by)
    return changed


@transaction.atomic
def _reported(case: Case, number: int, urgent: bool, first: object, by: Actor) -> bool:
    if case.reports == number or case.state not in (State.PUBLISHED.value, State.WAITING.value, State.ESCALATED.value):
        return False
    since = case.waiting_since or first
    Case.objects.filter(pk=case.pk).update(reports=number, urgent=urgent or case.urgent, waiting_since=since)
    record(Event.COMMENT_TAKEN_IN, by=by, subject=("comment", case.pk), detail={"reports": number})
    return True
