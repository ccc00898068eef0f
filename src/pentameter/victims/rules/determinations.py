"""Early end: only by a recorded determination with ground, evidence, decider and review date.

Source: Nationality and Borders Act 2022 s.63; CETS 197 art. 13(3). Which grounds a rule knows is in its row. What is
incomplete, or on a ground that the rule does not know, ends nothing.
"""

from datetime import date
from typing import TYPE_CHECKING

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.events import Event, EventKind, Outcome
from pentameter.victims.rules.history import History
from pentameter.victims.rules.holds import Outstanding
from pentameter.victims.rules.law import Rule
from pentameter.victims.rules.wording import said

if TYPE_CHECKING:
    from pentameter.victims.rules.protection import Protection


def ends_early_on(rule: Rule, start: date, past: History) -> date | None:
    """The day with which a determination ends what began on `start` under `rule`; that day still counts.

    A determination of the very day on which a second period began may concern the first one: it ends only the first.
    """
    second = any(one.day < start for one in past.positive_grounds)
    days = (one.day for one in past.of(EventKind.DISQUALIFIED) if _ends(one, rule, past))
    return min((day for day in days if day > start or (day == start and not second)), default=None)


def ends_after(rules: tuple[Rule, ...], start: date, past: History) -> date | None:
    """The first day after `start` on which a determination ends what one of `rules` knows."""
    found = past.of(EventKind.DISQUALIFIED)
    return min(
        (one.day for one in found if one.day > start and any(_ends(one, rule, past) for rule in rules)), default=None
    )


def _ends(determination: Event, rule: Rule, past: History) -> bool:
    return (
        not missing(determination)
        and determination.ground in rule.early_end_grounds
        and not _revoked(determination, past)
    )


def missing(determination: Event) -> tuple[str, ...]:
    """What a determination lacks to be one."""
    absent = [name for name in ("ground", "evidence", "decider") if not getattr(determination, name).strip()]
    if determination.review_on is None or determination.review_on <= determination.day:
        absent.append("review date after its own day")
    return tuple(absent)


def may_determine(determination: Event, now: "Protection") -> Verdict:
    """Whether an early end may be determined: whole, with its reasons, on a ground that a rule of this case knows."""
    absent = [*missing(determination), *([] if determination.reasons.strip() else ["reasons"])]
    if absent:
        return refused(f"A determination ends protection early, so it has to be whole. Give: {', '.join(absent)}.")
    if not any(answer.protected for answer in now.clocks):
        return refused("Nothing runs that a determination could end.")
    if determination.ground not in grounds_of(now):
        name = determination.ground.replace("_", " ")
        return refused(f"No rule of this case lets protection end early on the ground of {name}.")
    return ALLOWED


def grounds_of(now: "Protection") -> tuple[str, ...]:
    """The grounds on which the rules of the case let protection end early."""
    return tuple(sorted({one for answer in now.clocks for rule in answer.rules for one in rule.early_end_grounds}))


def _reviews(determination: Event, past: History) -> tuple[Event, ...]:
    return tuple(one for one in past.of(EventKind.DETERMINATION_REVIEWED) if one.day >= determination.day)


def _revoked(determination: Event, past: History) -> bool:
    return any(one.outcome is not Outcome.UPHELD for one in _reviews(determination, past))


def outstanding(past: History, rules: tuple[Rule, ...]) -> list[Outstanding]:
    """Determinations that end nothing, and reviews that are due. An overdue review stops a removal."""
    known = {ground for rule in rules for ground in rule.early_end_grounds}
    found = []
    for one in past.of(EventKind.DISQUALIFIED):
        if absent := missing(one):
            found.append(
                Outstanding(f"The determination of {said(one.day)} ends nothing. It lacks: {', '.join(absent)}.")
            )
        elif one.ground not in known:
            why = f"no rule of this case knows its ground ({one.ground.replace('_', ' ')})"
            found.append(Outstanding(f"The determination of {said(one.day)} ends nothing: {why}."))
        elif due := _review_due(one, past):
            late = due < past.today
            what = f"The review of the determination of {said(one.day)} {'was' if late else 'is'} due on {said(due)}."
            found.append(Outstanding(what, one.day, due, stops_removal=late))
    return found


def _review_due(determination: Event, past: History) -> date | None:
    """When the next review is due; None where it was revoked, or upheld for good."""
    reviews = _reviews(determination, past)
    if any(one.outcome is Outcome.REVOKED for one in reviews):
        return None
    return reviews[-1].review_on if reviews else determination.review_on
