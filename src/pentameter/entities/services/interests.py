"""Interests: who is told, whenever things change, that another agency holds the same thing, and whom to call."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, looked, record
from pentameter.entities.models import Interest, Placing
from pentameter.entities.queries import interests
from pentameter.entities.queries.holdings import Due, Holding, due, live_of
from pentameter.entities.queries.interests import InterestPage
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.verdict import require

_RENAME = "UPDATE entities_interest SET thing = %s WHERE id = %s"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The rows that were raised and withdrawn."""

    raised: tuple[UUID, ...] = ()
    withdrawn: tuple[UUID, ...] = ()

    def __add__(self, other: "Reconciled") -> "Reconciled":
        return Reconciled(self.raised + other.raised, self.withdrawn + other.withdrawn)


NOBODY = Reconciled()


def reconcile(things: Collection[UUID], holdings: Iterable[Holding]) -> Reconciled:
    """Raise what is true now of these things, withdraw what no longer is, and leave the rest. At most five queries.

    Args:
        things: the things that changed, as they were called before and as they are called now.
        holdings: everyone who holds one of them now.
    """
    wanted, live = due(holdings), live_of(things, Interest.objects.select_for_update().order_by("pk"))
    gone = [row.id for key, row in live.items() if key not in wanted]
    if gone:
        Interest.objects.filter(pk__in=gone).update(withdrawn_at=clock.now())
    stay = [(wanted[key].thing, row) for key, row in live.items() if key in wanted]
    _rename([(thing, row.id) for thing, row in stay if thing != row.thing])
    new = [_row(one) for key, one in wanted.items() if key not in live]
    Interest.objects.bulk_create(new)
    return Reconciled(tuple(row.id for row in new), tuple(gone))


def _row(one: Due) -> Interest:
    return Interest(
        thing=one.thing,
        kind=one.kind,
        about_id=one.told.about,
        told_id=one.told.told,
        other_id=one.told.other,
        raised_at=clock.now(),
    )


def record_told(told: Reconciled) -> None:
    """One row in the record for all that was raised and withdrawn by one act."""
    if told != NOBODY:
        detail = {"raised": [str(one) for one in told.raised], "withdrawn": [str(one) for one in told.withdrawn]}
        record(Event.INTERESTS_TOLD, by=SYSTEM, subject=("interest", ""), detail=detail)


def _rename(pairs: list[tuple[UUID, UUID]]) -> None:
    if pairs:
        said = Placing._meta.pk.get_db_prep_value
        with connection.cursor() as cursor:
            cursor.executemany(_RENAME, [[said(one, connection) for one in pair] for pair in pairs])


def _own(by: Actor) -> Subject:
    return Subject("interest", "", Compartment.INTELLIGENCE, owner_agency=by.agency)


@transaction.atomic
def show_interests(*, by: Actor, page: int = 1, withdrawn: bool = False) -> InterestPage:
    """What the actor's agency is told, latest first."""
    require(decide(by, Operation.VIEW_INTERESTS, _own(by)))
    found = interests.page_of(by, number=page, withdrawn=withdrawn)
    looked(Event.INTERESTS_SHOWN, by=by, kind="interest", ids=[line.id for line in found.lines])
    return found


@transaction.atomic
def see_interests(*, interest_ids: Collection[UUID], by: Actor) -> int:
    """Note that the actor's agency has seen these; how many were not seen before."""
    require(decide(by, Operation.VIEW_INTERESTS, _own(by)))
    unseen = Interest.objects.filter(pk__in=interest_ids, told_id=by.agency, seen_at=None)
    seen = list(unseen.select_for_update().order_by("pk").values_list("pk", flat=True))
    Interest.objects.filter(pk__in=seen).update(seen_at=clock.now(), seen_by=by.id)
    record(Event.INTEREST_SEEN, by=by, subject=("interest", ""), detail={"ids": [str(one) for one in seen]})
    return len(seen)
