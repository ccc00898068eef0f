"""Keeping the questions of policy: added to and struck out, never edited. The national centre keeps them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, looked, record
from pentameter.justice.models import PolicyQuestion, QuestionEntry, QuestionStriking
from pentameter.justice.queries import questions as queries
from pentameter.justice.queries.questions import EntryCard, QuestionCard
from pentameter.justice.rules import questions as rules
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, Jurisdiction
from pentameter.kernel.verdict import Refused, never_was, require


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What happened, on which day, and where that was published."""

    state: rules.State
    on: date
    said: str
    source: str
    to_confirm: bool = False


class ChangedMeanwhile(Refused):
    """Somebody added to the question, or struck something, after this person had opened it."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody changed this question after you opened it; it stands above as it is now. Nothing of yours was"
            " kept. Send it again if it still holds.",
            conflict=True,
        )


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """All questions, and whether the actor keeps them."""

    questions: tuple[QuestionCard, ...]
    may_keep: bool


@transaction.atomic
def show_questions(*, by: Actor) -> QuestionsPage:
    """All questions of policy."""
    require(decide(by, Operation.VIEW_LAWS))
    found = queries.questions()
    looked(Event.QUESTIONS_SHOWN, by=by, kind="policy_question", ids=[one.id for one in found])
    return QuestionsPage(found, decide(by, Operation.KEEP_QUESTIONS).allowed)


@transaction.atomic
def show_question(*, question_id: UUID, by: Actor) -> QuestionsPage:
    """One question, with all its entries."""
    require(decide(by, Operation.VIEW_LAWS))
    found = _found(question_id)
    looked(Event.QUESTIONS_SHOWN, by=by, kind="policy_question", ids=[question_id])
    return QuestionsPage((found,), decide(by, Operation.KEEP_QUESTIONS).allowed)


def policy_questions(*, by: Actor) -> tuple[QuestionCard, ...]:
    """All questions of policy, for other contexts."""
    return show_questions(by=by).questions


@transaction.atomic
def add_question(*, text: str, jurisdiction: Jurisdiction, law: str, first: NewEntry, by: Actor, today: date) -> UUID:
    """Keep a question, with the first thing that is known of it."""
    require(decide(by, Operation.KEEP_QUESTIONS))
    require(rules.is_question(text))
    if PolicyQuestion.objects.filter(text=text, jurisdiction=jurisdiction.value).exists():
        raise Refused(f"This question is kept already for {jurisdiction.label}. Add an entry to it.", conflict=True)
    row = PolicyQuestion.objects.create(
        text=text, jurisdiction=jurisdiction.value, law=law, made_at=clock.now(), made_by=by.id
    )
    record(Event.QUESTION_ADDED, by=by, subject=("policy_question", row.id), detail={"law": law})
    _add(row.id, (), first, by, today)
    return row.id


@transaction.atomic
def add_entry(*, question_id: UUID, entry: NewEntry, seen: int, by: Actor, today: date) -> UUID:
    """Add what happened with a question, if nobody has changed it since it was opened.

    Raises:
        ChangedMeanwhile: if somebody has.
    """
    require(decide(by, Operation.KEEP_QUESTIONS))
    held = _held(question_id, seen)
    return _add(question_id, held.entries, entry, by, today)


@transaction.atomic
def strike_entry(*, question_id: UUID, entry_id: UUID, reason: str, by: Actor) -> None:
    """Strike an entry that was wrong. It stays readable, with the reason."""
    require(decide(by, Operation.KEEP_QUESTIONS))
    held = _held(question_id)
    gone = next((one for one in held.entries if one.id == entry_id), None)
    if gone is None:
        raise never_was()
    if gone.struck:
        raise Refused("This entry was struck already.", conflict=True)
    require(rules.may_strike([one.value for one in held.standing], gone.value))
    QuestionStriking.objects.create(entry_id=entry_id, reason=reason, struck_at=clock.now(), struck_by=by.id)
    subject = ("policy_question", question_id)
    record(Event.QUESTION_ENTRY_STRUCK, by=by, subject=subject, detail={"entry": str(entry_id)})


def _add(question_id: UUID, held: tuple[EntryCard, ...], entry: NewEntry, by: Actor, today: date) -> UUID:
    number = max((one.number for one in held), default=0) + 1
    standing = [one.value for one in held if one.struck is None]
    require(rules.may_add(standing, rules.Entry(entry.state, entry.on, number), today=today))
    row = QuestionEntry.objects.create(
        question_id=question_id,
        number=number,
        state=entry.state.value,
        on=entry.on,
        said=entry.said,
        source=entry.source,
        to_confirm=entry.to_confirm,
        made_at=clock.now(),
        made_by=by.id,
    )
    detail = {"entry": str(row.id), "state": entry.state.value}
    record(Event.QUESTION_ENTRY_ADDED, by=by, subject=("policy_question", question_id), detail=detail)
    return row.id


def _held(question_id: UUID, seen: int | None = None) -> QuestionCard:
    """The question, held until the end of the transaction, so that no other entry comes between."""
    PolicyQuestion.objects.select_for_update(no_key=True).filter(pk=question_id).first()
    held = _found(question_id)
    if seen is not None and held.seen != seen:
        raise ChangedMeanwhile
    return held


def _found(question_id: UUID) -> QuestionCard:
    found = queries.question(question_id)
    if found is None:
        raise never_was()
    return found
