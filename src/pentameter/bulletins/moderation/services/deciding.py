"""Deciding about a comment: one act with its reason, of the words that the moderator saw and of no others."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject
from pentameter.access.api import decide as may
from pentameter.audit.api import Event, record
from pentameter.bulletins.comments.models import Comment
from pentameter.bulletins.moderation.models import Case, Decision
from pentameter.bulletins.moderation.rules.acts import (
    ACTS,
    NAMES,
    NEVER,
    TOLD,
    Act,
    Reason,
    Standing,
    State,
    may_act,
    may_undo,
    words_leave,
)
from pentameter.bulletins.moderation.services.bringing import bring_decision
from pentameter.bulletins.moderation.services.checking import check_comment, may_be_told
from pentameter.bulletins.tipdesk import api as tipdesk
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require

HIDDEN = "The check holds these words now. They held nothing when they were published."
MEANWHILE = "A colleague decided about this comment meanwhile. This is how it stands now."


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a moderator does with a comment, and which state and words of it they saw."""

    comment_id: UUID
    act: Act
    version: int
    wording_version: int
    rule: str = ""
    words: str = ""
    note: str = ""

    @property
    def reason(self) -> Reason:
        """Why."""
        return Reason(self.rule, self.words)


def subject_of(case: Case) -> Subject:
    """A comment as access sees it: what is public, or would be."""
    return Subject(kind="comment", id=str(case.pk), compartment=Compartment.PUBLIC)


@transaction.atomic
def decide(*, judgement: Judgement, by: Actor) -> UUID:
    """Do one act with a comment. The public door is told right after it stands, and again by the worker."""
    case = Case.objects.select_for_update().filter(pk=judgement.comment_id).first()
    if case is None:
        raise never_was()
    require(may(by, Operation.MODERATE_COMMENTS, subject_of(case)))
    if case.version != judgement.version:
        raise Refused(MEANWHILE, conflict=True)
    at = clock.now()
    require(may_act(_standing(case, judgement), judgement.act, judgement.reason, by=by.id))
    if judgement.act in TOLD:
        require(may_be_told(judgement.words, by=by))
    state = ACTS[State(case.state), judgement.act]
    if state is State.PUBLISHED:
        case.checked_at = at
    return _decided(case, judgement, state, _published(case, state, judgement), by)


@transaction.atomic
def hide(*, comment_id: UUID, found: frozenset[str], by: Actor) -> None:
    """Take words off at once that would identify somebody by now. A moderator decides what becomes of them.

    Nobody is written to: the writer reads on their page what they read of any comment that waits.
    """
    case = Case.objects.select_for_update().filter(pk=comment_id, published_version__gt=0).first()
    if case is None:
        return
    require(may(by, Operation.MODERATE_COMMENTS, subject_of(case)))
    case.held, case.reasons, case.urgent = True, ",".join(sorted(found)), True
    judgement = Judgement(case.pk, Act.HIDE, case.version, case.published_version, words=HIDDEN)
    _decided(case, judgement, State.ESCALATED, 0, by)


@transaction.atomic
def undo(*, decision_id: UUID, by: Actor) -> UUID:
    """Take one's own last decision about a comment back: it is as it was before. Gives the comment."""
    last = Decision.objects.select_related("case").filter(pk=decision_id).first()
    if last is None:
        raise never_was()
    case = Case.objects.select_for_update().get(pk=last.case_id)
    require(may(by, Operation.MODERATE_COMMENTS, subject_of(case)))
    is_last = last.number == case.version and case.state == last.state
    kept = not words_leave(State(last.state), case.found)
    require(may_undo(Act(last.act), made_by=last.by, is_last=is_last, by=by.id, kept=kept))
    earlier = Decision.objects.filter(case=case, number__lt=last.number).order_by("-number").first()
    published = earlier.published_version if earlier else 0
    if published and _found(case, Comment.objects.select_related("reader").get(pk=case.pk), published) & NEVER:
        raise Refused("The check holds these words by now. They cannot be published again.")
    judgement = Judgement(case.pk, Act.UNDO, case.version, last.wording_version, words="The decision was taken back.")
    _decided(case, judgement, State(last.before), published, by, undoes=last)
    return case.pk


def _standing(case: Case, judgement: Judgement) -> Standing:
    comment = Comment.objects.select_related("reader", "discussion").filter(pk=case.pk).first()
    if comment is None:
        return Standing(State(case.state), latest=False)
    latest = (
        comment.version == judgement.wording_version and comment.taken_back_at is None and comment.reader_id is not None
    )
    found = _found(case, comment, judgement.wording_version) if judgement.act is Act.APPROVE else frozenset[str]()
    return Standing(
        State(case.state), latest, found=found, held=comment.discussion.held, escalated_by=case.escalated_by
    )


def _found(case: Case, comment: Comment, version: int) -> frozenset[str]:
    """What the detectors find in one wording now, and that it named somebody once: she may be erased since."""
    found = check_comment(comment, version).found
    if NAMES not in case.reasons.split(","):
        return found
    hidden = set(case.decisions.filter(act=Act.HIDE.value).values_list("wording_version", flat=True))
    return found | {NAMES} if version in (hidden or {case.wording_version}) else found


def _published(case: Case, state: State, judgement: Judgement) -> int:
    """Which wording stands for everyone after an act: the one that was seen, the one before, or none."""
    if state is State.PUBLISHED:
        return judgement.wording_version
    return case.published_version if state is State.ESCALATED else 0


def _decided(
    case: Case, judgement: Judgement, state: State, published: int, by: Actor, *, undoes: Decision | None = None
) -> UUID:
    now = clock.now()
    decision = Decision.objects.create(
        case=case,
        number=case.version + 1,
        act=judgement.act.value,
        state=state.value,
        before=case.state,
        wording_version=judgement.wording_version,
        published_version=published,
        rule=judgement.rule,
        words=judgement.words.strip(),
        note=judgement.note.strip(),
        by=by.id,
        at=now,
        undoes=undoes,
        answers_reports_until=None if state in (State.ESCALATED, State.WAITING) else now,
    )
    _settle(case, decision, by, now)
    if state is State.MOVED:
        _hand_over(case, judgement, by)
    detail = {"act": judgement.act.value, "number": decision.number, "rule": judgement.rule}
    record(Event.COMMENT_DECIDED, by=by, subject=("comment", case.pk), detail=detail)
    transaction.on_commit(lambda: bring_decision(decision_id=decision.pk), robust=True)
    return decision.pk


def _settle(case: Case, decision: Decision, by: Actor, now: datetime) -> None:
    waits = decision.state in (State.WAITING.value, State.ESCALATED.value)
    case.version, case.state = decision.number, decision.state
    case.published_version = decision.published_version
    case.wording_version = max(case.wording_version, decision.wording_version)
    case.waiting_since = (case.waiting_since or now) if waits else None
    case.escalated_by = by.id if decision.act == Act.ESCALATE.value else ""
    if not waits:
        case.reports, case.urgent = 0, False
    case.save()


def _hand_over(case: Case, judgement: Judgement, by: Actor) -> None:
    comment = Comment.objects.get(pk=case.pk)
    text = comment.wordings.get(version=judgement.wording_version).text
    tipdesk.take_from_comment(text=text, comment_id=case.pk, by=by)
