"""Making a version: everything is gathered, counted, and frozen in one transaction."""

from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import Refused, require
from pentameter.look.words import span
from pentameter.picture.assessment.evidence import Evidence
from pentameter.picture.assessment.queries.evidence import gathered
from pentameter.picture.assessment.queries.texts import written
from pentameter.picture.assessment.rules.content import Assessment
from pentameter.picture.assessment.rules.freezing import digest, freeze
from pentameter.picture.assessment.sections import SECTIONS
from pentameter.picture.assessment.software import code
from pentameter.picture.models import AssessmentVersion


@transaction.atomic
def make_assessment(*, wave_id: UUID, by: Actor, at: datetime, today: date) -> UUID:
    """Make the next version of a wave's assessment, with the texts as they stand. Answers its id.

    Raises:
        Refused: there is no such wave, or another version was made at the same moment.
    """
    require(decide(by, Operation.MAKE_ASSESSMENT))
    evidence = gathered(wave_id, by, at=at, today=today)
    made = _assessment(evidence, _next_number(wave_id), by)
    row = _kept(wave_id, made, by)
    detail = {
        "version": str(row.pk),
        "number": made.number,
        "digest": row.digest,
        "opened_to_be_counted": evidence.referrals.opened,
    }
    record(Event.ASSESSMENT_MADE, by=by, subject=("wave", wave_id), detail=detail)
    return row.pk


def _assessment(evidence: Evidence, number: int, by: Actor) -> Assessment:
    picture = evidence.picture
    return Assessment(
        operation=picture.wave.operation_name,
        wave=picture.wave.name,
        days=span(picture.wave.starts_on, picture.wave.ends_on),
        number=number,
        as_of=evidence.as_of,
        made_at=picture.at,
        made_by=_said_of(by),
        code=code(),
        sections=tuple(kind.build(evidence) for kind in SECTIONS),
        texts=written(picture.wave.id),
        demo=settings.IS_DEMO,
    )


def _said_of(by: Actor) -> str:
    """Who made it, as it stands on the cover."""
    role = "the command line" if by.role is Role.SYSTEM else by.role.label
    return ", ".join(filter(None, (by.name, role, by.agency_name or by.agency)))


def _next_number(wave_id: UUID) -> int:
    last = AssessmentVersion.objects.filter(wave_id=wave_id).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _kept(wave_id: UUID, made: Assessment, by: Actor) -> AssessmentVersion:
    frozen = freeze(made)
    try:
        with transaction.atomic():
            return AssessmentVersion.objects.create(
                wave_id=wave_id,
                number=made.number,
                as_of=made.as_of,
                made_at=made.made_at,
                made_by=by.id,
                maker=made.made_by,
                code=made.code,
                digest=digest(frozen),
                frozen=frozen,
            )
    except IntegrityError as error:
        raise Refused("Another version was made at the same moment. Look at it first.", conflict=True) from error
