"""Answering appeals: a moderator who had no part in the decision looks again, and what was wrong is put right."""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, record
from pentameter.bulletins.comments.models import Answer, Appeal, Comment
from pentameter.bulletins.comments.services.letters import write_letter
from pentameter.bulletins.comments.transactions import together
from pentameter.bulletins.moderation.models import AppealAnswer, Case, Decision
from pentameter.bulletins.moderation.models import Step as StepRow
from pentameter.bulletins.moderation.queries.appeals import had_part
from pentameter.bulletins.moderation.rules.acts import Act, State
from pentameter.bulletins.moderation.rules.ladder import may_answer
from pentameter.bulletins.moderation.services import deciding, disciplining
from pentameter.bulletins.moderation.services.checking import may_be_told
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require


@transaction.atomic
def answer_appeal(*, appeal_id: UUID, upheld: bool, words: str, by: Actor) -> None:
    """Answer an appeal. Upheld, a step is lifted, a breach no longer counts, and a comment appears if it may."""
    appeal = Appeal.objects.filter(pk=appeal_id).first()
    if appeal is None:
        raise never_was()
    subject = Subject(kind="appeal", id=str(appeal_id), compartment=Compartment.PUBLIC)
    require(decide(by, Operation.ANSWER_APPEALS, subject))
    against = Decision.objects.select_related("case").filter(pk=appeal.decision).first()
    step = StepRow.objects.select_for_update(of=("self",)).select_related("decision").filter(pk=appeal.decision).first()
    answered = AppealAnswer.objects.filter(pk=appeal_id).exists()
    require(may_answer(decided_by=had_part(against, step), by=by.id, answered=answered, words=words))
    require(may_be_told(words, by=by))
    AppealAnswer.objects.create(
        appeal=appeal_id,
        against=appeal.decision,
        reader=appeal.reader_id,
        upheld=upheld,
        words=words.strip(),
        by=by.id,
        at=clock.now(),
    )
    if upheld:
        _put_right(against, step, words, by)
    record(Event.APPEAL_ANSWERED, by=by, subject=("appeal", appeal_id), detail={"upheld": upheld})
    transaction.on_commit(lambda: bring_answer(appeal_id=appeal_id), robust=True)


def bring_answer(*, appeal_id: UUID) -> None:
    """Bring an answer to the reader."""
    row = AppealAnswer.objects.filter(pk=appeal_id, brought_at=None).first()
    if row is None:
        return
    with together():
        if Appeal.objects.filter(pk=appeal_id).exists():
            given = {"upheld": row.upheld, "words": row.words, "answered_at": row.at}
            Answer.objects.get_or_create(appeal_id=appeal_id, defaults=given)
            outcome = "Your appeal was upheld." if row.upheld else "Your appeal was not upheld."
            body = f"{outcome} Another moderator looked at it.\n\n{row.words}"
            write_letter(reader_id=row.reader, about=f"appeal {appeal_id}", subject="Your appeal", body=body)
    AppealAnswer.objects.filter(pk=appeal_id).update(brought_at=clock.now())


def bring_answers() -> int:
    """Bring the answers that wait."""
    waiting = list(AppealAnswer.objects.filter(brought_at=None).values_list("pk", flat=True)[:500])
    for appeal_id in waiting:
        bring_answer(appeal_id=appeal_id)
    return len(waiting)


def _put_right(against: Decision | None, step: StepRow | None, words: str, by: Actor) -> None:
    if step is not None and step.lifted_at is None:
        disciplining.lifted(step, because=f"Your appeal was upheld. {words.strip()}", by=by)
    if against is not None and against.state in (State.REMOVED.value, State.TO_EDIT.value):
        _let_appear(against, words, by)


def _let_appear(against: Decision, words: str, by: Actor) -> None:
    """Publish the comment if it may be; where the check holds its words it stays away, and the breach is struck."""
    case, comment = Case.objects.get(pk=against.case_id), Comment.objects.filter(pk=against.case_id).first()
    if comment is None or case.version != against.number:
        return
    judgement = deciding.Judgement(case.pk, Act.APPROVE, case.version, comment.version, words=words)
    try:
        with transaction.atomic():
            deciding.decide(judgement=judgement, by=by)
    except Refused:
        return
