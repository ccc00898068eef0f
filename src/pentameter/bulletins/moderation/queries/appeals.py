"""Appeals that wait for a moderator, and one of them with what it is against."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.models import Appeal, Wording
from pentameter.bulletins.comments.rules.ladder import WORDS, Step
from pentameter.bulletins.moderation.models import AppealAnswer, Decision
from pentameter.bulletins.moderation.models import Step as StepRow


@dataclass(frozen=True, slots=True)
class AppealLine:
    """An appeal that waits. `mine`: the moderator had a part in the decision, so that another answers."""

    id: UUID
    name: str
    at: datetime
    about: str
    mine: bool


@dataclass(frozen=True, slots=True)
class AppealPage:
    """One appeal: the reader's words, the decision with its reason, and the comment that it was about."""

    line: AppealLine
    reader: UUID
    words: str
    rule: str
    told: str
    decided_at: datetime | None
    comment: UUID | None
    text: str
    answered: bool


_ABOUT = {"remove": "A comment was removed", "ask_edit": "A comment was sent back", "move": "A comment was passed on"}


def waiting_appeals(by: str) -> tuple[AppealLine, ...]:
    """The appeals that nobody has answered, oldest first."""
    answered = set(AppealAnswer.objects.values_list("appeal", flat=True))
    rows = [row for row in Appeal.objects.select_related("reader").order_by("at") if row.pk not in answered]
    ids = [row.decision for row in rows]
    decisions = Decision.objects.in_bulk(ids)
    steps = StepRow.objects.select_related("decision").in_bulk(ids)
    return tuple(_line(row, decisions.get(row.decision), steps.get(row.decision), by) for row in rows)


def appeal_page(appeal_id: UUID, by: str) -> AppealPage | None:
    """One appeal."""
    row = Appeal.objects.select_related("reader").filter(pk=appeal_id).first()
    if row is None:
        return None
    decision = Decision.objects.filter(pk=row.decision).first()
    step = StepRow.objects.select_related("decision").filter(pk=row.decision).first()
    of_comment = decision or (step.decision if step else None)
    against = decision or step
    return AppealPage(
        line=_line(row, decision, step, by),
        reader=row.reader_id,
        words=row.words,
        rule=our_rules.told(against.rule) if against else "",
        told=against.words if against else "",
        decided_at=against.at if against else None,
        comment=of_comment.case_id if of_comment else None,
        text=_text(of_comment) if of_comment else "",
        answered=AppealAnswer.objects.filter(pk=appeal_id).exists(),
    )


def had_part(decision: Decision | None, step: StepRow | None) -> frozenset[str]:
    """Who answers no appeal against it: who decided, proposed or seconded, and who decided what a step follows from."""
    removed = step.decision if step else None
    people = {one.by for one in (decision, step, removed) if one} | ({step.seconded_by} if step else set())
    return frozenset(people) - {""}


def _line(row: Appeal, decision: Decision | None, step: StepRow | None, by: str) -> AppealLine:
    about = "A decision"
    if decision is not None:
        about = _ABOUT.get(decision.act, about)
    elif step is not None:
        about = WORDS[Step(step.step)][0]
    return AppealLine(row.pk, row.reader.name, row.at, about, by in had_part(decision, step))


def _text(decision: Decision) -> str:
    rows = Wording.objects.filter(comment_id=decision.case_id, version=decision.wording_version)
    return rows.values_list("text", flat=True).first() or ""
