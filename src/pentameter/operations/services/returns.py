"""Filing a week's return. A later word supersedes the earlier one, which is kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from pentameter.access import api as access
from pentameter.audit import api as audit
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.periods import Period
from pentameter.kernel.verdict import require
from pentameter.operations.models import Participation, Return, Wave
from pentameter.operations.rules import returns as rules
from pentameter.operations.rules.returns import WeekReturn
from pentameter.operations.services.subjects import missing, of_returns


class Filing(StrEnum):
    """What a filing was, seen beside what had been filed for the week before."""

    NEW = "new"
    REPEATED = "repeated"
    SUPERSEDING = "superseding"


@dataclass(frozen=True, slots=True)
class ReturnFiled:
    """The return that now stands for the week. `superseded` is the earlier one that it took the place of."""

    id: UUID
    filing: Filing
    superseded: UUID | None = None

    @property
    def repeated(self) -> bool:
        """Whether the same had been filed already, so that nothing changed."""
        return self.filing is Filing.REPEATED


@transaction.atomic
def file_return(*, wave_id: UUID, agency: str, word: WeekReturn, by: Actor, today: date) -> ReturnFiled:
    """File an agency's return for a week. The same content again changes nothing and is answered as repeated.

    Raises:
        Refused: if the actor may not, the week is not one of the agency's, or the figures contradict the answer.
    """
    require(access.decide(by, access.Operation.FILE_RETURN, of_returns(wave_id, agency)))
    wave = Wave.objects.filter(pk=wave_id, operation__is_history=False).first()
    if wave is None:
        raise missing()
    # The agency's parts are locked: two people who file for one week at once do so one after the other.
    parts = Participation.objects.select_for_update(no_key=True).filter(wave=wave, agency_id=agency).order_by("id")
    spans = [Period(part.began_on, part.ended_on) for part in parts]
    require(rules.may_file_return(Period(wave.starts_on, wave.ends_on), spans, week=word.week, today=today))
    require(rules.is_coherent(word))
    current = Return.objects.filter(wave=wave, agency_id=agency, week=word.week, superseded_at=None).first()
    if current and current.content == word.digest:
        return ReturnFiled(current.id, Filing.REPEATED)
    return _store(wave_id, agency, word, by, current)


def _store(wave_id: UUID, agency: str, word: WeekReturn, by: Actor, current: Return | None) -> ReturnFiled:
    at = clock.now()
    if current:
        Return.objects.filter(pk=current.id).update(superseded_at=at)
    row = Return.objects.create(
        wave_id=wave_id,
        agency_id=agency,
        week=word.week,
        looked=word.looked.value,
        premises_visited=word.premises_visited,
        people_found=word.people_found,
        arrests=word.arrests,
        hours=word.hours,
        text=word.text.strip(),
        filed_at=at,
        filed_by=by.id,
        content=word.digest,
    )
    superseded = current.id if current else None
    detail = {"wave": str(wave_id), "agency": agency, "week": word.week.isoformat(), "superseded": superseded or ""}
    audit.record(audit.Event.RETURN_FILED, by=by, subject=("return", row.id), detail=detail)
    return ReturnFiled(row.id, Filing.SUPERSEDING if current else Filing.NEW, superseded)
