"""A person judges pairs of mentions that they may read: same, different, unsure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, record
from pentameter.entities.keys import safe
from pentameter.entities.models import Judgement as Row
from pentameter.entities.queries.islands import judgements_on
from pentameter.entities.queries.ledger import value
from pentameter.entities.rules.judgements import Finding, Judgement, Pair, Way, holding, may_judge, pair_of
from pentameter.entities.services.interests import record_told
from pentameter.entities.services.joining import settle_new
from pentameter.entities.services.locking import among_others, hold_around
from pentameter.entities.services.placing import place
from pentameter.entities.services.proposals import keep_current
from pentameter.intelligence.api import ShownMention, shown_mentions
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, never_was, require

MOST_AT_ONCE = 200
"""A batch that a person can answer for."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a pair, and why."""

    left: UUID
    right: UUID
    finding: Finding
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement that was made. `before` is the one that held until then: who sees another there than they were
    shown was overtaken by somebody, and is told. Both stand in the ledger."""

    id: UUID
    before: Judgement | None


def judge_pair(*, left: UUID, right: UUID, finding: Finding, reason: str, by: Actor) -> Judged:
    """Judge one pair.

    Raises:
        Refused: hidden, unless the actor may read both reports; or because the two can never be the same.
    """
    return judge_pairs(said=[Said(left, right, finding, reason)], by=by)[0]


@transaction.atomic
def judge_pairs(*, said: Sequence[Said], by: Actor) -> tuple[Judged, ...]:
    """Judge many pairs, all or none. Of two judgements on one pair the later in the batch holds."""
    if len(said) > MOST_AT_ONCE:
        raise Refused(f"At most {MOST_AT_ONCE} pairs are judged at once. Judge the rest after them.")
    mentions = may_judge_all(said, by)
    among_others()
    place(one.mention for one in mentions.values())
    islands = hold_around(list(mentions))
    made = _made(said, by)
    Row.objects.bulk_create(row for row, _ in made)
    settled = settle_new([value(row) for row, _ in made], islands)
    keep_current(list(mentions), closed_by=by.id)
    for row, _ in made:
        record(Event.PAIR_JUDGED, by=by, subject=("judgement", row.id), detail=_detail(row))
    record_told(settled.told)
    return tuple(Judged(row.id, before) for row, before in made)


def may_judge_all(said: Sequence[Said], by: Actor) -> Mapping[UUID, ShownMention]:
    """The mentions of these pairs, all of which the actor may judge."""
    require(decide(by, Operation.JUDGE_PAIR))
    shown = shown_mentions({mention for one in said for mention in (one.left, one.right)}, by)
    for one in said:
        left, right = _shown(one.left, shown, by), _shown(one.right, shown, by)
        require(may_judge(one.left, one.right, left.mention.kind, right.mention.kind))
    return shown


def _shown(mention: UUID, shown: Mapping[UUID, ShownMention], by: Actor) -> ShownMention:
    found = shown.get(mention)
    if found is None:
        raise never_was()
    subject = Subject("mention", str(mention), Compartment.INTELLIGENCE, found.mention.agency, released=True)
    require(decide(by, Operation.JUDGE_PAIR, subject))
    return found


def _made(said: Sequence[Said], by: Actor) -> list[tuple[Row, Judgement | None]]:
    pairs = [pair_of(one.left, one.right) for one in said]
    held = holding(judgements_on(pairs))
    made = []
    for pair, one in zip(pairs, said, strict=True):
        before = held.get(pair)
        row = _row(pair, one, before, by)
        held[pair] = value(row)
        made.append((row, before))
    return made


def _row(pair: Pair, one: Said, before: Judgement | None, by: Actor) -> Row:
    identifier = new_id()
    return Row(
        id=identifier,
        left_id=pair[0],
        right_id=pair[1],
        finding=one.finding.value,
        way=Way.PERSON.value,
        sealed=sealed_reason(one.reason, f"judgement:{identifier}"),
        supersedes_id=before.id if before else None,
        made_at=moment_after(before),
        made_by=by.id,
    )


def sealed_reason(reason: str, bound_to: str) -> bytes | None:
    """Why, sealed for its row; None where nothing was said."""
    return safe().seal(reason.strip(), bound_to=bound_to) if reason.strip() else None


def moment_after(before: Judgement | None) -> datetime:
    """Now, and later than the judgement before: the later holds, even if another machine's clock is ahead."""
    now = clock.now()
    return now if before is None else max(now, before.made_at + timedelta(microseconds=1))


def _detail(row: Row) -> dict[str, object]:
    over = str(row.supersedes_id) if row.supersedes_id else ""
    return {"left": str(row.left_id), "right": str(row.right_id), "finding": row.finding, "supersedes": over}
