"""Files of cases that were taken in, and what became of their rows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.victims.models import CaseImport, FurtherFacts, ImportedRow
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.rules.exchange import Fate


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """A row: its number in the file, what became of it, the case, and what is wrong as (field, sentence)."""

    number: int
    fate: Fate
    case_id: UUID | None
    reference: str
    problems: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ImportPage:
    """A file that was taken in, row by row."""

    id: UUID
    agency: str
    imported_at: datetime
    rows: int
    accepted: int
    quarantined: int
    duplicate: int
    lines: tuple[ImportedLine, ...]


def import_page(import_id: UUID) -> ImportPage | None:
    """What became of a file. Two SQL queries."""
    row = CaseImport.objects.filter(pk=import_id).first()
    if row is None:
        return None
    lines = ImportedRow.objects.filter(file=row).select_related("case").order_by("number")
    return ImportPage(
        id=row.id,
        agency=row.agency_id,
        imported_at=row.imported_at,
        rows=row.rows,
        accepted=row.accepted,
        quarantined=row.quarantined,
        duplicate=row.duplicate,
        lines=tuple(_line(one) for one in lines),
    )


def _line(row: ImportedRow) -> ImportedLine:
    problems = tuple((str(one["field"]), str(one["sentence"])) for one in row.problems)
    return ImportedLine(row.number, Fate(row.fate), row.case_id, row.case.reference if row.case else "", problems)


def further_of(case: OpenCase) -> dict[str, str]:
    """The further facts of a case, by field; none where none came. One SQL query."""
    row = FurtherFacts.objects.filter(case=case.row).first()
    if row is None:
        return {}
    facts = case.key.unseal(row.sealed, bound_to=bound("further", case.row.id))
    return {str(name): str(text) for name, text in facts.items()} if isinstance(facts, dict) else {}
