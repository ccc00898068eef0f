"""The slow twin: it walks from day to day with a head full of open matters, and never computes a date ahead.

It reads the same rows, and shares no other code with the rules. `walk` gives, for every day, the clocks that protect.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from pentameter.victims.rules.events import Case, Clock, Event, Facts, Outcome
from pentameter.victims.rules.events import EventKind as Kind
from pentameter.victims.rules.law import Composition, Counting, Rule, RuleBook

ORDER = list(Kind)
STEPS = (Kind.RECOGNISED, Kind.REFERRED)
POSITIVE, NEGATIVE = Outcome.POSITIVE, Outcome.NEGATIVE


@dataclass
class Matter:
    """Something open. `age` is the number of its days that are over or run today."""

    name: str
    start: date
    rule: Rule | None = None
    kind: Kind | None = None
    age: int = 0
    done: bool = False
    conclusive: bool = False
    kept: bool = False
    closing: bool = False
    closed: bool = False
    last: date | None = None
    left: int = -1
    parent: "Matter | None" = None
    stopped_by: list[Event] = field(default_factory=list)


def rows(book: RuleBook, place: str | None, clock: Clock, day: date) -> list[Rule]:
    while place is not None and place in book.places:
        found = [
            rule
            for rule in book.rules
            if rule.place == place
            and clock in rule.clocks
            and not (rule.from_on and day < rule.from_on)
            and not (rule.to_on and day > rule.to_on)
        ]
        if found:
            return found
        place = book.places[place].within
    return []


def walk(case: Case, book: RuleBook, until: date) -> Iterator[tuple[date, dict[Clock, bool]]]:
    """Every day from the first event's to `until`, with the clocks that protect or are unknown."""
    dated = sorted(
        (one for one in case.events if one.on), key=lambda one: (one.on, ORDER.index(one.kind), one.outcome or "")
    )
    if not dated:
        return
    walkers = {clock: Walker(case, book, clock) for clock in Clock}
    day = dated[0].on
    while day is not None and day <= until:
        today = [one for one in dated if one.on == day]
        yield day, {clock: walker.step(day, today) for clock, walker in walkers.items()}
        day += timedelta(days=1)


class Walker:
    """One clock, from day to day."""

    def __init__(self, case: Case, book: RuleBook, clock: Clock) -> None:
        self.book, self.clock, self.place = book, clock, case.jurisdiction
        self.matters: list[Matter] = []
        self.seen: list[Event] = []
        self.now = date.min
        self.taken_on: date | None = None
        self.unsure = case.jurisdiction not in book.places or any(one.on is None for one in case.events)
        self.lawless: list[tuple[date, bool]] = []
        self.any_matter = False
        self.requests: dict[object, bool] = {}

    def step(self, day: date, today: list[Event]) -> bool:
        self.now = day
        self.doubt(today)
        for matter in self.matters:
            self.grow(matter, day)
        for event in today:
            self.open(event, day)
            self.seen.append(event)
        for event in today:
            self.decide(event, day)
        self.ask(day, today)
        answer = self.unsure or self.lawless_now() or any(self.alive(one) for one in self.matters)
        answer = answer or any(self.requests.values()) or self.nothing_known()
        self.close(day)
        return answer

    # what is not known

    def doubt(self, today: list[Event]) -> None:
        yes_no = (Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS, Kind.RECONSIDERATION_ENDED, Kind.APPEAL_ENDED)
        about = (Kind.RECONSIDERATION_ASKED, Kind.RECONSIDERATION_GRANTED, Kind.RECONSIDERATION_ENDED)
        for one in today:
            twisted = one.until is None or one.on is None or one.until < one.on
            self.unsure |= one.kind is Kind.UNKNOWN
            self.unsure |= one.kind in yes_no and one.outcome not in (POSITIVE, NEGATIVE)
            self.unsure |= one.kind in about and one.about is None
            self.unsure |= one.kind in (Kind.LEAVE_GRANTED, Kind.EXTENDED) and twisted
            self.unsure |= one.kind is Kind.FURTHER_PERIOD and not (one.decider.strip() and one.reasons.strip())
            review = one.kind is Kind.DETERMINATION_REVIEWED
            self.unsure |= review and one.outcome not in (Outcome.UPHELD, Outcome.REVOKED)
            for other in today:
                same = one.kind is other.kind and one.kind in yes_no[:2]
                self.unsure |= same and {one.outcome, other.outcome} == {POSITIVE, NEGATIVE}

    def lawless_now(self) -> bool:
        settled = [
            one.on
            for one in self.seen
            if one.kind is Kind.REASONABLE_GROUNDS and one.on and rows(self.book, self.place, self.clock, one.on)
        ]
        return any(not can_settle or not any(day < later for later in settled) for day, can_settle in self.lawless)

    def nothing_known(self) -> bool:
        refused = any(one.kind is Kind.REASONABLE_GROUNDS and one.outcome is NEGATIVE for one in self.seen)
        return not self.any_matter and not refused

    # what opens

    def add(self, matter: Matter) -> Matter:
        self.matters.append(matter)
        self.any_matter = True
        return matter

    def grounds(self, event: Event) -> bool:
        changed = event.kind is Kind.RECONSIDERATION_ENDED and event.about is Kind.REASONABLE_GROUNDS
        return (event.kind is Kind.REASONABLE_GROUNDS or changed) and event.outcome is POSITIVE

    def open(self, event: Event, day: date) -> None:
        kind = Kind.REASONABLE_GROUNDS if self.grounds(event) else event.kind
        law = rows(self.book, self.place, self.clock, day)
        if kind in (*STEPS, Kind.PERMISSION_GRANTED, Kind.FURTHER_PERIOD) and not law:
            self.lawless.append((day, kind in STEPS))
        elif self.grounds(event) and not law:
            self.lawless.append((day, False))
        elif kind in (Kind.PERMISSION_GRANTED, Kind.FURTHER_PERIOD):
            both = [rule for clock in Clock for rule in rows(self.book, self.place, clock, day)]
            self.unsure |= not any(kind in rule.starts for rule in both)
        begins = kind is not Kind.REASONABLE_GROUNDS or self.grounds(event)
        for rule in law:
            if kind in rule.starts and begins and rule.composition is not Composition.EVENT_DRIVEN:
                self.open_period(rule, kind, event, day)
            if kind in STEPS and rule.composition is Composition.EVENT_DRIVEN and kind in rule.starts:
                self.add(Matter("applicant", day, rule, kind))
            first = event.kind in STEPS
            suspected = event.kind is Kind.REASONABLE_GROUNDS and event.outcome is POSITIVE
            if (rule.awaits and first) or (rule.awaits and rule.awaits.value == "permission" and suspected):
                self.add(Matter("wait", day, rule, event.kind))
        if event.kind is Kind.LEAVE_GRANTED and self.clock is Clock.REMOVAL and event.until and event.until >= day:
            self.add(Matter("leave", day, last=event.until))
        if event.kind is Kind.EXTENDED and event.clock in (None, self.clock) and event.until and event.until >= day:
            self.add(Matter("extension", day, last=event.until))

    def open_period(self, rule: Rule, kind: Kind, event: Event, day: date) -> None:
        earlier = [one for one in self.seen if self.grounds(one) and one.on and one.on < day]
        if kind is Kind.REASONABLE_GROUNDS and rule.second_needs_discretion and event.facts is Facts.OLD and earlier:
            return
        if kind is not Kind.FURTHER_PERIOD:
            for one in self.matters:
                same = one.name in ("period", "shadow") and one.rule is rule and one.kind is not Kind.FURTHER_PERIOD
                if same and one.kind is not kind and not (one.done and self.over(one, day)):
                    self.shadow(rule, kind, day)
                    return
        period = self.add(Matter("period", day, rule, kind))
        self.grow(period, day)

    def shadow(self, rule: Rule, kind: Kind, day: date) -> None:
        """A later step of the same beginning: it opens nothing, but its days still link further steps to it."""
        one = Matter("shadow", day, rule, kind, closed=True)
        self.matters.append(one)
        self.grow(one, day)

    # days pass

    def grow(self, matter: Matter, day: date) -> None:
        rule = matter.rule
        if matter.name not in ("period", "shadow") or rule is None:
            return
        if rule.counting is Counting.INCLUSIVE or day > matter.start:
            matter.age += 1
        if not matter.done:
            if rule.months:
                gone = (day.year - matter.start.year) * 12 + day.month - matter.start.month
                matter.done = gone > rule.months or (gone == rule.months and day.day >= matter.start.day)
            else:
                matter.done = matter.age >= (rule.days or 0)
            if matter.done:
                matter.last = day

    def over(self, matter: Matter, day: date) -> bool:
        """Whether the days were over before today."""
        return matter.done and matter.last is not None and matter.last < day

    # what decides

    def decide(self, event: Event, day: date) -> None:
        if event.kind is Kind.CONCLUSIVE_GROUNDS:
            self.conclusive(day)
        changed = event.kind is Kind.RECONSIDERATION_ENDED and event.about is Kind.CONCLUSIVE_GROUNDS
        if event.kind is Kind.CONCLUSIVE_GROUNDS or changed:
            self.after_conclusive(event, day)
        self.answer_waits(event, day)
        refusal = event.kind in (Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS, Kind.RECONSIDERATION_ENDED)
        for one in [one for one in self.matters if one.name == "applicant"]:
            if refusal and event.outcome is NEGATIVE and one.rule and one.rule.window:
                self.add(Matter("window", day, one.rule, left=one.rule.window.days + 1))
            if (refusal or event.kind is Kind.APPEAL_ENDED) and event.outcome is POSITIVE:
                self.add(Matter("identified", day, one.rule))
        if event.kind is Kind.PERIOD_ENDED and event.decider.strip() and event.reasons.strip():
            for one in self.matters:
                minimum = one.name == "period" and one.rule and one.rule.composition is Composition.MINIMUM
                if minimum and self.over(one, day):
                    one.closing = True
        if event.kind is Kind.DISQUALIFIED:
            self.disqualify(event, day)

    def conclusive(self, day: date) -> None:
        """The decision of the periods that await one; of one that starts today only if no other took it."""
        periods = [one for one in self.matters if one.name == "period"]
        before = [one for one in periods if one.start < day and not one.conclusive]
        if before:
            self.taken_on = day
        for one in before:
            one.conclusive = True
        if self.taken_on != day:
            for one in periods:
                one.conclusive |= one.start == day

    def after_conclusive(self, event: Event, day: date) -> None:
        for one in [one for one in self.matters if one.name == "period" and one.conclusive and one.rule]:
            rule = one.rule
            if rule and rule.exit and event.outcome in (POSITIVE, NEGATIVE):
                days = rule.exit.positive if event.outcome is POSITIVE else rule.exit.negative
                self.add(Matter("exit", day, rule, parent=one, left=days, stopped_by=list(one.stopped_by)))
            floor = rule and rule.composition is Composition.FLOOR
            if floor and event.outcome is POSITIVE and not self.over(one, day):
                one.kept, one.closed = True, False

    def answer_waits(self, event: Event, day: date) -> None:
        for one in self.matters:
            again = any(other.kind is one.kind and other.on and other.on < one.start for other in self.seen)
            if one.start == day and again:
                continue
            if one.name == "wait" and one.rule and one.rule.awaits:
                if one.rule.awaits.value == "permission":
                    permission = event.kind in (Kind.PERMISSION_GRANTED, Kind.PERMISSION_REFUSED)
                    one.closing |= permission or event.is_(Kind.REASONABLE_GROUNDS, NEGATIVE)
                else:
                    one.closing |= event.kind is Kind.REASONABLE_GROUNDS
            if one.name == "applicant":
                one.closing |= event.kind in (Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS)

    def disqualify(self, event: Event, day: date) -> None:
        whole = event.ground.strip() and event.evidence.strip() and event.decider.strip()
        if not whole or event.review_on is None or event.review_on <= day:
            return
        earlier = {one.on for one in self.seen if self.grounds(one) and one.on}
        for one in self.matters:
            known = [one.rule] if one.rule else rows(self.book, self.place, self.clock, one.start)
            second = any(other < one.start for other in earlier)
            in_time = one.start < day or (one.start == day and not second and one.name == "period")
            if one.name == "exit" and one.parent:
                second = any(other < one.parent.start for other in earlier)
                in_time = one.parent.start < day or (one.parent.start == day and not second)
            on_a_ground = any(event.ground in rule.early_end_grounds for rule in known)
            if one.name in ("period", "exit", "extension") and in_time and on_a_ground:
                one.stopped_by.append(event)

    # requests

    def ask(self, day: date, today: list[Event]) -> None:
        names = [("reconsideration", about) for about in (Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS, None)]
        for name, about in names:
            ends = sum(one.kind is Kind.RECONSIDERATION_ENDED and one.about is about for one in today)
            asked = any(one.kind is Kind.RECONSIDERATION_ASKED and one.about is about for one in today)
            granted = any(one.kind is Kind.RECONSIDERATION_GRANTED and one.about is about for one in today)
            self.request((name, about), asked, ends, day)
            self.request(("granted", about), granted, ends * 9, day)
        appealed = any(one.kind is Kind.APPEAL_ASKED for one in today)
        self.request("appeal", appealed, sum(one.kind is Kind.APPEAL_ENDED for one in today), day)
        if self.clock is Clock.REMOVAL:
            answers = (Kind.LEAVE_GRANTED, Kind.LEAVE_REFUSED)
            asked = any(one.kind is Kind.LEAVE_ASKED for one in today)
            self.request("leave", asked, sum(one.kind in answers for one in today), day)

    def request(self, key: object, asked: bool, ends: int, day: date) -> None:
        before = self.requests.get(key, False)
        self.requests[key] = before
        if asked or before:
            self.any_matter = True
        if ends and before:
            self.add(Matter("closed request", day, last=day))
            self.requests[key], ends = False, ends - 1
        if asked:
            if ends:
                self.add(Matter("closed request", day, last=day))
            else:
                self.requests[key] = True

    # the end of the day

    def alive(self, matter: Matter) -> bool:
        return not matter.closed and not self.stopped(matter)

    def stopped(self, matter: Matter) -> bool:
        """Whether a determination of an earlier day ended it, and no review revoked that."""
        reviews = [one for one in self.seen if one.kind is Kind.DETERMINATION_REVIEWED]
        revoked = [one.on for one in reviews if one.outcome is not Outcome.UPHELD]
        ended = [one.on for one in matter.stopped_by if not any(one.on <= day for day in revoked)]
        return any(day < self.now for day in ended)

    def close(self, day: date) -> None:
        for one in self.matters:
            if one.name == "period" and one.rule:
                one.closed |= one.closing or self.ends(one, one.rule.composition)
            elif one.name == "window" or (one.parent and self.over(one.parent, day) and day > one.start):
                one.left -= 1
                one.closed |= one.left <= 0
            elif one.last is not None and one.name in ("leave", "extension", "closed request"):
                one.closed |= day >= one.last
            else:
                one.closed |= one.closing

    @staticmethod
    def ends(one: Matter, composition: Composition) -> bool:
        if composition is Composition.FIXED:
            return one.done
        if composition is Composition.LATER:
            return one.done and one.conclusive
        if composition is Composition.EARLIER:
            return one.done or one.conclusive
        if composition is Composition.FLOOR:
            return one.conclusive and (one.done or not one.kept)
        return False
