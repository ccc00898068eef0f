"""The answer as plain data, for programs: days as ISO dates, words as people are told them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pentameter.kernel.verdict import Verdict
from pentameter.victims.rules.ahead import Ending
from pentameter.victims.rules.events import Case, Clock
from pentameter.victims.rules.holds import Hold
from pentameter.victims.rules.law import Rule
from pentameter.victims.rules.protection import ClockAnswer, Protection
from pentameter.victims.rules.wording import could_end, sentence


def as_dict(case: Case, answer: Protection, gate: Verdict, ahead: tuple[Ending, ...]) -> dict[str, Any]:
    """Everything that is said of a case on a day."""
    clocks = {Clock.REMOVAL: answer.removal, Clock.SUPPORT: answer.support}
    return {
        "reference": case.reference,
        "jurisdiction": case.jurisdiction,
        "zone": str(case.zone) if case.zone else None,
        "on": answer.on.isoformat(),
        "removal_may_go_on": gate.allowed,
        "why_not": gate.reason or None,
        **{clock.value: _clock(one, answer.on) for clock, one in clocks.items()},
        "could_end_soon": [_ending(one) for one in ahead],
    }


def _clock(answer: ClockAnswer, today: date) -> dict[str, Any]:
    return {
        "protected": answer.protected,
        "state": answer.state.value,
        "sentence": answer.sentence,
        "since": _iso(answer.since),
        "unbroken_since": _iso(answer.unbroken_since),
        "counted_to": _iso(answer.counted_to),
        "minimum_met_on": _iso(answer.minimum_met_on),
        "earliest_end": _iso(answer.earliest_end),
        "ended_on": _iso(answer.ended_on),
        "unknown": list(answer.doubts),
        "outstanding": [
            {"what": one.what, "since": _iso(one.since), "until": _iso(one.until), "stops_removal": one.stops_removal}
            for one in answer.outstanding
        ],
        "could_end_by": list(answer.could_end),
        "holds": [_hold(one, answer.clock, today) for one in answer.holds],
        "rules": [_rule(one) for one in answer.rules],
    }


def _hold(hold: Hold, clock: Clock, today: date) -> Mapping[str, Any]:
    return {
        "kind": hold.kind.value,
        "sentence": sentence(hold, clock, today),
        "rule": hold.rule.id if hold.rule else None,
        "since": _iso(hold.since),
        "until": _iso(hold.until),
        "counted_to": _iso(hold.counted_to),
        "earliest_end": _iso(hold.earliest_end),
        "could_end_by": list(could_end(hold, clock)),
    }


def _rule(rule: Rule) -> Mapping[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "in_force_from": _iso(rule.from_on),
        "in_force_to": _iso(rule.to_on),
        "composition": rule.composition.value,
        "days": rule.days,
        "months": rule.months,
        "counting": rule.counting.value if rule.counting else None,
        "status": rule.status,
        "to_confirm": list(rule.to_confirm),
        "note": rule.note,
        "sources": list(rule.sources),
    }


def _ending(one: Ending) -> Mapping[str, Any]:
    return {
        "clock": one.clock.value,
        "kind": one.hold.kind.value,
        "on": one.on.isoformat(),
        "days_left": one.days_left,
        "notice": one.notice,
        "any_day": one.any_day,
        "nothing_else_protects": one.last,
        "sentence": one.sentence,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
