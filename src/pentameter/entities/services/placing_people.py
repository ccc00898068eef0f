"""The rows of placed mentions: what is kept of each, and the keys under which it is found."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from pentameter.entities.linkage.api import Model, Prepared
from pentameter.entities.models import Block, Placing
from pentameter.entities.prepared import Kept, sealed
from pentameter.intelligence.api import OpenMention

_ROWS_AT_ONCE = 1_000


def place_all(mentions: Sequence[OpenMention], prepared: Mapping[UUID, Prepared], model: Model) -> None:
    """Place each alone, or prepare anew what a judgement placed already."""
    rows = [_placing(one, prepared.get(one.id), model) for one in sorted(mentions, key=lambda one: one.id)]
    Placing.objects.bulk_create(
        rows,
        batch_size=_ROWS_AT_ONCE,
        update_conflicts=True,
        unique_fields=["mention"],
        update_fields=["sealed", "prepared_by"],
    )


def _placing(one: OpenMention, prepared: Prepared | None, model: Model) -> Placing:
    return Placing(
        mention_id=one.id,
        report_id=one.report,
        agency_id=one.agency,
        kind=one.kind,
        thing=one.id,
        island=one.id,
        sealed=sealed(one.id, Kept(one.values.get("role", ""), prepared)),
        prepared_by=model.version if prepared else "",
    )


def add_blocks(keys: Mapping[UUID, Collection[int]]) -> None:
    """Have mentions found under these keys (as the table has them), under which they are not found yet."""
    rows = (Block(mention_id=mention, value=value) for mention, values in keys.items() for value in sorted(set(values)))
    Block.objects.bulk_create(rows, batch_size=_ROWS_AT_ONCE)
