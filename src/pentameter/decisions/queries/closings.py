"""A decision as it is about to be closed, with everything that the gate asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pentameter.decisions.models import Matter
from pentameter.decisions.queries.hearings import Heard, heard, weight_used_before
from pentameter.decisions.rules import deadlines
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.gate import Closing
from pentameter.decisions.rules.standards import Proof, Standard, standard
from pentameter.decisions.rules.states import HEARD, Kind, Result, State
from pentameter.kernel.actor import Actor
from pentameter.victims.api import Case, Clock, OpenCase, case_value, may_be_removed, rule_book, today_of


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a person when a decision is closed: what protects her, how she was heard, what else is open."""

    value: Case
    heard: Heard
    others: tuple[Matter, ...]


def closing_of(row: Matter, case: OpenCase, draft: Draft, by: Actor, known: Circumstances | None) -> Closing:
    """The decision as the gate sees it. `known` is only asked for asylum and removal; without it, they are refused."""
    kind = Kind(row.kind)
    if kind not in HEARD or known is None:
        return Closing(kind, draft.result, draft.reasons)
    today = today_of(case.row)
    return Closing(
        kind=kind,
        result=draft.result,
        reasons=draft.reasons,
        hearing=known.heard.hearing,
        weight=draft.weight,
        weight_used_before=weight_used_before(by.id, draft.weight, besides=row.id),
        removal=may_be_removed(known.value, today=today),
        outstanding=outstanding(kind, known.others, today),
    )


def circumstances(row: Matter, case: OpenCase, others: tuple[Matter, ...], by: Actor) -> Circumstances:
    """What is known now. At most four SQL queries."""
    return Circumstances(case_value(case), heard(case, by, matter=row.id), others)


def outstanding(kind: Kind, others: Iterable[Matter], today: date) -> tuple[str, ...]:
    """What else is open in her case, as sentences. A removal waits for asylum; asylum does not wait for a removal."""
    found = (
        deadlines.outstanding(
            Kind(one.kind),
            State(one.state),
            Result(one.result) if one.result else None,
            served_on=one.served_on,
            today=today,
        )
        for one in others
        if one.kind not in (Kind.REMOVAL.value, kind.value)
    )
    return tuple(dict.fromkeys(one for one in found if one))


def standard_of(row: Matter, case: OpenCase, day: date) -> Standard:
    """The standard by the rules that were in force in the case's place on a day."""
    rules = rule_book().in_force(case.row.place, Clock.REMOVAL, day)
    proofs = [Proof(rule.id, rule.facts.get("proof", ""), bool(rule.to_confirm)) for rule in rules]
    return standard(Kind(row.kind), proofs, about=Kind(row.about.kind) if row.about else None)
