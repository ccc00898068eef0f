"""What is still to come in a case, and what was recorded but ends nothing: said, so that nobody takes it for an end."""

from collections.abc import Iterator

from pentameter.victims.rules.counting import window_closes
from pentameter.victims.rules.determinations import outstanding as determinations
from pentameter.victims.rules.events import Clock, EventKind, Outcome
from pentameter.victims.rules.history import History
from pentameter.victims.rules.holds import Hold, Outstanding
from pentameter.victims.rules.law import Composition, Rule, RuleBook
from pentameter.victims.rules.wording import said


def outstanding(place: str, clock: Clock, book: RuleBook, past: History, active: tuple[Hold, ...]) -> list[Outstanding]:
    """Everything outstanding on a clock; first what is awaited."""
    stops = clock is Clock.REMOVAL
    waited = [(f"{one.waits_for[0].upper()}{one.waits_for[1:]}.", one.since) for one in active if one.waits_for]
    found = [Outstanding(what, since, stops_removal=stops) for what, since in waited]
    return list(dict.fromkeys((*found, *_windows(place, clock, book, past))))


def of_rules(rules: tuple[Rule, ...], past: History) -> list[Outstanding]:
    """What the rules of the case leave open: leave after a positive decision, discretion, reviews, void ends."""
    found = [*_leave(rules, past), *_discretion(rules, past), *determinations(past, rules)]
    return [*found, *_national(rules, past), *_withdrawals(past)]


def _windows(place: str, clock: Clock, book: RuleBook, past: History) -> Iterator[Outstanding]:
    """A refusal that may still be asked to be reconsidered stops a removal, also where protection has ended in law."""
    if clock is not Clock.REMOVAL:
        return
    for refusal in past.refusals:
        for rule in book.in_force(place, clock, refusal.day):
            if rule.window and (closes := window_closes(rule.window.days, refusal.day)) >= past.today:
                what = f"The refusal of {said(refusal.day)} may be asked to be reconsidered until {said(closes)}."
                yield Outstanding(what, refusal.day, closes, stops_removal=True)


def _leave(rules: tuple[Rule, ...], past: History) -> Iterator[Outstanding]:
    """After a positive conclusive decision leave has to be considered (Nationality and Borders Act 2022 s.65)."""
    positive = past.conclusive_as(Outcome.POSITIVE)
    if not positive or not any(rule.leave_after_positive for rule in rules):
        return
    decided = past.of(EventKind.LEAVE_GRANTED, EventKind.LEAVE_REFUSED)
    if not any(one.day >= positive[-1].day for one in decided):
        what = f"Leave to remain is to be decided: the decision of {said(positive[-1].day)} was positive."
        yield Outstanding(what, positive[-1].day, stops_removal=True)


def _discretion(rules: tuple[Rule, ...], past: History) -> Iterator[Outstanding]:
    if any(rule.second_needs_discretion for rule in rules):
        for one in past.positive_grounds:
            given = any(further.day >= one.day for further in past.of(EventKind.FURTHER_PERIOD))
            if past.rests_on_old_facts(one) and not given:
                what = f"The decision of {said(one.day)} rests on facts from before the first one"
                yield Outstanding(f"{what}: a further period needs a recorded discretion (s.62).", one.day)


def _national(rules: tuple[Rule, ...], past: History) -> Iterator[Outstanding]:
    if any(rule.composition is Composition.MINIMUM for rule in rules):
        for one in past.of(EventKind.PERIOD_ENDED):
            if not (one.decider.strip() and one.reasons.strip()):
                yield Outstanding(f"The end recorded on {said(one.day)} ends nothing without its decider and reasons.")


def _withdrawals(past: History) -> Iterator[Outstanding]:
    for one in past.of(EventKind.WITHDRAWN):
        what = f"The withdrawal of {said(one.day)} ends nothing by itself"
        yield Outstanding(f"{what}: protection ends as its rule says, or by a recorded determination.", one.day)
