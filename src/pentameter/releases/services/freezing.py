"""Beginning a release: its tables are counted at one moment, and sealed as they are."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from pentameter.access.api import Operation, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.clock import LONDON
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import require
from pentameter.operations import api as operations
from pentameter.releases.keys import Sealed, seal
from pentameter.releases.models import Edition, Release, Writer
from pentameter.releases.queries.counts import Ground, truth
from pentameter.releases.rules.choices import Choice, chosen
from pentameter.releases.rules.states import State, Step
from pentameter.releases.services.loading import HeldEdition, NotYet, held_edition
from pentameter.victims.api import uncounted_mark


@dataclass(frozen=True, slots=True)
class Plan:
    """What a release is to be. `wave` None: none of its tables is of one wave."""

    title: str
    slug: str
    choices: tuple[Choice, ...]
    wave: UUID | None = None


@transaction.atomic
def begin_release(*, plan: Plan, by: Actor, at: datetime) -> UUID:
    """Begin a release and freeze its first version. Answers the version's id.

    Raises:
        NotYet: something is missing, or another release has this address.
    """
    require(decide(by, Operation.PREPARE_RELEASE))
    if any(one.of_a_wave for one in plan.choices) and plan.wave is None:
        raise NotYet("Some of these tables count one wave. Choose the wave.")
    kept = " ".join(one.value for one in plan.choices)
    try:
        with transaction.atomic():
            release = Release.objects.create(
                slug=plan.slug, title=plan.title, choices=kept, wave_id=plan.wave, made_at=at, made_by=by.id
            )
    except IntegrityError as error:
        raise NotYet(f"Another release has the address “{plan.slug}”. Choose another one.") from error
    return _frozen(release, 1, by, at)


@transaction.atomic
def freeze_again(*, edition_id: UUID, revision: int, by: Actor, at: datetime) -> None:
    """Count the tables of a version anew. What was made of the old ones is gone, but for its words."""
    here = held_edition(edition_id, Operation.PREPARE_RELEASE, by)
    here.insist_on(revision)
    sealed, mark = _counted(here.row.release, here.row.id, by, at)
    here.step(Step.FREEZE_AGAIN, **_as_values(sealed, mark, by, at), safe="", found="", union=None, made_safe_by="")
    here.written_by(by)
    _recorded(here, by)


@transaction.atomic
def begin_correction(*, edition_id: UUID, by: Actor, at: datetime) -> UUID:
    """Begin the next version of a release that was published. Answers its id."""
    here = held_edition(edition_id, Operation.PREPARE_RELEASE, by)
    if here.state not in (State.PUBLISHED, State.WITHDRAWN):
        raise NotYet("Only what was published can be corrected. Go on with the version that is in hand.")
    last = Edition.objects.filter(release=here.row.release_id).aggregate(last=Max("number"))["last"]
    try:
        with transaction.atomic():
            return _frozen(here.row.release, last + 1, by, at, words=here.row.words)
    except IntegrityError as error:
        raise NotYet("Another version of this release is in hand. Go on with that one.") from error


def _frozen(release: Release, number: int, by: Actor, at: datetime, words: str = "") -> UUID:
    edition_id = new_id()
    sealed, mark = _counted(release, edition_id, by, at)
    row = Edition.objects.create(
        id=edition_id,
        release=release,
        number=number,
        state=State.FROZEN.value,
        words=words,
        **_as_values(sealed, mark, by, at),
    )
    Writer.objects.create(edition=row, person=by.id)
    _recorded(HeldEdition(row), by)
    return edition_id


def _counted(release: Release, edition_id: UUID, by: Actor, at: datetime) -> tuple[Sealed, str]:
    """The mark comes first: whoever says no while it is counted makes the count out of date."""
    mark = uncounted_mark()
    wave = operations.wave(release.wave_id) if release.wave_id else None
    ground = Ground(by, wave, at.astimezone(LONDON).date(), accounts.agencies())
    return seal(truth(chosen(release.choices), ground), edition_id), mark


def _as_values(sealed: Sealed, mark: str, by: Actor, at: datetime) -> dict[str, object]:
    return {
        "as_of": at.astimezone(LONDON).date(),
        "frozen_at": at,
        "frozen_by": by.id,
        "key": sealed.key,
        "sealed": sealed.body,
        "digest": sealed.digest,
        "counted": mark,
    }


def _recorded(here: HeldEdition, by: Actor) -> None:
    detail = {"number": here.row.number, "digest": here.row.digest, "choices": here.row.release.choices}
    record(Event.RELEASE_FROZEN, by=by, subject=("release", here.row.id), detail=detail)
