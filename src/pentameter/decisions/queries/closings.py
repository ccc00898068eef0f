"""A decision as it is about to be closed, with everything that the gate asks."""

from datetime import date

from pentameter.decisions.models import Matter
from pentameter.decisions.queries.hearings import Heard, heard, weight_used_before
from pentameter.decisions.rules import deadlines
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.gate import Closing
from pentameter.decisions.rules.standards import Proof, Standard, standard
from pentameter.decisions.rules.states import HEARD, Kind, Result, State
from pentameter.kernel.actor import Actor
from pentameter.victims.api import Clock, OpenCase, case_value, may_remove, rule_book, today_of


def closing_of(row: Matter, case: OpenCase, draft: Draft, by: Actor, *, known: Heard | None = None) -> Closing:
    """The decision as the gate sees it. For asylum and removal at most seven SQL queries, none for other kinds."""
    kind = Kind(row.kind)
    if kind not in HEARD:
        return Closing(kind, draft.result, draft.reasons)
    today = today_of(case.row)
    return Closing(
        kind=kind,
        result=draft.result,
        reasons=draft.reasons,
        hearing=(known or heard(case, by, matter=row.id)).hearing,
        weight=draft.weight,
        weight_used_before=weight_used_before(by.id, draft.weight, besides=row.id),
        removal=may_remove(case_value(case), rule_book(), today=today),
        outstanding=outstanding(row, case, today),
    )


def outstanding(row: Matter, case: OpenCase, today: date) -> tuple[str, ...]:
    """What else is open in her case, as sentences. A removal waits for asylum; asylum does not wait for a removal."""
    others = Matter.objects.filter(case=case.row).exclude(kind__in=[Kind.REMOVAL.value, row.kind])
    found = (
        deadlines.outstanding(
            Kind(one.kind),
            State(one.state),
            Result(one.result) if one.result else None,
            served_on=one.served_on,
            today=today,
        )
        for one in others.order_by("opened_at")
    )
    return tuple(dict.fromkeys(one for one in found if one))


def standard_of(row: Matter, case: OpenCase, day: date) -> Standard:
    """The standard by the rules that were in force in the case's place on a day."""
    rules = rule_book().in_force(case.row.place, Clock.REMOVAL, day)
    proofs = [Proof(rule.id, rule.facts.get("proof", ""), bool(rule.to_confirm)) for rule in rules]
    return standard(Kind(row.kind), proofs, about=Kind(row.about.kind) if row.about else None)
