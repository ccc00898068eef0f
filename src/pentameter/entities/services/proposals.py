"""Proposals are made, and kept current: what judgements answer is closed, what they no longer answer is open again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.entities.facts import SURE_KINDS
from pentameter.entities.models import Placing, Proposal
from pentameter.entities.queries.islands import judgements_on
from pentameter.entities.queries.placed import apart, things_of
from pentameter.entities.queries.sides import sides
from pentameter.entities.rules.impact import change, expected
from pentameter.entities.rules.judgements import Pair, holding
from pentameter.entities.rules.proposals import Facts, ProposalState, state_of
from pentameter.kernel import clock

_KEPT = ["state", "weight", "impact", "model_version", "closed_at", "closed_by", "version"]
_AT_ONCE = 100
_Said = tuple[str, float, float, str]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A pair of one kind that may be the same; `weight` is log2 of the odds, `model_version` what says so."""

    pair: Pair
    kind: str
    weight: float
    model_version: str


def propose(proposed: Sequence[Proposed], *, closed_by: str) -> int:
    """Enter these, less those that judgements answer already; tells how many are new and open."""
    there = {(row.left_id, row.right_id): row for row in _rows_of([one.pair for one in proposed])}
    was = {row.id: _said(row) for row in there.values()}
    for one in proposed:
        if (row := there.get(one.pair)) is not None:
            row.weight, row.model_version = one.weight, one.model_version
    _keep(list(there.values()), was, closed_by)
    now = clock.now()
    new = [_row(one, now) for one in proposed if one.pair not in there]
    _work_out(new, closed_by)
    opened = [row for row in new if row.state == ProposalState.OPEN.value]
    Proposal.objects.bulk_create(opened)
    return len(opened)


def keep_current(mentions: Collection[UUID], *, closed_by: str) -> None:
    """After judgements on these mentions: close and open proposals in their islands, and weigh what is open anew."""
    proposable = Placing.objects.filter(pk__in=mentions).exclude(kind__in=SURE_KINDS)
    rows = _touching(set(proposable.order_by().values_list("island", flat=True)))
    _keep(rows, {row.id: _said(row) for row in rows}, closed_by)


def withdraw(pairs: Collection[Pair], *, closed_by: str) -> None:
    """The model that matched these last proposes them no more."""
    rows = _rows_of(pairs)
    was = {row.id: _said(row) for row in rows}
    for row in rows:
        row.model_version = ""
    _keep(rows, was, closed_by)


def _said(row: Proposal) -> _Said:
    return row.state, row.weight, row.impact, row.model_version


def _as_shown(said: _Said) -> tuple[bool, float, str]:
    """What makes a page with the pair old: its pair was judged or is no longer, or another weight is given to it.

    Where it stands in the queue is not shown; what was judged of others around it, often by the same person a moment
    ago, may close it and open it again, and leaves what the two records say as it was.
    """
    state, weight, _, model_version = said
    return state == ProposalState.DECIDED.value, weight, model_version


def _row(one: Proposed, now: datetime) -> Proposal:
    left, right = one.pair
    return Proposal(
        left_id=left,
        right_id=right,
        kind=one.kind,
        state=ProposalState.OPEN.value,
        weight=one.weight,
        impact=0.0,
        model_version=one.model_version,
        proposed_at=now,
    )


def _rows_of(pairs: Collection[Pair]) -> list[Proposal]:
    wanted = frozenset(pairs)
    found = Proposal.objects.filter(left__in={left for left, _ in wanted}, right__in={right for _, right in wanted})
    return [row for row in found.order_by("id") if (row.left_id, row.right_id) in wanted]


def _touching(islands: Collection[UUID]) -> list[Proposal]:
    """Asked by each end for itself, so that each question has its index."""
    inside = Placing.objects.filter(island__in=islands).values("mention_id")
    found = {row.id: row for row in Proposal.objects.filter(left__in=inside)}
    found |= {row.id: row for row in Proposal.objects.filter(right__in=inside)}
    return [found[one] for one in sorted(found)]


def _keep(rows: Sequence[Proposal], was: Mapping[UUID, _Said], closed_by: str) -> None:
    """Write what is different now. The version is that of what people are shown (`_as_shown`)."""
    _work_out(rows, closed_by)
    changed = [row for row in rows if _said(row) != was[row.id]]
    for row in changed:
        if _as_shown(_said(row)) != _as_shown(was[row.id]):
            row.version += 1
    Proposal.objects.bulk_update(changed, _KEPT, batch_size=_AT_ONCE)


def _work_out(rows: Sequence[Proposal], closed_by: str) -> None:
    """State and impact as they are to be now, and by whom a row is closed."""
    if not rows:
        return
    things = things_of({end for row in rows for end in (row.left_id, row.right_id)})
    judged = holding(judgements_on([(row.left_id, row.right_id) for row in rows]))
    kept_apart = _apart(set(things.values()))
    now = clock.now()
    for row in rows:
        left, right = things[row.left_id], things[row.right_id]
        facts = Facts(
            judged=(row.left_id, row.right_id) in judged,
            together=left == right,
            apart=(min(left, right), max(left, right)) in kept_apart,
            proposed=row.model_version != "",
        )
        _move(row, state_of(ProposalState(row.state), facts), (now, closed_by))
    _weigh([row for row in rows if row.state == ProposalState.OPEN.value], things)


def _move(row: Proposal, state: ProposalState, closing: tuple[datetime, str]) -> None:
    if row.state == state.value:
        return
    is_open = state is ProposalState.OPEN
    row.state = state.value
    row.closed_at, row.closed_by = (None, "") if is_open else closing


def _weigh(rows: Collection[Proposal], things: Mapping[UUID, UUID]) -> None:
    known = sides({things[end] for row in rows for end in (row.left_id, row.right_id)})
    for row in rows:
        changes = change(known[things[row.left_id]], known[things[row.right_id]])
        row.impact = expected(changes, weight=row.weight)


def _apart(things: Collection[UUID]) -> frozenset[Pair]:
    """The pairs of these things between which people judged a difference."""
    mentions = dict(Placing.objects.filter(thing__in=things).values_list("mention_id", "thing"))
    pairs = apart(list(mentions))
    ends = ((mentions[left], mentions[right]) for left, right in pairs if right in mentions)
    return frozenset((min(one, other), max(one, other)) for one, other in ends)
