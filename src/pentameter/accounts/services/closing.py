"""An agency leaves: its people and its systems lose access at once, and it says who took its place."""

from dataclasses import dataclass

from django.db import transaction

from pentameter.access.api import Operation, Subject, decide
from pentameter.accounts import rules
from pentameter.accounts.models import Agency, AgencyToken, Membership, Succession, User
from pentameter.accounts.queries import people as queries
from pentameter.accounts.services.people import end_account
from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require


@dataclass(frozen=True, slots=True)
class Closed:
    """Whose accounts were closed, and how many of the agency's systems were shut out."""

    people: tuple[str, ...]
    tokens: int


@transaction.atomic
def close_agency(*, leaving: str, receiving: str, by: Actor) -> Closed:
    """Close every account of an agency, revoke its tokens, and say that another took its place.

    Raises:
        Refused: if the actor may not act for the agency that receives, or the last administrator would go.
    """
    require(decide(by, Operation.HAND_OVER, Subject("agency", receiving, owner_agency=receiving)))
    row = Agency.objects.select_for_update().filter(pk=leaving).first()
    if row is None:
        raise never_was()
    members = Membership.objects.filter(agency_id=leaving, ended_at=None).values_list("user_id", flat=True)
    people = tuple(User.objects.filter(pk__in=members, is_active=True).order_by("pk").values_list("pk", flat=True))
    for one in people:
        if (standing := queries.standing(one)) is not None:
            require(rules.may_close(standing, by=by))
        end_account(one, by=by)
    tokens = AgencyToken.objects.filter(agency_id=leaving, revoked_at=None).update(revoked_at=clock.now())
    Agency.objects.filter(pk=leaving).update(current=False)
    Succession.objects.get_or_create(
        predecessor_id=leaving,
        words="left the operation",
        defaults={"successor_id": receiving, "succeeded_on": clock.today().isoformat()},
    )
    detail = {"to": receiving, "people": len(people), "tokens": tokens}
    record(Event.HANDED_OVER, by=by, subject=("agency", leaving), detail=detail)
    return Closed(tuple(map(str, people)), tokens)
