"""Links said by hand: each is a row that stays, with who said it and why, and who struck it and why."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, record
from pentameter.entities.keys import safe
from pentameter.entities.models import Link
from pentameter.entities.queries.seen import things_seen
from pentameter.entities.rules.links import Wanted, may_link, may_strike
from pentameter.intelligence.api import ShownMention, shown_mentions
from pentameter.intelligence.intake.relations import Relation
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, never_was, require


@dataclass(frozen=True, slots=True)
class NewLink:
    """What is to be said of two things, each by a mention of it that its speaker may read."""

    source: UUID
    relation: Relation
    target: UUID
    reason: str
    from_on: date | None = None
    to_on: date | None = None


@transaction.atomic
def add_link(*, link: NewLink, by: Actor, today: date) -> UUID:
    """Say that two things are linked."""
    require(decide(by, Operation.ADD_LINK))
    source, target = _both(link, by)
    of = things_seen([link.source, link.target], by).of
    wanted = Wanted(
        kind=source.mention.kind,
        relation=link.relation,
        other=target.mention.kind,
        one_thing=of[link.source] == of[link.target],
        from_on=link.from_on,
        to_on=link.to_on,
    )
    require(may_link(wanted, today=today))
    row = _kept(link, by)
    ends = {"source": str(link.source), "target": str(link.target)}
    record(Event.LINK_ADDED, by=by, subject=("link", row.id), detail=ends)
    return row.id


def _both(link: NewLink, by: Actor) -> tuple[ShownMention, ShownMention]:
    """Both mentions, if the actor may read both; as if they never were, if not."""
    shown = shown_mentions([link.source, link.target], by)
    if link.source not in shown or link.target not in shown:
        raise never_was()
    for one in shown.values():
        owner = Subject("report", str(one.ground.report), Compartment.INTELLIGENCE, one.ground.agency, released=True)
        require(decide(by, Operation.ADD_LINK, owner))
    return shown[link.source], shown[link.target]


def _kept(link: NewLink, by: Actor) -> Link:
    identifier = new_id()
    try:
        with transaction.atomic():
            return Link.objects.create(
                id=identifier,
                source_id=link.source,
                relation=link.relation.value,
                target_id=link.target,
                from_on=link.from_on,
                to_on=link.to_on,
                agency_id=by.agency,
                sealed=safe().seal(link.reason, bound_to=f"link:{identifier}"),
                made_at=clock.now(),
                made_by=by.id,
            )
    except IntegrityError as twice:
        raise Refused("Your agency has said this already. Strike that link first if its days are wrong.") from twice


@transaction.atomic
def strike_link(*, link_id: UUID, reason: str, by: Actor) -> None:
    """Take a link back. It stays in the ledger, and is drawn no more."""
    require(decide(by, Operation.ADD_LINK))
    row = Link.objects.select_for_update().filter(pk=link_id).first()
    if row is None or len(shown_mentions([row.source_id, row.target_id], by)) < 2:
        raise never_was()
    require(may_strike(agency=row.agency_id, by_agency=by.agency, struck=row.struck_at is not None))
    row.struck_at, row.struck_by = clock.now(), by.id
    row.struck_sealed = safe().seal(reason, bound_to=f"link struck:{row.id}")
    row.save(update_fields=["struck_at", "struck_by", "struck_sealed"])
    record(Event.LINK_STRUCK, by=by, subject=("link", row.id))
