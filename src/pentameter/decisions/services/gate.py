"""Closing a decision: through the gate, with the clocks told in the same transaction; and serving it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.access.api import Compartment, Operation, decide
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.decisions.models import Matter, WeightUsed
from pentameter.decisions.queries.closings import circumstances, closing_of, outstanding, standard_of
from pentameter.decisions.queries.hearings import weight_index
from pentameter.decisions.queries.windows import sentence_of
from pentameter.decisions.rules import deadlines
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.gate import Closing, Told, gate, may_serve
from pentameter.decisions.rules.states import HEARD, Kind, Result, State, Step
from pentameter.decisions.rules.wholeness import whole
from pentameter.decisions.services.events import decided
from pentameter.decisions.services.letters import keep_letter
from pentameter.decisions.services.loading import HeldMatter, held_matter, insist
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import ALLOWED, Refused, Verdict, require
from pentameter.victims.api import case_value, holds_changed, may_be_removed, today_of


@transaction.atomic
def decide_matter(*, matter_id: UUID, draft: Draft, version: int, by: Actor) -> None:
    """Close a decision, if the gate lets it through. From then on its words are kept as they are.

    Raises:
        NotYet: with the first thing that is missing.
        MatterChangedMeanwhile: if somebody else changed it first.
    """
    here = held_matter(matter_id, Operation.DECIDE, by)
    here.insist_on(version)
    here.step(Step.DECIDE)
    if here.row.taken_by != by.id:
        raise Refused("Another decision-maker took this up. Take it over first: who decides is written down.")
    insist(here.may_be_written_by(by))
    if here.kind is Kind.DISQUALIFICATION:
        require(decide(by, Operation.DETERMINE, here.case.subject(Compartment.DECISION, by)))
    today = today_of(here.case.row)
    insist(whole(here.kind, draft))
    day = draft.decided_on or today
    insist(deadlines.may_be_decided_on(day, opened_on=here.row.opened_on, today=today, born=here.case.identity.born))
    closing = closing_of(here.row, here.case, draft, by, circumstances(here.row, here.case, here.others, by))
    insist(gate(closing))
    draft = _as_heard(draft, closing)
    _close(here, draft, day, by)
    decided(here.row, draft, by)
    _hold_while_she_may_ask(here)
    if here.kind in HEARD:
        _weighed(here, draft, closing.hearing.told, by)
    detail = {"matter": str(matter_id), "kind": here.kind.value, "result": _value(draft.result)}
    record(Act.DECISION_MADE, by=by, subject=("case", here.row.case_id), detail=detail)


@transaction.atomic
def serve_matter(*, matter_id: UUID, served_on: date, how: str, version: int, by: Actor) -> date | None:
    """Record that a decision was served, and keep its letter. Answers the last day to ask again, if there is one."""
    here = held_matter(matter_id, Operation.DECIDE, by)
    here.insist_on(version)
    here.step(Step.SERVE)
    today = today_of(here.case.row)
    insist(deadlines.may_be_served_on(served_on, decided_on=here.row.decided_on, today=today))
    result = Result(here.row.result)
    insist(_may_serve(here, result, today))
    window = deadlines.window(here.kind, result, served_on=served_on)
    until = window.last if window else None
    Matter.objects.filter(pk=here.row.pk, version=version).update(
        state=State.SERVED.value,
        served_on=served_on,
        served_how=how,
        served_by=by.id,
        window_until=until,
        version=F("version") + 1,
    )
    _hold_while_she_may_ask(here)
    keep_letter(here, by)
    detail = {"matter": str(matter_id), "how": how, "window": until.isoformat() if until else ""}
    record(Act.DECISION_SERVED, by=by, subject=("case", here.row.case_id), detail=detail)
    return until


def _hold_while_she_may_ask(here: HeldMatter) -> None:
    """Days to ask again that are open are a hold: what removal lists were called before is no longer clear."""
    here.row.refresh_from_db()
    if sentence_of(here.row):
        holds_changed()


def _may_serve(here: HeldMatter, result: Result, today: date) -> Verdict:
    """What protects her is asked again: it may have come since the decision."""
    if here.kind not in HEARD:
        return ALLOWED
    removal = may_be_removed(case_value(here.case), today=today)
    return may_serve(here.kind, result, removal=removal, outstanding=outstanding(here.kind, here.others, today))


def _as_heard(draft: Draft, closing: Closing) -> Draft:
    """The words as they are kept: with the weight of an account that was read, or with why there was none."""
    if closing.kind not in HEARD:
        return replace(draft, weight="", absence="")
    read = closing.hearing.told is Told.DISCLOSED
    return replace(draft, weight=draft.weight if read else "", absence="" if read else closing.hearing.absence)


def _close(here: HeldMatter, draft: Draft, day: date, by: Actor) -> None:
    Matter.objects.filter(pk=here.row.pk, version=here.row.version).update(
        state=State.DECIDED.value,
        words=here.sealed(draft, here.card.request),
        result=_value(draft.result),
        standard=standard_of(here.row, here.case, day).shown,
        decided_on=day,
        decided_at=clock.now(),
        decided_by=by.id,
        until=draft.until,
        review_on=draft.review_on,
        version=F("version") + 1,
    )


def _weighed(here: HeldMatter, draft: Draft, told: Told, by: Actor) -> None:
    """Who gave the account its weight is a row of its own; the same words will not serve again."""
    if told is Told.DISCLOSED:
        WeightUsed.objects.create(matter=here.row, index=weight_index(by.id, draft.weight))
    detail = {"matter": str(here.row.id), "told": told.value}
    record(Act.ACCOUNT_WEIGHED, by=by, subject=("case", here.row.case_id), detail=detail)


def _value(result: Result | None) -> str:
    return result.value if result else ""
