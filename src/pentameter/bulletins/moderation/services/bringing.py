"""Bringing what was decided to the public door. It can be done twice, and an older decision never wins over a newer.

Until it was brought, the former state stands, and what was not shown is not shown. The words that are brought are those
of the wording that was checked, copied from it: no other wording can appear.
"""

from uuid import UUID

from django.db.models import F, Q

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.models import Comment, Standing, Wording
from pentameter.bulletins.comments.queries.reported import set_aside, waiting_reports
from pentameter.bulletins.comments.rules.life import Decided
from pentameter.bulletins.comments.rules.reporting import Outcome, hides
from pentameter.bulletins.comments.services.letters import write_letter
from pentameter.bulletins.comments.services.telling import answer_reports
from pentameter.bulletins.comments.transactions import together
from pentameter.bulletins.moderation.models import Decision
from pentameter.bulletins.moderation.rules.acts import SHOWING, Act, State, words_leave
from pentameter.bulletins.site.services import turn_edition
from pentameter.kernel import clock
from pentameter.releases.api import protected_since

_LETTERS = {
    Act.REMOVE: (
        "Your comment does not appear",
        "A moderator read a comment of yours and decided that it does not appear.",
    ),
    Act.ASK_EDIT: (
        "Please change your comment",
        "A moderator asks you to change a comment of yours. It is checked again then.",
    ),
    Act.MOVE: (
        "Your comment was passed on",
        "A moderator passed a comment of yours to those who deal with tip-offs. It does not appear. Thank you for it. "
        "If you know more, tell the police; if somebody is in danger, call 999 or 112.",
    ),
    Act.UNDO: (
        "A decision about your comment was taken back",
        "A moderator took a decision about a comment of yours back.",
    ),
}


def bring_decision(*, decision_id: UUID) -> None:
    """Bring one decision to the public door, unless it was brought."""
    decision = Decision.objects.select_related("case").filter(pk=decision_id, brought_at=None).first()
    if decision is None:
        return
    with together():
        comment = Comment.objects.select_for_update().filter(pk=decision.case_id).first()
        if comment is not None:
            if decision.number == decision.case.version:
                _stand(comment, decision)
            _answer(comment, decision)
            _tell(comment, decision)
            turn_edition()
    Decision.objects.filter(pk=decision_id).update(brought_at=clock.now())


def bring_waiting() -> int:
    """Bring the decisions that wait, oldest first; words only if they were checked since somebody became protected."""
    rows = Decision.objects.filter(brought_at=None).order_by("at", "number")
    if not rows.exists():
        return 0
    shows = Q(number=F("case__version"), published_version__gt=0, state__in=[one.value for one in SHOWING])
    unchecked = shows & Q(case__checked_at__lte=protected_since())
    waiting = list(rows.exclude(unchecked).values_list("pk", flat=True)[:500])
    for decision_id in waiting:
        bring_decision(decision_id=decision_id)
    return len(waiting)


def _stand(comment: Comment, decision: Decision) -> None:
    state = State(decision.state)
    shows = decision.published_version > 0 and (state in SHOWING or state is State.ESCALATED)
    text, name = _words(comment, decision.published_version) if shows else ("", "")
    now = clock.now()
    given = {
        "version": decision.number,
        "decision": decision.pk,
        "state": _decided(state, shown=bool(text)).value,
        "wording_version": decision.published_version if text else decision.wording_version,
        "text": text,
        "name": name,
        "rule": decision.rule,
        "words": _told(decision),
        "edited_at": _edited_at(comment, decision.published_version) if text else None,
        "decided_at": decision.at,
        "discussion_id": comment.discussion_id,
    }
    standing, made = Standing.objects.get_or_create(comment=comment, defaults=given)
    if not made and not Standing.objects.filter(pk=comment.pk, version__lt=decision.number).update(**given):
        return
    if text and standing.first_shown_at is None:
        Standing.objects.filter(pk=comment.pk, first_shown_at=None).update(first_shown_at=now)
    if words_leave(state, decision.case.found):
        Wording.objects.filter(comment=comment).delete()
    if state is State.ESCALATED and text:
        Comment.objects.filter(pk=comment.pk, hidden_at=None).update(hidden_at=now)


def _words(comment: Comment, version: int) -> tuple[str, str]:
    """The words and the name that were checked; none where the writer took them back, or left."""
    if comment.taken_back_at is not None or comment.reader is None:
        return "", ""
    text = Wording.objects.filter(comment=comment, version=version).values_list("text", flat=True).first()
    return (text, comment.reader.name) if text else ("", "")


def _decided(state: State, *, shown: bool) -> Decided:
    if shown:
        return Decided.PUBLISHED
    decided = {State.REMOVED: Decided.REMOVED, State.TO_EDIT: Decided.TO_EDIT, State.MOVED: Decided.MOVED}
    return decided.get(state, Decided.WAITING)


def _told(decision: Decision) -> str:
    """What the writer is told. Why an approval or an escalation was made is for colleagues."""
    return decision.words if Act(decision.act) in _LETTERS else ""


def _edited_at(comment: Comment, version: int) -> object:
    if version <= 1:
        return None
    return Wording.objects.filter(comment=comment, version=version).values_list("at", flat=True).first()


def _answer(comment: Comment, decision: Decision) -> None:
    """Tell the reporters, and let what may stand be seen again."""
    if decision.answers_reports_until is None:
        return
    agreed = decision.state != State.PUBLISHED.value
    outcome = Outcome.AGREED if agreed else Outcome.NOT_AGREED
    answer_reports(comment_id=comment.pk, until=decision.answers_reports_until, outcome=outcome)
    before = set_aside(comment.pk, decision.wording_version)
    if not agreed and not hides(waiting_reports(comment.pk), set_aside=before):
        Comment.objects.filter(pk=comment.pk).update(hidden_at=None)


def _tell(comment: Comment, decision: Decision) -> None:
    letter = _LETTERS.get(Act(decision.act))
    if letter is None or comment.reader_id is None:
        return
    subject, first = letter
    rule = our_rules.told(decision.rule)
    parts = [first, f"It was sent on {comment.written_at:%-d %B %Y}.", rule and f"Why: {rule}", decision.words]
    parts.append("You find it on your page, under “Your comments”. You may appeal there within 20 days.")
    body = "\n\n".join(part for part in parts if part)
    write_letter(reader_id=comment.reader_id, about=f"decision {decision.pk}", subject=subject, body=body)
