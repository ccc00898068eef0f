"""The machine decides many pairs at once, where it is sure enough; what it may decide, its rules said before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.entities.models import Judgement as Row
from pentameter.entities.models import Placing
from pentameter.entities.queries.islands import judgements_on, undone_by_hand
from pentameter.entities.queries.ledger import value
from pentameter.entities.rules.judgements import (
    Finding,
    Judgement,
    Pair,
    Way,
    holding,
    may_be_decided,
    may_judge,
    pair_of,
)
from pentameter.entities.services.interests import record_told
from pentameter.entities.services.joining import settle_new
from pentameter.entities.services.judging import moment_after
from pentameter.entities.services.locking import among_others, hold_around
from pentameter.entities.services.placing import Settled, place
from pentameter.entities.services.proposals import keep_current
from pentameter.intelligence.api import mentions_by_id
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import refused, require

MOST_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Decided:
    """What the machine decided of a pair: its match weight (log2 of odds), or one identifier that both carry."""

    left: UUID
    right: UUID
    finding: Finding
    score: float
    way: Way = Way.MACHINE


@dataclass(frozen=True, slots=True)
class MachineDecided:
    """How many pairs were decided, how many were passed over because a person had spoken or nothing was new."""

    made: int
    passed_over: int
    settled: Settled


@transaction.atomic
def decide_by_machine(*, decided: Sequence[Decided], model_version: str, by: Actor) -> MachineDecided:
    """Enter what the machine decided, all or none, with one row in the record. Entered twice, it is there once.

    Raises:
        Refused: unless it is Pentameter itself that acts.
        ValueError: for more pairs than are taken at once, or a pair that can never be one thing.
    """
    done = decide_unrecorded(decided=decided, model_version=model_version, by=by)
    record_decided(done, model_version, by)
    return done


def decide_unrecorded(*, decided: Sequence[Decided], model_version: str, by: Actor) -> MachineDecided:
    """The same in the caller's transaction. Its row in the record is left for when all else is written, too."""
    require(decide(by, Operation.JUDGE_PAIR) if by.role is Role.SYSTEM else refused("Only the machine decides so."))
    _check(decided)
    among_others()
    _place_all({end for one in decided for end in (one.left, one.right)})
    pairs = {pair_of(one.left, one.right): one for one in decided}
    islands = hold_around([end for pair in pairs for end in pair])
    rows = list(_new(pairs, model_version, by))
    Row.objects.bulk_create(rows)
    settled = settle_new([value(row) for row in rows], islands)
    keep_current([end for row in rows for end in (row.left_id, row.right_id)], closed_by=by.id)
    return MachineDecided(len(rows), len(pairs) - len(rows), settled)


def record_decided(done: MachineDecided, model_version: str, by: Actor) -> None:
    """One row in the record for what was decided, and one for who was told because of it."""
    detail = {"made": done.made, "passed_over": done.passed_over, "moved": done.settled.moved}
    record(Event.PAIRS_DECIDED, by=by, subject=("model", model_version), detail=detail)
    record_told(done.settled.told)


def _check(decided: Sequence[Decided]) -> None:
    if len(decided) > MOST_AT_ONCE:
        raise ValueError(f"{len(decided):,} pairs at once; at most {MOST_AT_ONCE:,} are taken.")
    if any(one.way is Way.PERSON for one in decided):
        raise ValueError("A person judges by judge_pair.")


def _place_all(mentions: set[UUID]) -> None:
    placed = set(Placing.objects.filter(pk__in=mentions).values_list("pk", flat=True))
    place(mentions_by_id(mentions - placed).values())


def _new(pairs: dict[Pair, Decided], model_version: str, by: Actor) -> Iterable[Row]:
    """A row for each pair that nobody and nothing stands in the way of."""
    held, undone = holding(judgements_on(pairs)), undone_by_hand(pairs)
    kinds = dict(Placing.objects.filter(pk__in={end for pair in pairs for end in pair}).values_list("pk", "kind"))
    for pair, one in pairs.items():
        verdict = may_judge(*pair, kinds[pair[0]], kinds[pair[1]])
        if not verdict.allowed:
            raise ValueError(verdict.reason)
        before = held.get(pair)
        if may_be_decided(one.finding, before, undone=pair in undone).allowed:
            yield _row(pair, one, before, (model_version, by))


def _row(pair: Pair, one: Decided, before: Judgement | None, by: tuple[str, Actor]) -> Row:
    return Row(
        id=new_id(),
        left_id=pair[0],
        right_id=pair[1],
        finding=one.finding.value,
        way=one.way.value,
        score=one.score,
        model_version=by[0],
        supersedes_id=before.id if before else None,
        made_at=moment_after(before),
        made_by=by[1].id,
    )
