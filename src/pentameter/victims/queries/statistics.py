"""Counts of referrals and decisions, for statistics that identify nobody: buckets of people, and never who.

Whoever refused to be counted is in none of them. What only her sealed identity says, sex and nationality, is opened
for a moment where she consents to be counted, and kept as a bucket; for everybody else it stays "not opened".
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef, Q

from pentameter.intelligence.api import meant_country
from pentameter.kernel import clock
from pentameter.victims.keys import safes_of, unwrap
from pentameter.victims.models import Case, CaseEvent, Consent
from pentameter.victims.queries.ledger import rows_of_many
from pentameter.victims.queries.opening import bound
from pentameter.victims.rules.cases import Age, Identity
from pentameter.victims.rules.consent import NO, Purpose, says_no, standing
from pentameter.victims.rules.events import EventKind, Outcome
from pentameter.victims.rules.notification import quarter_of

NOT_OPENED = "not opened"
"""Instead of a sex or a nationality that only her sealed identity says."""
NOT_KNOWN = "not known"
_STEP = 1_000


@dataclass(frozen=True, slots=True)
class ReferralGroup:
    """People who are alike in what is counted. `quarter` is of the first referral: "2026-Q4", or not known.

    `nationality` is a code of two letters, or one of `NOT_OPENED` and `NOT_KNOWN`.
    """

    quarter: str
    agency: str
    age: Age
    sex: str
    nationality: str


@dataclass(frozen=True, slots=True)
class DecisionGroup:
    """Decisions that are alike. `outcome` None: it is not known."""

    quarter: str
    kind: EventKind
    outcome: Outcome | None
    age: Age


@dataclass(frozen=True, slots=True)
class ReferralCounts:
    """How many people were referred, by group. `opened` of them had their sealed identity opened to be counted."""

    groups: Mapping[ReferralGroup, int]
    opened: int


def referral_counts() -> ReferralCounts:
    """People who were referred, by quarter, agency, age, sex and nationality. Two SQL queries, and three a thousand."""
    answers = said_of_statistics()
    referred = Q(events__kind=EventKind.REFERRED.value, events__struck_at=None)
    rows = Case.objects.filter(referred).order_by("pk").annotate(first=Min("events__on", filter=referred))
    found = rows.values_list("pk", "agency_id", "age", "first").iterator()
    people = {pk: (agency, age, first) for pk, agency, age, first in found if pk not in answers.may_not}
    known = dict(_opened(sorted(answers.may & people.keys())))
    return ReferralCounts(Counter(_group(*facts, known.get(pk)) for pk, facts in people.items()), len(known))


def decision_counts() -> Mapping[DecisionGroup, int]:
    """Decisions on reasonable and conclusive grounds by quarter, outcome and age. Three SQL queries or a few more."""
    answers = said_of_statistics()
    noes = Consent.objects.filter(case=OuterRef("case"), purpose=Purpose.STATISTICS.value, said__in=NO)
    rows = CaseEvent.objects.filter(kind__in=_DECISIONS, struck_at=None).annotate(no=Exists(noes)).order_by()
    counted: Counter[DecisionGroup] = Counter()
    for *facts, count in rows.filter(no=False).values_list(*_FACTS).annotate(count=Count("pk")):
        counted[_decision(*facts)] += count
    for case, *facts in rows.filter(no=True).values_list("case", *_FACTS):
        counted[_decision(*facts)] += case not in answers.may_not
    return +counted


_DECISIONS = (EventKind.REASONABLE_GROUNDS.value, EventKind.CONCLUSIVE_GROUNDS.value)
_FACTS = ("kind", "outcome", "case__age", "on")


def _decision(kind: str, outcome: str, age: str, on: date | None) -> DecisionGroup:
    return DecisionGroup(_quarter(on), EventKind(kind), Outcome(outcome) if outcome else None, Age(age))


def _group(agency: str, age: str, first: date | None, known: Identity | None) -> ReferralGroup:
    sex = (known.sex or NOT_KNOWN) if known else NOT_OPENED
    nationality = (meant_country(known.nationality) or NOT_KNOWN) if known else NOT_OPENED
    return ReferralGroup(_quarter(first), agency, Age(age), sex, nationality)


def _quarter(on: date | None) -> str:
    return quarter_of(on) if on else NOT_KNOWN


def _opened(cases: list[UUID]) -> Iterator[tuple[UUID, Identity]]:
    """Who these people are, a thousand at a time, without those who were erased."""
    for begin in range(0, len(cases), _STEP):
        rows = Case.objects.filter(pk__in=cases[begin : begin + _STEP], key__isnull=False)
        for pk, sealed, wrapped in rows.values_list("pk", "identity", "key__wrapped"):
            if sealed is not None:
                yield pk, Identity.from_json(unwrap(pk, wrapped).unseal(sealed, bound_to=bound("identity", pk)))


@dataclass(frozen=True, slots=True)
class Answers:
    """Who consents to be counted, and who said no to it. Whoever was not asked is in neither."""

    may: frozenset[UUID]
    may_not: frozenset[UUID]


def said_of_statistics() -> Answers:
    """Who consents to be counted in statistics, and who said no to it. Five SQL queries a thousand people asked."""
    asked = Consent.objects.filter(purpose=Purpose.STATISTICS.value).order_by().values("case")
    cases = Case.objects.filter(pk__in=asked).only("pk", "zone").order_by("pk").iterator(chunk_size=_STEP)
    may: set[UUID] = set()
    may_not: set[UUID] = set()
    now = clock.now()
    while some := list(islice(cases, _STEP)):
        for pk, rows in rows_of_many(some, safes_of([one.pk for one in some])).items():
            if says_no(rows, Purpose.STATISTICS, now):
                may_not.add(pk)
            elif standing(rows, Purpose.STATISTICS, "", now).allowed:
                may.add(pk)
    erased = Consent.objects.filter(purpose=Purpose.STATISTICS.value, said__in=NO, case__key__isnull=True)
    may_not |= set(erased.values_list("case", flat=True))
    return Answers(frozenset(may), frozenset(may_not))
