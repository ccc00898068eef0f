"""Who said that she does not wish to be counted in statistics: for those who count, so that they leave her out."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from pentameter.kernel.safe import Safe
from pentameter.kernel.sealing import SealBroken
from pentameter.victims.keys import safes_that_open
from pentameter.victims.models import Case, Consent
from pentameter.victims.queries.ledger import rows_of_many
from pentameter.victims.queries.opening import bound
from pentameter.victims.rules.cases import CaseState, Identity
from pentameter.victims.rules.consent import NO, Purpose, says_no


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Who is to be left out of counts, by what she may be known. `unreadable`: of so many that cannot be opened."""

    people: tuple[Identity, ...]
    unreadable: int


def not_to_be_counted(at: datetime) -> Uncounted:
    """Everyone whose last word on statistics is a "no", to whomever she said it. Three SQL queries."""
    noes = Consent.objects.filter(case=OuterRef("pk"), purpose=Purpose.STATISTICS.value, said__in=NO)
    rows = list(Case.objects.exclude(state=CaseState.ERASED.value).filter(Exists(noes)).order_by("id"))
    safes = safes_that_open([row.id for row in rows])
    said = rows_of_many(rows, safes)
    unwilling = [row for row in rows if row.id in safes and says_no(said[row.id], Purpose.STATISTICS, at)]
    found = [_identity(row, safes[row.id]) for row in unwilling]
    closed = len(rows) - len(safes) + sum(one is None for one in found)
    return Uncounted(tuple(one for one in found if one is not None), closed)


def _identity(row: Case, safe: Safe) -> Identity | None:
    try:
        said = safe.unseal(row.identity, bound_to=bound("identity", row.id)) if row.identity is not None else {}
    except SealBroken:
        return None
    return Identity.from_json(said)
