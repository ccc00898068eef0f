"""The rows of a case's ledger of consent, as the rules see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from pentameter.kernel.safe import Safe
from pentameter.victims.models import Case, Consent
from pentameter.victims.rules.cases import Sealed
from pentameter.victims.rules.consent import ConsentRow, How, Purpose, Said, same


@dataclass(frozen=True, slots=True)
class ConsentFacts(Sealed):
    """What of a row is sealed. `named` is a recipient who is no agency here."""

    named: str = ""
    language: str = ""
    interpreter: str = ""
    asked_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """A row with all that was written down."""

    row: ConsentRow
    how: How
    agency: str
    facts: ConsentFacts
    recorded_by: str

    @property
    def towards(self) -> str:
        """Towards whom, in words."""
        return self.agency or self.facts.named or "whoever does it for her"


def bound(identifier: UUID) -> str:
    """What a row's sealed facts are bound to."""
    return f"consent:{identifier}"


def rows_of(case: Case, safe: Safe | None) -> tuple[ConsentRow, ...]:
    """A case's rows, as the rules want them. One SQL query. None where nothing opens any more."""
    return tuple(one.row for one in entries_of(case, safe))


def entries_of(case: Case, safe: Safe | None) -> tuple[ConsentEntry, ...]:
    """A case's rows with all that was written down, oldest first. One SQL query. None where nothing opens any more."""
    if safe is None:
        return ()
    found = Consent.objects.filter(case_id=case.id).select_related("agency").order_by("recorded_at", "id")
    return tuple(_entry(one, case, safe) for one in found)


def rows_of_many(cases: Iterable[Case], safes: Mapping[UUID, Safe]) -> dict[UUID, tuple[ConsentRow, ...]]:
    """The rows of many cases. One SQL query."""
    by_id = {one.id: one for one in cases if one.id in safes}
    found: dict[UUID, list[ConsentRow]] = {identifier: [] for identifier in by_id}
    for row in Consent.objects.filter(case_id__in=by_id).select_related("agency"):
        found[row.case_id].append(_entry(row, by_id[row.case_id], safes[row.case_id]).row)
    return {identifier: tuple(rows) for identifier, rows in found.items()}


def _entry(row: Consent, case: Case, safe: Safe) -> ConsentEntry:
    facts = ConsentFacts.from_json(safe.unseal(row.sealed, bound_to=bound(row.id)))
    value = ConsentRow(
        id=row.id,
        purpose=Purpose(row.purpose),
        said=Said(row.said),
        on=row.on,
        recorded_at=row.recorded_at,
        recipient=same(row.agency_id or facts.named),
        until=row.until,
        ends_at=_end_of(row, case),
        withdraws=row.withdraws_id,
    )
    return ConsentEntry(value, How(row.how), row.agency.name if row.agency else "", facts, row.recorded_by)


def _end_of(row: Consent, case: Case) -> datetime | None:
    if row.until is None:
        return None
    return datetime.combine(row.until + timedelta(days=1), time(), ZoneInfo(case.zone))
