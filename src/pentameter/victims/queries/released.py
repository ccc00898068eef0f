"""What may be counted for everyone to read: people who were found or are protected, without whoever said no to it.

And a mark of who that is, so that a count that was frozen earlier can be told to be out of date.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from pentameter.kernel.periods import week_of
from pentameter.victims.models import Case, Consent, Standing
from pentameter.victims.queries.statistics import said_of_statistics
from pentameter.victims.rules.cases import Age, CaseState
from pentameter.victims.rules.consent import NO, Purpose
from pentameter.victims.rules.events import Clock
from pentameter.victims.rules.protection import State


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """People who are alike in what is counted; `week` is the Monday of the week in which they were found."""

    agency: str
    week: date
    age: Age


def found_to_publish(wave: UUID) -> Mapping[FoundGroup, int]:
    """People of a wave for whom a case was opened, without those who said no to being counted, and erased cases."""
    no = said_of_statistics().may_not
    rows = Case.objects.filter(wave=wave).exclude(state=CaseState.ERASED.value)
    found: Counter[FoundGroup] = Counter()
    for pk, agency, on, age in rows.values_list("pk", "agency_id", "rescued_on", "age").iterator():
        if pk not in no:
            found[FoundGroup(agency, week_of(on), Age(age))] += 1
    return found


def protected_to_publish(today: date) -> Mapping[tuple[State, Age], int]:
    """How the clock against removal stands, by age. What was not worked out today is not known, which protects."""
    no = said_of_statistics().may_not
    rows = Standing.objects.filter(clock=Clock.REMOVAL.value, on__gte=today).values_list("case", "state")
    stands = dict(rows.iterator())
    living = Case.objects.exclude(state=CaseState.ERASED.value).values_list("pk", "age")
    found: Counter[tuple[State, Age]] = Counter()
    for pk, age in living.iterator():
        if pk not in no:
            found[State(stands.get(pk, State.UNKNOWN.value)), Age(age)] += 1
    return found


def uncounted_mark() -> str:
    """A digest of every refusal and withdrawal that concerns statistics, and of every case that was erased.

    It changes with each more of them, and says nothing of anybody. Two SQL queries.
    """
    withdrawn = Consent.objects.filter(purpose=Purpose.STATISTICS.value, said__in=NO)
    erased = Case.objects.filter(state=CaseState.ERASED.value)
    whole = sha256()
    for rows in (withdrawn, erased):
        for pk in rows.order_by("pk").values_list("pk", flat=True).iterator():
            whole.update(pk.bytes)
        whole.update(b"|")
    return whole.hexdigest()
