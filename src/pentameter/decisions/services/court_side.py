"""Recording what she was told of a prosecution and what is done for her at court; striking it out; looking at it."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked, record
from pentameter.decisions.models import CourtSide
from pentameter.decisions.queries.court_side import CourtCard, court_cards
from pentameter.decisions.rules.court_side import Entry, may_enter
from pentameter.decisions.rules.wording import plain
from pentameter.decisions.services.loading import NotYet, insist
from pentameter.justice.api import prosecution_by_reference, prosecutions
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import never_was
from pentameter.victims.api import (
    CaseState,
    Frame,
    OpenCase,
    Purpose,
    bound,
    consent_stands,
    frame_of,
    held,
    opened,
    today_of,
)


@dataclass(frozen=True, slots=True)
class CourtPage:
    """What stands on the page, and whether the actor may add to it."""

    frame: Frame
    cards: tuple[CourtCard, ...]
    may_record: bool


@transaction.atomic
def record_court_side(*, case_id: UUID, reference: str, entry: Entry, by: Actor) -> UUID:
    """Record an entry on the prosecution with this reference. Answers its id.

    Raises:
        NotYet: where it may not be, with the sentence for the form.
    """
    case = held(case_id=case_id, operation=Operation.RECORD_COURT_SIDE, compartment=Compartment.IDENTITY, by=by)
    investigation = prosecution_by_reference(reference)
    if investigation is None:
        raise NotYet("Investigation: no investigation has this reference. Ask the force that leads it.")
    leads = prosecutions({investigation})[investigation].agency
    consent = consent_stands(case, Purpose.POLICE, leads)
    insist(may_enter(entry, consent=consent, opened_on=case.row.rescued_on, today=today_of(case.row)))
    made = new_id()
    CourtSide.objects.create(
        id=made,
        case=case.row,
        investigation_id=investigation,
        side=entry.side.value,
        progress=entry.progress.value,
        on=entry.on,
        words=case.key.seal(entry.words.strip(), bound_to=bound("court_side", made)),
        known_at=clock.now(),
        recorded_by=by.id,
    )
    detail = {"entry": str(made), "side": entry.side.value}
    record(Act.COURT_SIDE_RECORDED, by=by, subject=("case", case_id), detail=detail)
    return made


@transaction.atomic
def strike_court_side(*, case_id: UUID, entry_id: UUID, reason: str, by: Actor) -> None:
    """Strike an entry out, with the reason; it stays readable."""
    case = held(case_id=case_id, operation=Operation.RECORD_COURT_SIDE, compartment=Compartment.IDENTITY, by=by)
    row = CourtSide.objects.filter(pk=entry_id, case=case.row, struck_at=None).first()
    if row is None:
        raise never_was()
    if len(plain(reason).split()) < _FEWEST:
        raise NotYet("Reason: say in a few words what was wrong.")
    because = case.key.seal(reason.strip(), bound_to=bound("court_side_struck", row.id))
    CourtSide.objects.filter(pk=row.pk).update(struck_at=clock.now(), struck_by=by.id, struck_because=because)
    record(Act.COURT_SIDE_STRUCK, by=by, subject=("case", case_id), detail={"entry": str(entry_id)})


@transaction.atomic
def show_court_side(*, case_id: UUID, by: Actor) -> CourtPage:
    """What is recorded of her at court."""
    case = opened(case_id, by, Operation.VIEW_COURT_SIDE, Compartment.IDENTITY)
    page = CourtPage(frame_of(case, by), court_cards(case), _may_record(case, by))
    looked(Act.COURT_SIDE_SHOWN, by=by, kind="case", ids=[case_id])
    return page


def _may_record(case: OpenCase, by: Actor) -> bool:
    return case.state is CaseState.OPEN and case.may(by, Operation.RECORD_COURT_SIDE, Compartment.IDENTITY)


_FEWEST = 3
