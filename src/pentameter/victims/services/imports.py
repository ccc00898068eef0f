"""Taking in cases of another system: each row of the file is an opened case, a row here already, or in quarantine."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked, record
from pentameter.intelligence import api as intelligence
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.victims.keys import fingerprint
from pentameter.victims.models import CaseImport, FurtherFacts, ImportedRow
from pentameter.victims.queries.imports import ImportPage, import_page
from pentameter.victims.queries.ledger import ConsentFacts
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.rules.exchange import MOST_ROWS, Fate, may_take_in, sameness
from pentameter.victims.rules.htcds import Fault, Placed, Record, Tools, placed, read_record
from pentameter.victims.services.consent import Saying, add_saying
from pentameter.victims.services.events import restate
from pentameter.victims.services.rescue import Rescue, open_case

STANDARD = "HTCDS 2.0"
ASKED_ELSEWHERE = "Asked elsewhere, before the record came here. Ask again."


@dataclass(frozen=True, slots=True)
class _Batch:
    """A file while it is taken in."""

    id: UUID
    by: Actor
    today: date
    age_unknown: Age
    said: Counter[str] = field(default_factory=Counter)
    lines: list[ImportedRow] = field(default_factory=list)


@transaction.atomic
def import_cases(*, arrived: intelligence.Arrived, age_unknown: Age, by: Actor) -> UUID:
    """Take a file of HTCDS records in, whole or not at all, and answer its id.

    `age_unknown`: how old those may be of whom no date of birth is given.

    Raises:
        Refused: where the actor may not, or the file cannot be read as a whole.
    """
    require(decide(by, Operation.IMPORT_CASES, _subject(by)))
    batch = _Batch(new_id(), by, clock.today(), age_unknown)
    for row in _rows(arrived):
        batch.lines.append(_take(batch, row))
    counts = Counter(line.fate for line in batch.lines)
    CaseImport.objects.create(
        id=batch.id,
        agency_id=by.agency,
        digest=arrived.kept.digest,
        rows=len(batch.lines),
        imported_at=clock.now(),
        imported_by=by.id,
        **{fate.value: counts[fate.value] for fate in Fate},
    )
    ImportedRow.objects.bulk_create(batch.lines)
    detail = {"rows": len(batch.lines), **{fate.value: counts[fate.value] for fate in Fate}}
    record(Act.CASES_IMPORTED, by=by, subject=("case_import", batch.id), detail=detail)
    return batch.id


@transaction.atomic
def show_import(*, import_id: UUID, by: Actor) -> ImportPage:
    """What became of a file, row by row."""
    page = import_page(import_id)
    require(decide(by, Operation.IMPORT_CASES, _subject(by, page.agency if page else "")))
    if page is None:
        raise never_was()
    looked(Act.FILE_SHOWN, by=by, kind="case_import", ids=[import_id])
    return page


def _subject(by: Actor, agency: str | None = None) -> Subject:
    owner = by.agency if agency is None else agency
    return Subject("case_import", "", Compartment.IDENTITY, owner_agency=owner)


def _rows(arrived: intelligence.Arrived) -> list[intelligence.RawRow]:
    try:
        with intelligence.htcds_rows(arrived) as rows:
            found = list(islice(rows, MOST_ROWS + 1))
    except intelligence.FileRefused as problem:
        raise Refused(problem.sentence) from problem
    require(may_take_in(len(found)))
    return found


def _take(batch: _Batch, row: intelligence.RawRow) -> ImportedRow:
    """One row: a case that is opened, the same row that came before, or what is wrong with it."""
    said, faults = read_record(row.cells, _tools(batch))
    broken = (*(Fault(one.field, one.sentence) for one in row.faults), *faults)
    if broken:
        return _line(batch, row, Fate.QUARANTINED, problems=broken)
    facts, impossible = placed(said, today=batch.today, age_unknown=batch.age_unknown)
    if impossible:
        return _line(batch, row, Fate.QUARANTINED, problems=impossible)
    mark = _mark(batch, said)
    if ImportedRow.objects.filter(fingerprint=mark, fate=Fate.ACCEPTED.value).exists() or _came(batch, mark):
        return _line(batch, row, Fate.DUPLICATE, mark=mark)
    return _line(batch, row, Fate.ACCEPTED, mark=mark, case=_opened(batch, facts))


def _tools(batch: _Batch) -> Tools:
    return Tools(
        day=lambda text: intelligence.meant_day(text, batch.today),
        country=intelligence.meant_country,
        phone=lambda text: intelligence.meant_phone(text, batch.by.agency),
    )


def _mark(batch: _Batch, said: Record) -> str:
    same = sameness(said, agency=batch.by.agency, times=batch.said)
    batch.said[same.rpartition("\n#")[0] or same] += 1
    return fingerprint(same)


def _came(batch: _Batch, mark: str) -> bool:
    return any(line.fingerprint == mark and line.fate == Fate.ACCEPTED.value for line in batch.lines)


def _line(
    batch: _Batch,
    row: intelligence.RawRow,
    fate: Fate,
    *,
    mark: str = "",
    case: OpenCase | None = None,
    problems: tuple[Fault, ...] = (),
) -> ImportedRow:
    told = [{"field": one.field, "sentence": one.sentence} for one in problems]
    return ImportedRow(
        file_id=batch.id,
        number=row.number,
        fate=fate.value,
        case=case.row if case else None,
        fingerprint=mark,
        problems=told,
    )


def _opened(batch: _Batch, facts: Placed) -> OpenCase:
    """The case, protected from the day that the record gives, with everything else that the record said."""
    rescue = Rescue(facts.identity, facts.age, facts.practical, facts.whereabouts, found_on=facts.found_on)
    case = open_case(rescue, batch.by)
    _keep(case, facts, batch.by)
    _ask_again(case, facts, batch.by)
    restate(case)
    detail = {"standard": STANDARD, "import": str(batch.id)}
    record(Act.CASE_OPENED, by=batch.by, subject=("case", case.row.id), detail=detail)
    return case


def _ask_again(case: OpenCase, facts: Placed, by: Actor) -> None:
    """What she agreed to elsewhere is a tick without purpose or recipient: nothing stands on it. Ask her again."""
    if facts.further.get("con_Consent"):
        saying = Saying(Purpose.SUPPORT, Said.ASKED, facts=ConsentFacts(note=ASKED_ELSEWHERE))
        add_saying(case, saying, by=by, at=case.row.opened_at)


def _keep(case: OpenCase, facts: Placed, by: Actor) -> None:
    sealed = case.key.seal(dict(facts.further), bound_to=bound("further", case.row.id))
    FurtherFacts.objects.create(
        case=case.row, sealed=sealed, standard=STANDARD, recorded_at=clock.now(), recorded_by=by.id
    )
