"""A report that is disposed of: nothing is found, compared or explained by what it mentioned any more.

Called before its words go, in the same transaction, because what it is found by is worked out from them. Judgements
stay: that two mentions were judged, by whom and when. Why goes, for the words may name somebody.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.entities.facts import people
from pentameter.entities.keys import safe
from pentameter.entities.linkage.api import prepare
from pentameter.entities.models import (
    Block,
    Claim,
    Found,
    Interest,
    Judgement,
    Link,
    Opinion,
    Placing,
    Proposal,
    Undoing,
)
from pentameter.entities.postings import opened, place_of, sealed
from pentameter.entities.prepared import Kept
from pentameter.entities.prepared import opened as kept_of
from pentameter.entities.prepared import sealed as kept_sealed
from pentameter.entities.queries.blocks import sharing
from pentameter.entities.queries.placed import placed
from pentameter.entities.rules.finding import find_keys
from pentameter.entities.services.knowing import unlearn
from pentameter.entities.services.locking import alone, hold_around
from pentameter.intelligence.api import OpenMention, counted_of, mentions_of_reports, shelves_of_reports
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require


@transaction.atomic
def forget_report(*, report_id: UUID, by: Actor) -> None:
    """Forget all that a report mentions, as far as linking keeps any of it."""
    require(decide(by, Operation.CONFIRM_DISPOSAL))
    mentions = mentions_of_reports([report_id])
    ids = [one.id for one in mentions]
    alone()
    hold_around(ids)
    _leave_the_index(report_id, mentions)
    _leave_the_counts(ids)
    Block.objects.filter(mention_id__in=ids).delete()
    _forget_pairs(ids)
    _forget_words(ids)
    _empty_placings(ids, mentions)
    Interest.objects.filter(about_id__in=ids, withdrawn_at=None).update(withdrawn_at=clock.now())
    record(Event.MENTIONS_FORGOTTEN, by=by, subject=("report", report_id), detail={"mentions": len(ids)})


def _leave_the_index(report_id: UUID, mentions: Sequence[OpenMention]) -> None:
    """Take the mentions out of every list that they are found in; a list that held nobody else goes."""
    shelves = shelves_of_reports([report_id]).get(report_id, ())
    places = {place_of(shelf, key) for one in mentions for key in find_keys(one.kind, one.values) for shelf in shelves}
    gone = {one.id.bytes for one in mentions}
    for row in Found.objects.select_for_update().filter(value__in=places).order_by("id"):
        held = list(opened(row.value, row.sealed))
        left = [one for one in held if one not in gone]
        if not left:
            Found.objects.filter(pk=row.pk).delete()
        elif len(left) < len(held):
            Found.objects.filter(pk=row.pk).update(sealed=sealed(row.value, left))


def _leave_the_counts(ids: Collection[UUID]) -> None:
    """Take people out of the counts of names and telephones, unless somebody else is told by just the same."""
    keys = set(Block.objects.filter(mention_id__in=ids).values_list("value", flat=True))
    beside = {one for found in sharing(keys).values() for one in found} - set(ids)
    gone, others = placed(ids), placed(beside)
    unlearn([one.prepared for one in gone.values()], [one.prepared for one in others.values()])


def _forget_pairs(ids: Collection[UUID]) -> None:
    """What was proposed of them, who holds the pairs, and what was thought of them."""
    pairs = list(Proposal.objects.filter(Q(left_id__in=ids) | Q(right_id__in=ids)).values_list("pk", flat=True))
    Opinion.objects.filter(proposal_id__in=pairs).delete()
    Claim.objects.filter(proposal_id__in=pairs).delete()
    Proposal.objects.filter(pk__in=pairs).delete()


def _forget_words(ids: Collection[UUID]) -> None:
    """Why anything was judged, undone, linked or struck. That it was stays."""
    judged = list(Judgement.objects.filter(Q(left_id__in=ids) | Q(right_id__in=ids)).values_list("pk", flat=True))
    Judgement.objects.filter(pk__in=judged).exclude(sealed=None).update(sealed=None)
    Undoing.objects.filter(pk__in=judged).exclude(sealed=None).update(sealed=None)
    for row in Link.objects.filter(Q(source_id__in=ids) | Q(target_id__in=ids)):
        empty = safe().seal("", bound_to=f"link:{row.id}")
        Link.objects.filter(pk=row.pk).update(sealed=empty, struck_sealed=None)


def _empty_placings(ids: Collection[UUID], mentions: Sequence[OpenMention]) -> None:
    """Where they stand stays; of what was compared, only what is counted."""
    facts = people(_emptied(one) for one in mentions)
    for row in Placing.objects.filter(pk__in=ids):
        was = kept_of(row.mention_id, row.sealed)
        left = prepare(facts[row.mention_id]) if was.prepared and row.mention_id in facts else None
        Placing.objects.filter(pk=row.pk).update(sealed=kept_sealed(row.mention_id, Kept(was.role, left)))


def _emptied(one: OpenMention) -> OpenMention:
    return replace(one, values=counted_of(one.values), identifier_index="", area="", place="", postcode="")
